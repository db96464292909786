"""What is shown at 0.9 is right nine times in ten: set anew by records of which nothing was learned, where there are enough."""

import pytest

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.reading import read
from giaoban.reading.learning import calibrating
from giaoban.reading.learning.calibrating import calibrated, enough, line
from giaoban.reading.learning.lessons import lesson, parted
from giaoban.reading.learning.rightness import KINDS, judged
from giaoban.reading.learning.told import Told
from giaoban.reading.trust import PLAIN, SHOWN, anew, lines_table, odds, on_line
from giaoban.reading.weights import SHIPPED, Weights

LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã."
FIGURES = 6


def told(number, right):
    """A text of six figures, of which so many are right."""
    said = " ".join(f"Xã Thu Cúc trồng mới {20 + number + each} ha rừng." for each in range(FIGURES))
    document = from_text(f"Tin giao ban {number}\n\n{LEAD}\n\n{said}\n")
    made = record(document, read(document))
    return Told(document, made | {"observations": made["observations"][:right], "whole": False})


def texts(right, first=0, count=10):
    return [told(first + number, right) for number in range(count)]


def set_anew(kept, aside, weights=SHIPPED):
    def reading(some, by):
        return [read(each.document, by) for each in some]

    made, told = calibrated(kept, aside, weights, reading(aside, weights), reading)
    return made, {each.kind: each for each in told}


def figures_shown(weights):
    return {each.confidence for each in read(told(99, 1).document, weights).observations}


@pytest.mark.parametrize("right", [1, 6])
def test_figures_that_promise_too_much_or_too_little_are_shown_as_often_as_they_are_right(right):
    made, fared = set_anew(texts(right), texts(right, 20))
    figures = fared["observation"]
    assert figures.taken and figures.drawn == 10 * FIGURES
    assert figures.after.error < figures.before.error
    (shown,) = figures_shown(made)
    assert abs(shown - right / FIGURES) < 0.12 < abs(*figures_shown(SHIPPED)) - 0.12
    assert set(anew(made)) == {"observation"}


def test_a_few_finds_or_records_set_nothing_anew():
    made, fared = set_anew(texts(1, count=6), texts(1, 20))
    assert made == SHIPPED and not fared["observation"].enough
    assert enough(texts(6, count=8)) and not enough(texts(6, count=4)) and not enough(texts(1, count=8))


def test_what_tells_worse_of_the_records_to_measure_by_is_not_used():
    made, fared = set_anew(texts(1), texts(6, 20))
    assert fared["observation"].enough and not fared["observation"].taken
    assert made == SHIPPED


def test_a_line_in_use_stays_where_none_better_is_drawn():
    once, _ = set_anew(texts(1), texts(1, 20))
    again, fared = set_anew(texts(1), texts(1, 20), once)
    assert again == once and not fared["observation"].taken
    few, _ = set_anew(texts(6, count=2), texts(1, 20), once)
    assert few == once


def test_finds_that_nobody_decided_say_nothing():
    whole = told(1, 2)
    assert [each.right for each in judged([whole], [read(whole.document)])["observation"]] == [True] * 2 + [False] * 4
    part = Told(whole.document, whole.record | {"whole_figures": False})
    assert [each.right for each in judged([part], [read(part.document)])["observation"]] == [True] * 2
    open_meeting = Told(whole.document, whole.record | {"meeting": None, "rejected": []})
    assert not judged([open_meeting], [read(whole.document)])["meeting"]


@pytest.mark.parametrize(("field", "value"), [("role", "target"), ("unit", "xã"), ("indicator", "số hộ nghèo"), ("bound", "over")])
def test_a_figure_of_which_a_field_was_corrected_is_not_right_but_its_period_and_place_are_not_asked(field, value):
    whole = told(1, 6)
    for changed, right in ((field, False), ("period", True), ("place", True)):
        figures = [each | {changed: value} for each in whole.record["observations"]]
        other = Told(whole.document, whole.record | {"observations": figures})
        assert {each.right for each in judged([other], [read(whole.document)])["observation"]} == {right}


def test_a_meeting_is_right_with_its_day_mode_bodies_and_chair():
    whole = told(1, 6)
    meeting = whole.record["meeting"]
    for changed, right in (({}, True), ({"date": "2020-03-11"}, False), ({"convener": "Sở Nội vụ"}, False), ({"chair": None}, True)):
        other = Told(whole.document, whole.record | {"meeting": meeting | changed})
        assert [each.right for each in judged([other], [read(whole.document)])["meeting"]] == [right]
    rejected = Told(whole.document, whole.record | {"meeting": None, "rejected": [meeting | {"kind": "meeting"}]})
    assert [each.right for each in judged([rejected], [read(whole.document)])["meeting"]] == [False]


def test_every_kind_of_find_is_shown_by_its_line_and_nothing_else_of_it_changes():
    document = from_text(f"{LEAD} Xã Thu Cúc trồng mới 20 ha rừng. Bí thư Huyện ủy yêu cầu rà soát quy hoạch.")
    doubted = Weights({SHOWN: lines_table(dict.fromkeys(KINDS, (1.0, -3.0))).encode()})
    plain, shown = read(document), read(document, doubted)
    assert len(plain.finds()) == len(shown.finds()) == 3
    for before, after in zip(plain.finds(), shown.finds(), strict=True):
        assert after.confidence < before.confidence
        assert (after.what, after.span, after.rule) == (before.what, before.span, before.rule)


def test_a_plain_line_shows_finds_as_they_are():
    assert on_line(0.93, PLAIN) == 0.93
    assert line([(odds(0.7), True)] * 7 + [(odds(0.7), False)] * 3) == pytest.approx(PLAIN, abs=1e-3)


def test_a_lesson_keeps_some_records_for_confidence_where_there_are_enough():
    some = texts(6, count=60)
    made = parted(some)
    assert not {id(each) for each in made.kept} & {id(each) for each in (*made.own, *made.aside)}
    assert all(each.aside for each in made.aside) and not any(each.aside for each in (*made.own, *made.kept))
    assert len(made.kept) == (len(made.own) + len(made.kept)) // 4
    few = parted(some[:9])
    assert not few.kept and len(few.own) + len(few.aside) == 9
    assert [each.key for each in parted(some[::-1]).kept] == [each.key for each in made.kept]


def test_a_lesson_in_which_no_part_is_better_may_still_set_confidence_anew(monkeypatch):
    monkeypatch.setattr(calibrating, "FINDS", 10)
    made = lesson(texts(6, count=4), texts(6, 20), SHIPPED, kept=texts(6, 40))
    assert "observation" in made.set_anew and SHOWN in made.weights.own
    assert not lesson(texts(6, count=4), texts(6, 20), SHIPPED).calibrations
