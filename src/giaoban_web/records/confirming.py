"""What the confirmation screen shows of a record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from giaoban.model import Block, Refused
from giaoban.reading.other_meetings import other_meeting
from giaoban_web.accounts.queries import may
from giaoban_web.records import filing, strokes, words
from giaoban_web.records.blocks import unpack, unpack_spans
from giaoban_web.records.cards import Card, cards, remarked
from giaoban_web.records.marks import Mark, Paragraph, paragraphs
from giaoban_web.records.models import Kind, Record, Verdict
from giaoban_web.records.queries import finds_of
from giaoban_web.records.setting_aside import aside
from giaoban_web.records.standing import standing
from giaoban_web.ui.filters import Filter

OPEN, DECIDED, REJECTED = "open", "decided", "rejected"
SURE = 0.95
THRESHOLDS = (0.99, SURE, 0.9, 0.8, 0.7)
"""From what confidence on finds may be confirmed in one stroke."""
CONFIDENCE = {"sure": (SURE, 2.0), "likely": (0.7, SURE), "doubtful": (-1.0, 0.7)}


class FindFilter(Filter):
    """Which cards are shown; everything may be empty."""

    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *Kind.choices])
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("all")), (OPEN, _("still to confirm")), (DECIDED, _("confirmed")), (REJECTED, _("rejected"))],
    )
    confidence = forms.ChoiceField(
        label=_("Confidence"),
        required=False,
        choices=[("", _("any")), ("sure", _("0.95 and above")), ("likely", _("0.7 to 0.95")), ("doubtful", _("below 0.7"))],
    )

    def address(self) -> str:
        """The query of the address that asks for the same: "?kind=directive", or nothing."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in self.cleaned_data.items() if value})
        return f"?{query.urlencode()}" if query else ""

    def shows(self, each: Card) -> bool:
        """Whether a card is asked for."""
        asked = self.cleaned_data
        states = {
            OPEN: not each.now.decided,
            DECIDED: each.now.decided and each.now.state != Verdict.REJECTED,
            REJECTED: each.now.state == Verdict.REJECTED,
        }
        low, high = CONFIDENCE.get(asked.get("confidence") or "", (-1.0, 2.0))
        return (
            (not asked.get("kind") or each.now.kind == asked["kind"])
            and states.get(asked.get("state") or "", True)
            and low <= each.find.confidence < high
        )


def _second_meeting(record: Record, shown: Iterable[Card]) -> Refused | None:
    """That the record tells of another meeting than the one that stands; None where it does not, or that one was added."""
    met = [each.now.fields for each in shown if each.now.kind == Kind.MEETING and each.now.state != Verdict.REJECTED]
    days = {date.fromisoformat(fields["date"]) for fields in met if fields.get("date")}
    on = days.pop() if len(days) == 1 else None
    found = other_meeting(record.text, on) if on else None
    return Refused("record-second-meeting", day=found.of(record.text), on=on) if found else None


def screen(request: HttpRequest, record: Record) -> dict[str, Any]:
    """The context of the confirmation screen: a constant number of queries, however many finds."""
    form = FindFilter(request.GET)
    blocks = unpack(record.blocks)
    all_cards = remarked(record, finds_of(record), blocks)
    return {
        "record": record,
        "paragraphs": text(record, all_cards, blocks),
        "groups": groups(filter(form.shows, all_cards)),
        "form": form,
        "address": form.address(),
        "may_decide": may(request.user, "records.decide", record.place),
        "doubts": filing.doubts(record),
        "second_meeting": _second_meeting(record, all_cards),
        "stroke": strokes.shown(request, record, all_cards),
        "aside": (set_aside := aside(record)),
        "all_rejected": all(standing(each.find).state == Verdict.REJECTED for each in all_cards) if all_cards else bool(set_aside),
        "kinds": [(kind.value, words.MARKS[kind], kind.label) for kind in Kind],
        **progress(all_cards),
    }


def text(record: Record, shown: Iterable[Card], blocks: list[Block]) -> list[Paragraph]:
    """The text with what was found marked in it; what was rejected is no longer marked."""
    marks = [Mark(each.id, each.now.start, each.now.end, each.style, each.now.decided) for each in shown if not _is_rejected(each)]
    return list(paragraphs(record.text, blocks, marks, unpack_spans(record.unsure)))


def progress(all_cards: list[Card]) -> dict[str, Any]:
    """How much is decided, how many finds of each kind there are, and how many could be confirmed in one stroke."""
    open_cards = [each for each in all_cards if not each.now.decided]
    strokes = [(least, sum(each.find.confidence >= least for each in open_cards)) for least in THRESHOLDS]
    return {
        "threshold": SURE,
        "total": len(all_cards),
        "done": len(all_cards) - len(open_cards),
        "rejected": sum(map(_is_rejected, all_cards)),
        "sure": dict(strokes)[SURE],
        "strokes": [(least, count) for least, count in strokes if count and least != SURE],
        "legend": [
            (words.MARKS[kind], words.HEADINGS[kind], sum(each.now.kind == kind and not _is_rejected(each) for each in all_cards))
            for kind in Kind
        ],
    }


def groups(shown: Iterable[Card]) -> list[tuple[str, str, list[Card]]]:
    """Cards by kind, each kind in the order of the text."""
    kept = list(shown)
    return [(kind.value, words.HEADINGS[kind], found) for kind in Kind if (found := [each for each in kept if each.now.kind == kind])]


def next_open(request: HttpRequest, record: Record, find_id: int) -> int:
    """The next undecided find on the screen as it is narrowed, after `find_id`, else from the top; `find_id` itself where none is left."""
    form = FindFilter(request.GET)
    on_screen = [each for each in cards(record, finds_of(record), []) if form.shows(each) or each.id == find_id]
    in_order = [each for _kind, _heading, group in groups(on_screen) for each in group]
    at = [each.id for each in in_order].index(find_id)
    return next((each.id for each in (*in_order[at + 1 :], *in_order[:at]) if not each.now.decided), find_id)


def _is_rejected(each: Card) -> bool:
    return each.now.state == Verdict.REJECTED
