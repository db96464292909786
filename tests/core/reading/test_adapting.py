"""Weights adapted to the decisions of an installation."""

import pytest

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.reading import read
from giaoban.reading.learning.adapting import Told, adapted, agreement
from giaoban.reading.weights import SHIPPED

LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã."
HABIT = "Bộ phận một cửa xã {name} giữ nếp trực trưa để dân khỏi chờ"
"""A way of praising that the package does not know, and this office has."""
XA = ("Mỹ Thuận", "Kim Thượng", "Thu Cúc", "Xuân Đài", "Long Cốc", "Tân Phú", "Minh Đài", "Văn Luông", "Thạch Kiệt", "Đồng Sơn")


def told(name, number):
    sentence = HABIT.format(name=name)
    document = from_text(f"Tin giao ban {number}\n\n{LEAD}\n\nXã {name} báo cáo. {sentence}. Bí thư Huyện ủy yêu cầu rà soát quy hoạch.\n")
    made = record(document, read(document))
    start = document.text.index(sentence)
    finding = {"span": {"start": start, "end": start + len(sentence)}, "polarity": "strength"}
    others = [each for each in made["findings"] if each["span"]["end"] <= start or each["span"]["start"] >= start + len(sentence)]
    return Told(document, made | {"findings": [*others, finding]})


@pytest.fixture(scope="module")
def texts():
    return [told(name, number) for number in range(3) for name in XA]


def test_one_text_in_four_or_so_is_kept_aside_and_stays_aside(texts):
    aside = [each for each in texts if each.aside]
    assert 2 <= len(aside) <= len(texts) // 2
    assert [Told(each.document, {}).aside for each in texts] == [each.aside for each in texts]


def test_what_an_office_confirms_again_and_again_is_read_in_texts_kept_aside(texts):
    aside = [each for each in texts if each.aside]
    weights = adapted([each for each in texts if not each.aside])
    before, after = agreement(aside), agreement(aside, weights)
    assert before.marked == after.marked > 0
    assert after.f1 > before.f1
    assert weights.stamp and weights != SHIPPED


def test_the_same_texts_give_the_same_weights_in_any_order(texts):
    some = texts[:4]
    assert adapted(some) == adapted(some[::-1])


def test_nothing_learned_leaves_the_weights_as_they_are():
    document = from_text(f"{LEAD} Bí thư Huyện ủy yêu cầu rà soát quy hoạch.")
    assert read(document, adapted([])).directives == read(document).directives
