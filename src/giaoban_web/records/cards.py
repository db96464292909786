"""A find as a card beside the text: what it says, what made it, where it stood in the original, who decided."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from giaoban.documents.quotes import Quote
from giaoban.documents.quotes import quote as sentence_of
from giaoban.model import Block
from giaoban.reading.likely_years import Likely, day_in
from giaoban_web.records import words
from giaoban_web.records.alike import Alike, alike
from giaoban_web.records.blocks import unpack
from giaoban_web.records.dating import asked, is_redated
from giaoban_web.records.digits import as_said
from giaoban_web.records.matching import Whose
from giaoban_web.records.models import Decision, Find, Kind, Record
from giaoban_web.records.remarks import Remark, remarks
from giaoban_web.records.standing import Standing, standing
from giaoban_web.ui import printed


@dataclass(frozen=True, slots=True)
class Card:
    """Everything a card shows. `lines` are (name, value) pairs; `value` is the large figure of an observation.

    where    page and line, or paragraph, of the original
    remarks  what the figures known already say of it
    alike    what else was read with a value that was put right here
    years    of a meeting whose day stands without its year: those to choose among
    redated  of a meeting: a person gave it another day than was read
    """

    find: Find
    now: Standing
    quote: str
    style: str
    title: str
    value: str
    lines: list[tuple[str, str]]
    topic: str
    where: str
    decision: Decision | None
    remarks: Sequence[Remark] = ()
    alike: Sequence[Alike] = ()
    years: Sequence[Likely] = ()
    redated: bool = False

    @property
    def rule(self) -> str:
        """The rule that read it, as it is called on a screen."""
        return words.rule(self.find.rule)

    @property
    def sentence(self) -> Quote:
        """The sentence it stands in, for screens on which the text is out of sight."""
        return sentence_of(self.find.record.text, self.now.start, self.now.end)

    @property
    def id(self) -> int:
        return self.find.pk


def cards(
    record: Record, finds: Iterable[Find], blocks: list[Block] | None = None, said: Mapping[int, Sequence[Remark]] | None = None
) -> list[Card]:
    """The cards of `finds` of one record, as they stand.

    blocks  those of the record, where the caller has them
    said    what is remarked of the finds, by id
    """
    laid = unpack(record.blocks) if blocks is None else blocks
    starts, whose = [block.span.start for block in laid], Whose(record)
    made = (_card(find, record.text, laid, starts, whose) for find in finds)
    return [replace(each, remarks=said.get(each.id, ())) if said else each for each in made]


def card(record: Record, find: Find) -> Card:
    """The card of one find."""
    return cards(record, [find])[0]


def remarked(record: Record, finds: Iterable[Find], blocks: list[Block] | None = None) -> list[Card]:
    """The cards of all `finds` of one record with what is remarked of them, and what may be put right like them."""
    kept = list(finds)
    same = alike(record, kept)
    made = cards(record, kept, blocks, remarks(record, kept))
    return [replace(each, alike=same.get(each.id, ()), years=asked(each.find), redated=is_redated(each.find)) for each in made]


def _card(find: Find, text: str, blocks: list[Block], starts: list[int], whose: Whose) -> Card:
    now = standing(find)
    quote = text[now.start : now.end]
    fields = now.fields
    if now.kind == Kind.OBSERVATION:
        fields = as_said(fields, text, now.start, now.end) | {"place": whose.told(fields)}
    title, value, lines = _SAY[Kind(now.kind)](fields, quote)
    shown = [(name, said) for name, said in lines if said]
    topic = words.word(words.TOPICS, now.fields.get("topic"))
    where = _where(blocks[max(0, bisect_right(starts, now.start) - 1)], now.start) if blocks else ""
    return Card(find, now, quote, words.MARKS[Kind(now.kind)], title, value, shown, topic, where, find.standing)


def _where(block: Block, offset: int) -> str:
    page, line = block.place_of(offset)
    if page is None:
        return _("paragraph %(number)s") % {"number": printed.number(block.paragraph)}
    if line is None:
        return _("page %(page)s") % {"page": printed.number(page)}
    return _("page %(page)s, line %(line)s") % {"page": printed.number(page), "line": printed.number(line)}


def _observation(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    measure = fields.get("measure")
    lines = [
        (_("Measure"), "" if measure == "level" else words.word(words.MEASURES, measure)),
        (_("Comparison"), "; ".join(printed.comparison(each) for each in fields.get("comparisons") or ())),
        (_("Period"), printed.period(fields.get("period"))),
        (_("Place"), fields.get("place") or ""),
        (_("Role"), "" if fields.get("role") == "actual" else words.word(words.ROLES, fields.get("role"))),
    ]
    return fields.get("indicator") or "", printed.quantity(fields), lines


def _finding(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    return quote, "", []


def _directive(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    lines = [
        (_("Issuer"), fields.get("issuer") or _("not said")),
        (_("Assignee"), fields.get("assignee") or _("not said")),
        (_("Force"), words.word(words.FORCES, fields.get("force"))),
        (_("Deadline"), printed.period(fields.get("deadline")) or _("no deadline")),
    ]
    return quote, "", lines


def _meeting(fields: dict[str, Any], quote: str) -> tuple[str, str, list[tuple[str, str]]]:
    chair = fields.get("chair") or {}
    lines = [
        (_("Held on"), printed.period(fields.get("date")) or _yearless(fields.get("day") or day_in(quote))),
        (_("Mode"), words.word(words.MODES, fields.get("mode"))),
        (_("Convener"), fields.get("convener") or ""),
        (_("Under review"), fields.get("reviewed") or ""),
        (_("Chair"), ", ".join(filter(None, [chair.get("name"), *(chair.get("offices") or ())]))),
    ]
    return _("Meeting"), "", lines


def _yearless(day: str | None) -> str:
    return _("%(day)s/%(month)s, the year is not told") % {"day": int(day[5:]), "month": int(day[2:4])} if day else ""


_SAY = {
    Kind.OBSERVATION: _observation,
    Kind.STRENGTH: _finding,
    Kind.SHORTCOMING: _finding,
    Kind.DIRECTIVE: _directive,
    Kind.MEETING: _meeting,
}
