"""Facts as a clerk has confirmed them, made without the reader so that these tests speak of pages only."""

import hashlib
from datetime import date
from functools import partial

import pytest

from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import Decision, Find, Record, Verdict

TEXT = (
    "Kết quả năm 2019 của thị xã.\n"
    "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng, so với cùng kỳ tăng 15,1%. Nước thải của cụm công nghiệp chưa được xử lý.\n"
    "Yêu cầu thị xã lập phương án thu gom nước thải trước ngày 30/6/2020."
)
FIGURE = {
    "indicator": "tổng giá trị sản xuất", "measure": "level", "value": 19200, "value_to": None, "unit": "tỷ đồng", "bound": "over",
    "role": "actual", "period": "2019", "place": "thị xã",
    "comparisons": [{"kind": "change", "value": 15.1, "unit": "%", "bound": "exact", "base": "same_period"}],
}  # fmt: skip
SHORTCOMING = {"polarity": "shortcoming", "topic": "environment"}
DIRECTIVE = {"issuer": "Bí thư Tỉnh ủy", "force": "order", "assignee": "thị xã", "deadline": "2020-06-30", "topic": "environment"}


@pytest.fixture
def clerk(person, town):
    return person("clerk", town)


@pytest.fixture
def ward(town):
    return Place.objects.create(
        code="07069", kind="phường", name="Mạo Khê", parent=town, path=f"{town.path}07069/", valid_from=date(2015, 3, 11), folded=""
    )


@pytest.fixture
def meeting(town):
    return Meeting.objects.create(place=town, held_on=date(2020, 3, 12), mode="online", title="Buổi làm việc với thị xã", chair="Lê Văn An")


def put_down(clerk, place, meeting=None, name="bien-ban.txt", text=TEXT):
    """A record, put in by `clerk` and not read."""
    digest = hashlib.sha256(f"{place.path}{name}".encode()).hexdigest()
    return Record.objects.create(
        place=place, meeting=meeting, name=name, media_type="text/plain", encoding="utf-8", sha256=digest, size=len(text.encode()),
        title=name, text=text, blocks=[], reader="giaoban 0", put_in_by=clerk,
    )  # fmt: skip


@pytest.fixture
def make_record(clerk):
    return partial(put_down, clerk)


@pytest.fixture
def record(make_record, town, meeting):
    return make_record(town, meeting)


def found(clerk, record, kind, words, fields, verdict=Verdict.CONFIRMED, place=None, topic=""):
    """A find at those words, confirmed by `clerk`; with another verdict or none if told so."""
    start = record.text.index(words)
    span = {"kind": kind, "start": start, "end": start + len(words), "fields": fields}
    find = Find.objects.create(record=record, rule="rule@1", reader="giaoban 0", confidence=0.9, **span)
    if verdict:
        place = place or record.place
        find.standing = Decision.objects.create(find=find, number=1, verdict=verdict, place=place, topic=topic, by=clerk, **span)
        find.save()
    return find


@pytest.fixture
def fact(clerk):
    """fact(record, kind, words, fields) is what is `found` there."""
    return partial(found, clerk)


@pytest.fixture
def known(fact, record):
    """One figure, one shortcoming and one directive of the town."""
    return (
        fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE, topic="growth"),
        fact(record, "shortcoming", "Nước thải của cụm công nghiệp chưa được xử lý", SHORTCOMING, topic="environment"),
        fact(record, "directive", "lập phương án thu gom nước thải", DIRECTIVE, topic="environment"),
    )
