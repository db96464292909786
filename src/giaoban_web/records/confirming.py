"""What the confirmation screen shows of a record."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from giaoban_web.accounts.queries import may
from giaoban_web.records import words
from giaoban_web.records.blocks import unpack
from giaoban_web.records.cards import Card, card
from giaoban_web.records.marks import Mark, paragraphs
from giaoban_web.records.models import Kind, Record
from giaoban_web.records.queries import finds_of

OPEN, DECIDED, REJECTED = "open", "decided", "rejected"
SURE = 0.95


class FindFilter(forms.Form):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="filter_%s", **kwargs)
        self.is_valid()


CONFIDENCE = {"sure": (SURE, 2.0), "likely": (0.7, SURE), "doubtful": (-1.0, 0.7)}


def screen(request: HttpRequest, record: Record) -> dict[str, Any]:
    """The context of the confirmation screen: a constant number of queries, however many finds."""
    form = FindFilter(request.GET)
    blocks = unpack(record.blocks)
    cards = [card(find, record.text, page_at(blocks, find.start)) for find in finds_of(record)]
    shown = [each for each in cards if _asked(each, form)]
    marks = [Mark(each.id, each.now.start, each.now.end, each.style, each.now.decided) for each in cards if each.now.state != "rejected"]
    return {
        "record": record,
        "paragraphs": list(paragraphs(record.text, blocks, (mark for mark in marks if mark.style != "m"))),
        "groups": groups(shown),
        "form": form,
        "filtered": len(shown) != len(cards),
        "may_decide": may(request.user, "records.decide", record.place),
        "kinds": [(kind.value, words.MARKS[kind], kind.label) for kind in Kind],
        **progress(cards),
    }


def progress(cards: list[Card]) -> dict[str, Any]:
    """How much is decided, how many finds of each kind there are, how many are sure."""
    kinds = [kind for kind in Kind if kind != Kind.MEETING]
    return {
        "threshold": SURE,
        "total": len(cards),
        "done": sum(each.now.decided for each in cards),
        "sure": sum(not each.now.decided and each.find.confidence >= SURE for each in cards),
        "legend": [
            (words.MARKS[kind], words.HEADINGS[kind], sum(each.now.kind == kind and each.now.state != "rejected" for each in cards))
            for kind in kinds
        ],
    }


def groups(cards: list[Card]) -> list[tuple[str, str, list[Card]]]:
    """Cards by kind, each kind in the order of the text."""
    return [(kind.value, words.HEADINGS[kind], found) for kind in Kind if (found := [each for each in cards if each.now.kind == kind])]


def page_at(blocks: list[Any], offset: int) -> int | None:
    """Page of the original on which the code point stands."""
    return next((block.page for block in reversed(blocks) if block.span.start <= offset), None)


def _asked(each: Card, form: FindFilter) -> bool:
    asked = form.cleaned_data
    states = {
        OPEN: not each.now.decided,
        DECIDED: each.now.decided and each.now.state != "rejected",
        REJECTED: each.now.state == "rejected",
    }
    low, high = CONFIDENCE.get(asked.get("confidence") or "", (-1.0, 2.0))
    return (
        (not asked.get("kind") or each.now.kind == asked["kind"])
        and states.get(asked.get("state") or "", True)
        and low <= each.find.confidence < high
    )
