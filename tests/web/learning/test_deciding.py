"""What of decided records teaches, and is exported: nothing of what nobody looked at."""

import json

import pytest

from giaoban_web import cli
from giaoban_web.learning.models import Lesson
from giaoban_web.records import actions as records
from giaoban_web.records.annotated import annotated, decided_texts
from giaoban_web.records.models import Kind, Record, Verdict
from tests.web.learning.deciding import HABIT, decided, put_in


@pytest.fixture
def clerk(town, person):
    return person("clerk", town)


def test_an_office_with_few_decided_records_is_told_how_many_are_needed(town, clerk, capsys):
    decided(town, clerk, "Mỹ Thuận", 0)
    assert cli.main(["learn"]) == 1
    said = capsys.readouterr().err
    assert "20" in said and "Chưa đủ để học" in said
    assert not Lesson.objects.exists()


def test_a_record_about_which_nobody_decided_teaches_nothing(town, clerk):
    record = put_in(town, clerk, "Mỹ Thuận", 0)
    assert list(decided_texts()) == []
    records.decide(find=record.finds.first(), verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    (told,) = decided_texts()
    assert told.finds == 1 and not told.record["whole"]
    assert len(told.record["open"]) == record.finds.count() - 1


def test_a_corrected_find_tells_of_all_fields_of_its_form_and_what_was_read(town, clerk):
    record = put_in(town, clerk, "Mỹ Thuận", 0)
    find = record.finds.get(kind=Kind.DIRECTIVE)
    change = records.Change(find.kind, find.start, find.end - 1, find.fields | {"assignee": "Phòng Nội vụ"})
    records.decide(find=find, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=change)
    (told,) = annotated(record)["directives"]
    assert "unlooked" not in told and told["assignee"] == "Phòng Nội vụ"
    assert told["read"] == find.fields and told["moved"] == {"start": find.start, "end": find.end}


def test_of_a_find_that_a_person_added_only_what_was_filled_in_is_told(town, clerk):
    record = put_in(town, clerk, "Mỹ Thuận", 0)
    fields = {"issuer": None, "force": "order", "assignee": "Phòng Nội vụ", "deadline": None, "topic": "other"}
    start = record.text.index("rà soát")
    records.add(record=record, change=records.Change(Kind.DIRECTIVE, start, start + 7, fields), by=clerk)
    (told,) = annotated(record)["directives"]
    assert told["unlooked"] == ["deadline", "issuer", "topic"]


def test_confirmed_added_and_rejected_finds_are_exported_as_annotated_records(town, clerk, tmp_path):
    record = decided(town, clerk, "Mỹ Thuận", 0)
    assert cli.main(["learn", "--export", str(tmp_path / "out")]) == 0
    (path,) = (tmp_path / "out").glob("*.json")
    made = json.loads(path.read_text("utf-8"))
    assert path.with_suffix(".txt").read_text("utf-8") == record.text
    assert [each["quote"] for each in made["findings"]] == [HABIT.format(name="Mỹ Thuận")]
    told = [*made["observations"], *made["findings"], *made["directives"], *filter(None, [made["meeting"]])]
    assert all(each["quote"] == record.text[each["span"]["start"] : each["span"]["end"]] for each in told)
    assert len(told) == record.finds.exclude(standing__verdict=Verdict.REJECTED).count()
    rejected = record.finds.filter(standing__verdict=Verdict.REJECTED).count()
    assert len(annotated(Record.objects.get(pk=record.pk))["rejected"]) == rejected
