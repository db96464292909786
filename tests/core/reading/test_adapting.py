"""Weights adapted to the decisions of an installation."""

from fractions import Fraction

import pytest

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.reading import read
from giaoban.reading.learning import lessons
from giaoban.reading.learning.adapting import READY, STEPS, adapted
from giaoban.reading.learning.choices import learn
from giaoban.reading.learning.decisions import of_directives
from giaoban.reading.learning.examples import UNKNOWN, chain_examples, labelled
from giaoban.reading.learning.figures import cases
from giaoban.reading.learning.lessons import lesson
from giaoban.reading.learning.measuring import counts, likely_by_chance, total
from giaoban.reading.learning.parts import PARTS, taking
from giaoban.reading.learning.told import Told
from giaoban.reading.weights import SHIPPED

LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã."
HABIT = "Ở xã {name} đèn phòng một cửa sáng cả buổi trưa"
"""A way of praising that the package does not know, and this office has."""
FIGURE = "Xã {name} có diện tích rừng trồng mới năm 2020 của các hộ nhận khoán đạt {value} ha."
SHORT, FULL = "diện tích rừng trồng mới", "diện tích rừng trồng mới của các hộ nhận khoán"
XA = ("Mỹ Thuận", "Kim Thượng", "Thu Cúc", "Xuân Đài", "Long Cốc", "Tân Phú", "Minh Đài", "Văn Luông", "Thạch Kiệt", "Đồng Sơn")


def text_of(name, number):
    said = f"Xã {name} báo cáo. {HABIT.format(name=name)}. {FIGURE.format(name=name, value=20 + number)}"
    return f"Tin giao ban {number}\n\n{LEAD}\n\n{said} Bí thư Huyện ủy yêu cầu rà soát quy hoạch.\n"


def told(name, number, figure=FULL):
    """A text in which an office praises in its own way, and names a figure as fully as the text does."""
    sentence, document = HABIT.format(name=name), from_text(text_of(name, number))
    made = record(document, read(document))
    start = document.text.index(sentence)
    finding = {"span": {"start": start, "end": start + len(sentence)}, "polarity": "strength", "topic": "administration"}
    others = [each for each in made["findings"] if each["span"]["end"] <= start or each["span"]["start"] >= start + len(sentence)]
    figures = [each | {"indicator": figure} for each in made["observations"]]
    return Told(document, made | {"findings": [*others, finding], "observations": figures})


