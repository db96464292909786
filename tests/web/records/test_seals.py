"""Whoever changes a record, a find or a decision past the program is found out by the log."""

from datetime import timedelta

import pytest
from django.db.models import F

from giaoban.model import Refused
from giaoban_web.commands.verify import prove
from giaoban_web.history.models import Entry
from giaoban_web.history.printed import details
from giaoban_web.records import actions, amending, seals, setting_aside
from giaoban_web.records.models import Decision, Find, Record, Verdict
from tests.web.conftest import log_rows


@pytest.fixture
def decided(record, figure, clerk, colleague):
    """A record of which finds were confirmed, corrected, taken back, added, changed together and rejected."""
    change = actions.Change(figure.kind, figure.start, figure.end, figure.fields | {"value": 2572.5})
    actions.decide(find=figure, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=change, reason="đọc thiếu số lẻ")
    first, second, third = record.finds.exclude(pk=figure.pk)[:3]
    actions.decide(find=first, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    actions.undo(find=Find.objects.get(pk=first.pk), seen=1, by=colleague)
    actions.decide(find=second, verdict=Verdict.REJECTED, seen=0, by=clerk, reason="không phải số liệu")
    actions.add(
        record=record, change=actions.Change("strength", 0, 10, {"polarity": "strength", "statement": "tốt", "topic": None}), by=clerk
    )
    wishes = {third.pk: amending.Wish(0, {"topic": "land"} if "topic" in third.fields else {"place": "An Sinh"})}
    assert amending.amend(record=record, wishes=wishes, by=clerk).changed
    return record


def changed(model, **values):
    return lambda record: model.objects.filter(pk=model.objects.order_by("pk").first().pk).update(**values)


FORGED = {
    "the text": changed(Record, text="Thu ngân sách đạt 3.572 tỷ đồng."),
    "the blocks": changed(Record, blocks=[]),
    "what a find was read as": changed(Find, fields={"value": 3572}),
    "where a find stands": changed(Find, end=F("end") + 1),
    "how sure it was": changed(Find, confidence=0.99),
    "what read it": changed(Find, rule="person"),
    "a decision's figure": changed(Decision, fields={"value": 3572}),
    "a verdict": changed(Decision, verdict="rejected"),
    "a reason": changed(Decision, reason="đúng rồi"),
    "who decided": lambda record: Decision.objects.update(by=record.put_in_by),
    "when it was decided": lambda record: Decision.objects.update(at=F("at") + timedelta(seconds=1)),
    "what stands": lambda record: Find.objects.update(standing=None),
    "a decision that is gone": lambda record: [Find.objects.update(standing=None), Decision.objects.order_by("-pk").first().delete()],
    "a find that is gone": lambda record: record.finds.filter(standing=None).first().delete(),
    "a decision nobody made": lambda record: Decision.objects.create(
        find=record.finds.filter(standing=None).first(),
        number=1,
        verdict="confirmed",
        kind="observation",
        start=0,
        end=1,
        fields={},
        by=record.put_in_by,
    ),
}


def test_what_was_decided_by_the_program_is_as_the_log_has_it(decided, clerk):
    assert list(seals.broken()) == []
    setting_aside.set_aside(record=decided, reason="nhầm tệp", by=clerk)
    setting_aside.use_again(record=decided, by=clerk)
    assert list(seals.broken()) == []
    log_rows()
    assert prove() == 0


@pytest.mark.parametrize("what", FORGED)
def test_what_was_changed_past_the_program_is_found(decided, what):
    FORGED[what](decided)
    assert list(seals.broken()) == [f"records.Record {decided.pk}"]


def test_a_record_that_is_gone_is_missed(record):
    key = record.pk
    record.delete()
    assert list(seals.broken()) == [f"records.Record {key}"]


def test_the_proof_names_the_record(decided):
    FORGED["a verdict"](decided)
    with pytest.raises(Refused) as refused:
        prove()
    assert (refused.value.code, refused.value.values["names"]) == ("records-changed", f"records.Record {decided.pk}")


def test_entries_of_before_are_proved_as_far_as_they_tell(decided, monkeypatch):
    named = seals._named
    monkeypatch.setattr(seals, "_named", lambda entry: ((pair, None) for pair, _seal in named(entry)))
    FORGED["a verdict"](decided)
    assert list(seals.broken()) == []
    Decision.objects.filter(pk=Decision.objects.order_by("pk").first().pk).update(number=9)
    assert list(seals.broken()) == [f"records.Record {decided.pk}"]


def test_the_log_shows_no_hashes_among_what_was_noted(decided):
    assert not any("seal" in details(entry) for entry in Entry.objects.filter(act__startswith="find"))
