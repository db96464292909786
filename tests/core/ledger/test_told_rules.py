"""What makes of figures behind another its parts: where they may stand, in which units and roles they count, and what is told of them."""

import re
from decimal import Decimal

import pytest

from giaoban.documents import quotes
from giaoban.ledger import Cell, Entry, Facts, InDocument, check
from giaoban.ledger.checks.told import beside, told, told_parts
from giaoban.model import Measure, Quantity, Role, Span
from tests.core.ledger.made import ON, PERSON

FIGURE = re.compile(r"\[(?:(?P<name>\w+)=)?(?P<value>[\d.]+) (?P<unit>[^\]@]+)(?:@(?P<role>\w+))?\]")


def facts(said: str) -> Facts:
    """The figures that a sentence has in brackets, as "[6 hộ]", "[thu_nsnn=6 tỷ đồng@target]"; each a cell of its own."""
    text, spans, end = "", {}, 0
    for each in FIGURE.finditer(said):
        text += said[end : each.start()]
        shown = f"{each['value']} {each['unit']}"
        spans[Span(len(text), len(text) + len(shown))] = each
        text, end = text + shown, each.end()
    text += said[end:]
    sentences = {InDocument("a", span): each for span, each in quotes.around(text, spans).items()}
    entries = [
        Entry(
            Cell(each["name"] or f"?{number}", "p", None), Quantity(Decimal(each["value"]), each["unit"]), InDocument("a", span), ON,
            Role(each["role"] or "actual"),
        )
        for number, (span, each) in enumerate(spans.items())
    ]  # fmt: skip
    return Facts(entries, sentences=sentences)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Có [58 hộ] nghèo, gồm [31 hộ] ở thôn Đoài, [27 hộ] ở thôn Cầu.", "31 27"),
        ("Có [58 hộ] nghèo; xét hai đợt, gồm [31 hộ] đợt đầu, [33 hộ] đợt sau.", ""),
        ("Có [58 hộ] nghèo. Thoát nghèo gồm [31 hộ] ở thôn Đoài, [33 hộ] ở thôn Cầu.", ""),
        ("Có [58 hộ] (thôn Đoài [31 hộ], thôn Cầu [27 hộ]).", "31 27"),
        ("Có [58 hộ] ở ba thôn (thôn Đoài [31 hộ], thôn Cầu [27 hộ]).", ""),
        ("Có [58 hộ] (thôn Đoài [31 hộ], thôn Cầu [27 hộ]), cho vay [19 hộ].", "31 27"),
        ("Có [58 hộ] (thôn Đoài [31 hộ]).", ""),
        ("Có [58 hộ] (thôn Đoài [31 hộ], thôn Cầu [27 hộ], chưa kể", ""),
        ("Có [58 hộ], trong đó [31 hộ] có vườn.", "31"),
        ("Trồng [58 ha], gồm [31 ha] keo, [27 ha@target] quế.", "31"),
        ("Trồng [58 ha@target], gồm [31 ha@target] keo, [27 ha@target] quế.", "31 27"),
        ("Có [58 hộ], gồm [31 hộ] ở thôn Đoài, [27 con] trâu, [9 hộ] ở thôn Cầu.", "31"),
        ("Có [58 hộ], gồm [31 hộ kinh doanh], [27 hộ] khác.", "31 27"),
        ("Đạt [58 %], gồm [31 %] ở xã, [27 %] ở thôn.", ""),
        ("Đạt [58 tạ/ha], gồm [31 tạ/ha] vụ chiêm, [27 tạ/ha] vụ mùa.", "31 27"),
        ("Trả [58 triệu đồng/người], gồm [31 triệu đồng] công, [27 triệu đồng] phụ cấp.", ""),
        ("Thu [58 tỷ đồng], gồm [31000 triệu đồng] phí, [27 tỷ đồng] lệ phí.", "31.000 27"),
        ("Thu [58 tỷ đồng], gồm [31 tỷ đồng] phí; [27 tỷ đồng] lệ phí.", "31"),
        ("Thu [58 tỷ đồng], gồm: [31 tỷ đồng] phí; [27 tỷ đồng] lệ phí.", "31 27"),
        ("Thu [58 tỷ đồng], gồm [31 tỷ đồng] phí, cùng kỳ [27 tỷ đồng].", "31"),
        (f"Có [58 hộ] {'xa ' * 26}gồm [31 hộ], [27 hộ].", "31 27"),
        (f"Có [58 hộ] {'xa ' * 30}gồm [31 hộ], [27 hộ].", ""),
        (f"Có [58 hộ], gồm [31 hộ] {'xa ' * 26}, [27 hộ].", "31 27"),
        (f"Có [58 hộ], gồm [31 hộ] {'xa ' * 30}, [27 hộ].", "31"),
    ],
)  # fmt: skip
def test_the_parts_of_a_figure_are_those_its_sentence_opens_behind_it(said, parts):
    first = next((each for each in told(facts(said)) if each.whole.value == 58), None)
    assert (" ".join(f"{part.value:f}" for part in first.parts) if first else "") == parts


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Có [58 hộ], gồm [58 hộ] nông nghiệp.", ""),
        ("Có [58 hộ], gồm [59 hộ] nông nghiệp.", "part-exceeds: ?1 ?0"),
        ("Có [58 hộ], gồm [31 hộ] nông nghiệp, [27 hộ] buôn bán.", ""),
        ("Có [58 hộ], gồm [31 hộ] nông nghiệp, [28 hộ] buôn bán.", "sum-exceeds: ?0 ?1 ?2"),
        ("Thu [58 tỷ đồng], gồm [31000 triệu đồng] phí, [27 tỷ đồng] lệ phí.", ""),
        ("Thu [58 tỷ đồng], gồm [31000 triệu đồng] phí, [29 tỷ đồng] lệ phí.", "sum-exceeds: ?0 ?1 ?2"),
        ("Thu [58 tỷ đồng], gồm [59500 triệu đồng] phí.", "part-exceeds: ?1 ?0"),
        ("Thu ngân sách [thu_nsnn=58 tỷ đồng], gồm [thu_noi_dia=61 tỷ đồng] nội địa.", ""),
    ],
)
def test_what_is_told_of_parts_names_the_figures_it_is_about(said, found):
    each = " | ".join(f"{one.code}: {' '.join(entry.cell.indicator for entry in one.inputs)}" for one in told_parts(facts(said)))
    assert each == found


def test_what_their_names_tell_of_parts_already_is_not_told_twice():
    of_names = facts("Thu ngân sách [thu_nsnn=58 tỷ đồng], gồm [thu_noi_dia=61 tỷ đồng] nội địa.")
    assert [each.code for each in check(of_names) if each.check == "parts"] == ["part-exceeds"]


def level(end: int, *, document: str = "a", measure: Measure = Measure.LEVEL, source: object = None) -> Entry:
    cell = Cell(f"?{document}{end}", "p", None, measure)
    return Entry(cell, Quantity(Decimal(1), "hộ"), source or InDocument(document, Span(end - 1, end)), ON)


@pytest.mark.parametrize(
    ("entries", "ends"),
    [
        ([level(10), level(190)], [10]),
        ([level(10), level(191)], []),
        ([level(190), level(10), level(100)], [10, 100]),
        ([level(10), level(20, document="b")], []),
        ([level(10), level(20, measure=Measure.CHANGE)], []),
        ([level(10), level(20, source=PERSON)], []),
        ([level(10)], []),
    ],
)
def test_figures_are_near_where_another_level_of_the_record_ends_within_two_reaches(entries, ends):
    assert sorted(each.span.end for each in beside(entries)) == ends
