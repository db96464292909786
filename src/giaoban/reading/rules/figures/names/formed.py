"""Names that the form of the words leaves no choice about.

What must and must not be read: corpus/named.tsv.
"""

from giaoban.reading.rules.figures.drafts import Draft, Line
from giaoban.reading.rules.figures.indicators import Name, said
from giaoban.reading.rules.figures.names.counted_by_kind import counted_by_kind
from giaoban.reading.rules.figures.names.happening import happening
from giaoban.reading.rules.figures.names.headed_parts import headed
from giaoban.reading.rules.figures.names.held_against import held_against
from giaoban.reading.rules.figures.names.kept_growth import kept_growth
from giaoban.reading.rules.figures.names.own_aims import own_aim
from giaoban.reading.rules.figures.names.planned_items import planned
from giaoban.reading.rules.figures.names.way import Wording


def formed(line: Line, draft: Draft) -> Wording | None:
    """The one way that the form of the words leaves; None where it leaves a choice."""
    if label := planned(line, draft.spot):
        return _said_once(line, draft, label)
    if both := headed(line, draft):
        return _under_heading(line, draft, *both)
    if happens := happening(line, draft.amount):
        return Wording("NP", noun=True, carried=happens)
    if kept := kept_growth(line.row, draft) or counted_by_kind(line, draft):
        return Wording("B", before=kept)
    named = own_aim(line.row, draft.amount) or held_against(line.row, draft)
    return Wording("B", before=named) if named else None


def _under_heading(line: Line, draft: Draft, heading: Name, part: Name) -> Wording:
    """By the heading and the part; where the part is only whose it is, by the heading, which is the first figure's own."""
    if part:
        return Wording("B", before=part, heading=heading)
    return _said_once(line, draft, heading)


def _said_once(line: Line, draft: Draft, name: Name) -> Wording:
    """A name said once for several figures belongs to the span of the first."""
    return Wording("B", before=name) if line.drafts[0] is draft else Wording("P", carried=said(line.row, name, line.text))
