"""What an installation decides about numbers tells which of its numbers are figures."""

import pytest

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.reading import read
from giaoban.reading.learning import numbers
from giaoban.reading.learning.adapting import adapted
from giaoban.reading.learning.lessons import lesson
from giaoban.reading.learning.measuring import counts
from giaoban.reading.learning.told import Told
from giaoban.reading.rules.figures.counting.admitting import ADMITTED, DOUBTED, STAMPS, doubted
from giaoban.reading.trust import SHOWN, lines_table
from giaoban.reading.weights import SHIPPED, Weights

LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã."
KEPT = "Xã {name} trồng mới {value} ha rừng"
FINE = "xử phạt vi phạm hành chính {value} triệu đồng"
LEFT = "Xã tổ chức {few} ngày hội việc làm"
"""Days are no figures to the rules."""
XA = ("Mỹ Thuận", "Kim Thượng", "Thu Cúc", "Xuân Đài", "Long Cốc", "Tân Phú", "Minh Đài", "Văn Luông", "Thạch Kiệt", "Đồng Sơn")


def text_of(name, number):
    value = number + 21 + len(name)
    said = f"{KEPT.format(name=name, value=value)}; {FINE.format(value=value + 30)}. {LEFT.format(few=2 + number)}."
    return f"Tin giao ban {number}\n\n{LEAD}\n\n{said}\n"


def told(name, number, *, fines=True, days=False, whole=True):
    """A text of which an office decided every figure: no fine is one (`fines`), days of fairs are (`days`)."""
    document = from_text(text_of(name, number))
    made = record(document, read(document))
    rejected = [each | {"kind": "observation"} for each in made["observations"] if fines and each["value"] == number + 51 + len(name)]
    figures = [each for each in made["observations"] if each["span"] not in [other["span"] for other in rejected]]
    if days:
        start = document.text.index(f"{2 + number} ngày hội")
        figures.append(figures[0] | {"span": {"start": start, "end": start + 6}, "value": 2 + number, "unit": "ngày"})
    return Told(document, made | {"observations": figures, "rejected": rejected, "open": [], "whole_figures": whole})


def office(**how):
    return [told(name, number, **how) for number in range(3) for name in XA]


@pytest.fixture(scope="module")
def lessons_learned():
    return {days: adapted(office(days=days)).weights for days in (False, True)}


def read_anew(weights):
    """The figures of a text that nobody decided, by their rules: what is confirmed, fined, and counted in days."""
    reading = read(from_text(text_of("Vinh Tiền", 3)), weights)
    return {int(each.what.quantity.value): each for each in reading.observations}


def test_the_rules_alone_take_fines_and_leave_days():
    assert set(read_anew(SHIPPED)) == {33, 63}


def test_a_number_like_those_that_were_rejected_is_shown_as_doubted_and_not_lost(lessons_learned):
    before, found = read_anew(SHIPPED), read_anew(lessons_learned[False])
    assert set(found) == {33, 63}
    assert found[63].rule == STAMPS[DOUBTED] and found[63].confidence < 0.5
    assert found[33].rule == before[33].rule
    assert found[33].confidence >= before[33].confidence, "the lesson tells of its name, too"


def test_confidence_set_anew_raises_no_doubted_figure(lessons_learned):
    surer = Weights(lessons_learned[False].own | {SHOWN: lines_table({"observation": (1.0, 5.0)}).encode()})
    found, before = read_anew(surer), read_anew(lessons_learned[False])
    assert found[33].confidence > 0.95 > before[33].confidence
    assert found[63].confidence == before[63].confidence < 0.5


def test_a_number_like_those_that_were_added_is_read(lessons_learned):
    found = read_anew(lessons_learned[True])
    assert set(found) == {33, 63, 5}
    assert found[5].rule == STAMPS[ADMITTED]


def test_what_it_takes_to_be_a_figure_is_learned_only_where_it_reads_records_kept_aside_better():
    texts = office()
    own, aside = [each for each in texts if not each.aside], [each for each in texts if each.aside] * 2
    made = lesson(own, aside, SHIPPED)
    outcome = next(each for each in made.outcomes if each.part == "figure")
    assert outcome.cases == 2 * len(own) and outcome.after.wrong == 0 < outcome.before.wrong
    assert outcome.better and "figure" in made.taken
    still = lesson([told(each, 0, fines=False) for each in XA], aside, SHIPPED)
    assert "figure" not in still.taken


def test_of_a_record_decided_in_part_only_what_was_decided_teaches_and_is_counted():
    whole, part = told("Mỹ Thuận", 1), told("Mỹ Thuận", 1, whole=False)
    assert [right for _, right, _ in numbers.cases(whole.document, whole.record)] == [[0], [1], [1]]
    assert [right for _, right, _ in numbers.cases(part.document, part.record)] == [[0], [1]]
    opened = part.record | {"rejected": [], "open": part.record["rejected"]}
    assert [right for _, right, _ in numbers.cases(part.document, opened)] == [[0]]
    assert [each["figure"].read for each in counts([whole, part, Told(part.document, opened)])] == [2, 2, 1]


def test_no_number_is_doubted_by_the_weights_of_the_package():
    assert not any(doubted(each.rule) for each in read_anew(SHIPPED).values())