@pytest.fixture(scope="module", autouse=True)
def small():
    """So small an office is allowed to learn here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lessons, "CASES", 10)
        patch.setattr(lessons, "ASKED", 5)
        yield


@pytest.fixture(scope="module")
def texts():
    return [told(name, number) for number in range(3) for name in XA]


@pytest.fixture(scope="module")
def parted(texts):
    return [each for each in texts if not each.aside], [each for each in texts if each.aside]


@pytest.fixture(scope="module")
def made(parted):
    return lesson(*parted, SHIPPED)


def test_one_text_in_three_or_so_is_kept_aside_and_stays_aside_in_a_file_of_another_kind(texts):
    aside = [each for each in texts if each.aside]
    assert 2 <= len(aside) <= len(texts) // 2
    assert [Told(from_text(each.document.text.replace("\n\n", "\n\n\n")), {}).aside for each in texts] == [each.aside for each in texts]


def test_what_an_office_confirms_again_and_again_is_read_in_texts_kept_aside(made, parted):
    outcomes = {each.part: each for each in made.outcomes}
    assert list(outcomes) == list(PARTS)
    assert outcomes["clauses"].after.share > outcomes["clauses"].before.share
    assert outcomes["name"].after.share > outcomes["name"].before.share
    assert made.weights.stamp and made.weights != SHIPPED
    read_now = counts(parted[1], made.weights)
    assert total(read_now, "name") == outcomes["name"].after


def test_a_part_that_is_not_better_keeps_the_weights_it_had(made):
    assert made.taken and set(made.taken) < set(PARTS)
    for part in PARTS.values():
        if part.tables and part.name not in made.taken:
            assert not set(part.tables) & made.weights.own.keys()
    assert taking(SHIPPED, made.learned, []) == SHIPPED
    assert taking(made.weights, SHIPPED, made.taken) == SHIPPED


def test_what_was_learned_before_does_not_change_what_is_learned_now(made, parted):
    again = lesson(*parted, made.weights)
    assert again.learned == made.learned
    assert again.taken == [] and again.weights == made.weights


def test_the_same_texts_give_the_same_weights_in_any_order(texts):
    some, steps = texts[:4], []
    assert adapted(some).weights == adapted(some[::-1], steps.append).weights
    assert steps == sorted(steps) and steps[-1] == STEPS


def test_nothing_learned_leaves_the_weights_as_they_are():
    document = from_text(f"{LEAD} Bí thư Huyện ủy yêu cầu rà soát quy hoạch.")
    assert read(document, adapted([]).weights).directives == read(document).directives


def test_a_corrected_name_speaks_for_the_right_one_and_against_the_one_read():
    document = from_text(text_of("Mỹ Thuận", 1))
    for figure in (SHORT, FULL):
        (options, right, _), *_ = cases(document, told("Mỹ Thuận", 1, figure).record)["name"]
        weights = learn([(options, right, 1.0)] * 4, 0.1)
        totals = [sum(weights.get(trait, 0.0) for trait in traits) for traits in options]
        assert totals.index(max(totals)) in right
        assert all(totals[at] < max(totals) for at in range(len(options)) if at not in right)


def test_a_field_at_which_nobody_looked_teaches_nothing():
    document, whole = from_text(text_of("Mỹ Thuận", 1)), told("Mỹ Thuận", 1).record
    assert all(cases(document, whole).values())
    for field, part in (("indicator", "name"), ("period", "period"), ("place", "place")):
        found = cases(document, whole | {"observations": [each | {"unlooked": [field]} for each in whole["observations"]]})
        assert [choice for choice, each in found.items() if not each] == [part]


def test_where_nobody_looked_is_unknown_and_what_was_rejected_is_nothing():
    made = told("Mỹ Thuận", 1)
    habit, *_ = [each for each in made.record["findings"] if each["topic"] == "administration"]
    rejected = [{"kind": "strength", "span": habit["span"]}]
    part = made.record | {"findings": [], "directives": [], "rejected": rejected, "open": [], "whole": False}
    labels = [label for _, labels in labelled(made.document, part) for label in labels]
    assert 0 in labels and UNKNOWN in labels and not set(labels) - {0, UNKNOWN}
    examples = chain_examples(labelled(made.document, part))
    assert sum(len(each.labels) for each in examples) == labels.count(0)
    everything = labelled(made.document, part | {"whole": True})
    assert UNKNOWN not in [label for _, labels in everything for label in labels]


def test_a_task_that_nobody_decided_stands_between_the_others_and_teaches_nothing():
    made = told("Mỹ Thuận", 1)
    page, tasks = READY.run(made.document), made.record["directives"]
    assert tasks and {choice for choice, _ in of_directives(page, made.record)} == {"issuer", "assignee", "deadline"}
    opened = made.record | {"directives": [], "open": [each | {"kind": "directive"} for each in tasks], "whole": False}
    assert list(of_directives(page, opened)) == []
    unlooked = made.record | {"directives": [each | {"unlooked": ["assignee"]} for each in tasks]}
    assert {choice for choice, _ in of_directives(page, unlooked)} == {"issuer", "deadline"}


def test_what_is_read_where_nobody_looked_is_not_counted_as_false():
    made = told("Mỹ Thuận", 1)
    (whole,) = counts([made])
    part = Told(made.document, made.record | {"findings": [], "directives": made.record["directives"][:1], "open": [], "whole": False})
    (looked,) = counts([part])
    assert whole["clauses"].marked > looked["clauses"].marked == looked["clauses"].read == looked["clauses"].pairs == 1


@pytest.mark.parametrize(
    ("before", "after", "chance"),
    [
        ([2, 2, 2], [2, 2, 2], Fraction(1)),
        ([2, 2, 2, 2, 2], [0, 0, 0, 0, 0], Fraction(1, 32)),
        ([2, 2, 2, 2], [0, 0, 0, 4], Fraction(5, 16)),
        ([9, 1, 1], [0, 2, 2], Fraction(1, 2)),
    ],
)
def test_how_likely_a_result_is_by_chance_is_worked_out_over_whole_texts(before, after, chance):
    assert likely_by_chance(before, after) == chance
