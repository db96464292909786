import pytest

from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.clauses.speech import Speech
from giaoban.reading.rules.named.persons import Holder
from tests.core.reading.written import page, within
from tests.tables import table


def found_in(case, kind):
    read = page(case["text"])
    return [found.what for found in read.all(kind) if within(case["text"], found.span.start, read)]


@pytest.mark.parametrize("case", table("bodies.tsv"), ids=lambda case: case["text"])
def test_bodies_and_offices_are_read_as_the_corpus_says(case):
    named = [body.name + ("*" if body.person else "") for body in found_in(case, BodyMention)]
    assert " | ".join(named) == case["bodies"]


@pytest.mark.parametrize("case", table("persons.tsv"), ids=lambda case: case["text"])
def test_persons_are_read_with_their_offices_as_the_corpus_says(case):
    said = [f"{holder.name or '-'} ({'; '.join(holder.offices)})" for holder in found_in(case, Holder)]
    assert " | ".join(said) == case["persons"]


@pytest.mark.parametrize("case", table("speech.tsv"), ids=lambda case: case["text"])
def test_who_speaks_and_how_is_read_as_the_corpus_says(case):
    said = [f"{speech.manner}: {speech.speaker or '-'}" for speech in found_in(case, Speech)]
    assert " | ".join(said) == case["speeches"]


def test_a_person_named_shortly_is_called_by_the_office_said_before():
    read = page("Bí thư Thành ủy Phạm Văn Long làm việc với quận 9. Ông Long đề nghị quận 9 tập trung giảm tội phạm")
    assert [found.what.speaker for found in read.all(Speech) if found.what.manner == "request"] == ["Bí thư Thành ủy"]


def test_a_body_stands_where_its_name_stands():
    read = page("Ban Thường vụ Huyện ủy Tân Sơn họp với Đảng ủy xã Mỹ Thuận")
    assert all(found.span.of(read.text) == found.what.name for found in read.all(BodyMention))
