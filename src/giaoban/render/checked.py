"""What the checks found, as a table for a terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from giaoban import messages
from giaoban.ledger.discrepancies import Discrepancy, Severity
from giaoban.ledger.entries import Entry, InDocument

SEVERITIES = {
    "vi": {Severity.CONTRADICTION: "mâu thuẫn", Severity.DOUBT: "đáng ngờ", Severity.IMPLICATION: "suy ra"},
    "en": {Severity.CONTRADICTION: "contradiction", Severity.DOUBT: "doubt", Severity.IMPLICATION: "follows"},
}
COLUMNS = {"vi": ("Loại", "Nội dung", "Vị trí"), "en": ("Kind", "What", "Where")}
NOTHING = {
    "vi": "Không có số nào để đối chiếu, và không thấy gì mâu thuẫn.",
    "en": "There is nothing to compare, and nothing that contradicts.",
}


def table(name: str, found: Sequence[Discrepancy], language: str = "vi") -> RenderableType:
    """Each discrepancy with its sentence, the ways out, and the places of its figures in the text."""
    title = Text(name, style="bold")
    if not found:
        return Group(title, Text(NOTHING[language]))
    kind, what, where = COLUMNS[language]
    rows = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0))
    rows.add_column(kind, no_wrap=True)
    rows.add_column(what, overflow="fold", ratio=1)
    rows.add_column(where, justify="right", no_wrap=True)
    for each in found:
        ways = "".join(f"\n→ {messages.phrase(way, language)}" for way in each.ways)
        rows.add_row(SEVERITIES[language][each.severity], Text(each.say(language) + ways), "\n".join(_spots(each.inputs)))
    return Group(title, rows)


def _spots(inputs: Sequence[Entry]) -> list[str]:
    spots = [f"{each.source.span.start}–{each.source.span.end}" for each in inputs if isinstance(each.source, InDocument)]
    return list(dict.fromkeys(spots))
