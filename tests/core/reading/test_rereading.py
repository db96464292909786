"""Once the day of a meeting is known, what is counted by it is read again, and nothing else."""

from datetime import date

import pytest

from giaoban.documents import from_text
from giaoban.model import Directive, Observation
from giaoban.reading import read
from giaoban.reading.rereading import reread

TEXT = """Xã Mường Lát giao ban công tác

Sáng 12/3, UBND xã Mường Lát tổ chức hội nghị giao ban. Đồng chí Hà Văn Tiến, Chủ tịch UBND xã, chủ trì hội nghị.

Trong quý I, xã thu ngân sách đạt 1.250 triệu đồng. Năm 2014, toàn xã trồng mới 45 ha rừng.

Chủ tịch UBND xã yêu cầu:

- Công an xã báo cáo kết quả trước 30/6.

- Văn phòng UBND xã rà soát hồ sơ trước ngày 25/3/2015.
"""
DOCUMENT = from_text(TEXT)


def said(what):
    return what.period if isinstance(what, Observation) else what.deadline


def test_a_day_whose_year_is_not_told_is_kept_without_it():
    meeting = read(from_text(TEXT.replace("Năm 2014, toàn", "Toàn").replace("/2015", ""))).meeting.what
    assert (meeting.held_on, meeting.day) == (None, "--03-12")


@pytest.mark.parametrize("told", ["Sáng 12/3/2020", "Sáng nay", "Sáng 31/4"], ids=["with its year", "no day", "no such day"])
def test_no_day_without_a_year_is_kept_where_there_is_none(told):
    assert read(from_text(TEXT.replace("Sáng 12/3", told))).meeting.what.day is None


def test_periods_and_deadlines_that_are_counted_by_the_day_are_read_again_and_those_with_a_year_are_not():
    text = TEXT.replace("Năm 2014, toàn", "Toàn")
    changed = {old.span.of(text): said(new.what) for old, new in reread(from_text(text), date(2019, 3, 12))}
    assert {words: time for words, time in changed.items() if "báo cáo" in words} == {"báo cáo kết quả trước 30/6": "2019-06-30"}
    assert {time for words, time in changed.items() if "1.250" in words} == {"2019-Q1"}
    assert not any("25/3/2015" in words for words in changed)


def test_nothing_but_the_time_of_a_find_changes():
    for old, new in reread(DOCUMENT, date(2019, 3, 12)):
        kept = {name for name in old.what.__slots__ if getattr(old.what, name) == getattr(new.what, name)}
        assert set(old.what.__slots__) - kept <= ({"deadline"} if isinstance(old.what, Directive) else {"period", "comparisons"})
        assert (old.span, old.rule, old.confidence) == (new.span, new.rule, new.confidence)


def test_nothing_is_read_otherwise_where_the_text_says_its_day_itself():
    dated = from_text(TEXT.replace("Sáng 12/3", "Sáng 12/3/2015"))
    assert reread(dated, date(2015, 3, 12)) == ()


def test_what_the_text_counts_by_is_the_day_said_and_not_its_own():
    dated = from_text(TEXT.replace("Sáng 12/3", "Sáng 12/3/2015"))
    reading = read(dated, spoken_on=date(2018, 3, 12))
    deadlines = [each.what.deadline for each in reading.directives if "báo cáo" in each.span.of(dated.text)]
    assert deadlines == ["2018-06-30"]


def test_an_empty_text_is_read_with_a_day_as_without():
    assert read(from_text(""), spoken_on=date(2020, 3, 12)).finds() == ()
