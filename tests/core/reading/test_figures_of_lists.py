"""Lists that tell figures place by place, year by year, plan by plan: every figure is of its item, by its name, with its comparison."""

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.documents import from_text
from giaoban.model import Comparison, Observation, Role
from giaoban.reading import read
from tests.tables import table

MEETING = "Sáng 12/7/2023, UBND huyện Ea Lâm họp giao ban tháng 6."
PLACES = st.sampled_from((
    ("xã Phú Lâm", "xã An Bình", "xã Hòa Sơn"), ("phường Tân Lập", "phường Hòa Bình"), ("thôn Đông", "thôn Đoài", "thôn Trung"),
))  # fmt: skip
NAMES = st.sampled_from((
    ("thu ngân sách", " tỷ đồng", "thu tiền sử dụng đất"), ("diện tích lúa mùa", " ha", "lúa lai"), ("tỷ lệ tiêm phòng", "%", ""),
    ("sản lượng thủy sản", " tấn", "sản lượng nuôi trồng"), ("số hộ nghèo", " hộ", ""), ("năng suất lúa", " tạ/ha", ""),
    ("vốn đầu tư công", " tỷ đồng", "vốn đối ứng"), ("tỷ lệ hộ nghèo", "%", "tỷ lệ hộ cận nghèo"),
))  # fmt: skip
HEADS = st.sampled_from(("{}: ", "{} của các địa phương: ", "{} như sau: ", "{} của "))
CHANGES = st.sampled_from(("", " (tăng {}%)", " (giảm {}% so với cùng kỳ)", ", tăng {}% so với cùng kỳ", ", giảm {}%"))
VALUES = st.integers(10, 99)


class Figure(NamedTuple):
    name: str
    value: Decimal
    unit: str
    place: str
    changes: tuple[Decimal, ...]


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[Figure]]:
    """A sentence and its figures."""
    (name, unit, part), verb = draw(NAMES), draw(st.sampled_from(("", "đạt ", "là ")))
    with_part = bool(part) and draw(st.booleans())
    items, figures = [], []
    for place in draw(PLACES):
        value, change, by = draw(VALUES), draw(CHANGES), draw(VALUES)
        items.append(f"{place} {verb}{value}{unit}{change.format(by)}")
        changes = (Decimal(-by if "giảm" in change else by),) if change else ()
        figures.append(Figure(name, Decimal(value), unit.strip(), place, changes))
        if with_part:
            of_part = draw(VALUES)
            items[-1] += draw(st.sampled_from((", {} {}{}", " (trong đó {} {}{})"))).format(part, of_part, unit)
            figures.append(Figure(part, Decimal(of_part), unit.strip(), place, ()))
    told = draw(HEADS).format(name) + "; ".join(items)
    return told[0].upper() + told[1:], figures


@pytest.mark.parametrize("case", table("listed_figures.tsv"), ids=lambda case: case["text"])
def test_the_figures_of_a_list_are_what_the_corpus_says(case):
    assert " | ".join(map(_told, _figures(case["text"]))) == case["figures"]


@given(lists())
@settings(max_examples=60, deadline=None)
def test_every_figure_of_a_list_is_of_its_item_by_its_name_with_its_own_comparison(drawn):
    text, figures = drawn
    read_so = [
        Figure(
            each.indicator.lower(), each.quantity.value, each.quantity.unit, each.place or "", tuple(by.value for by in each.comparisons)
        )
        for each in _figures(text)
    ]
    assert read_so == figures


def _figures(text: str) -> list[Observation]:
    lines = text.replace(" / ", "\n")
    return [found.what for found in read(from_text(f"{MEETING}\n\n{lines}.\n")).observations]


def _told(said: Observation) -> str:
    role = f" {said.role}" if said.role is not Role.ACTUAL else ""
    place = f" @ {said.place}" if said.place != "huyện Ea Lâm" else ""
    period = f" in {said.period}" if said.period != "2023-06" else ""
    return f"{said.indicator}: {said.quantity.value:f} {said.quantity.unit}{role}{place}{period}" + "".join(
        map(_compared, said.comparisons)
    )


def _compared(by: Comparison) -> str:
    return f" ({by.kind} {by.value:f} {by.unit})"
