"""How a text is broken into lines, and the order of paragraphs that carry nothing over, do not change what is found."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.documents import from_text
from giaoban.model import Reading
from giaoban.reading import read

HEAD = "Huyện ủy Tân Sơn họp giao ban\n\nThứ Năm, 12/03/2020, 08:00"
LEAD = "Sáng 10/3/2020, Ban Thường vụ Huyện ủy Tân Sơn tổ chức hội nghị giao ban tháng 2 với Đảng ủy các xã, đồng chí Lê Văn Hùng chủ trì."
PARAGRAPHS = (
    "Năm 2019, thu ngân sách của xã Mỹ Thuận đạt 2.572 triệu đồng, tăng 20,2% so với cùng kỳ năm trước và bằng 105% dự toán huyện giao.",
    "Trong quý I/2020, huyện Tân Sơn có 140 doanh nghiệp thành lập mới, vốn đăng ký đạt trên 1.250 tỷ đồng.",
    "Đến hết năm 2019, tỷ lệ hộ nghèo của xã Kim Thượng giảm từ 12,1% xuống 8,4%, số hộ cận nghèo còn 312 hộ.",
    "Trong 6 tháng đầu năm 2019, thị xã Phú Thọ trồng được 350 ha rừng, đạt 70% kế hoạch.",
    "Năm 2018, huyện Yên Lập thực hiện 21 dự án giao thông với tổng vốn 96,5 tỷ đồng.",
)
"""Each names its own period and place."""


def facts(text: str) -> list[str]:
    return sorted(repr(found.what) for found in _read(text).observations)


def everything(text: str) -> list[object]:
    return [found.what for found in _read(text).finds()]


def _read(text: str) -> Reading:
    return read(from_text(text))


ORDERLY = "\n\n".join((HEAD, LEAD, *PARAGRAPHS))


def test_the_text_of_these_laws_holds_figures_and_a_meeting():
    assert len(facts(ORDERLY)) >= 8
    assert _read(ORDERLY).meeting


@given(st.permutations(PARAGRAPHS))
@settings(max_examples=40, deadline=None)
def test_the_order_of_paragraphs_that_carry_nothing_over_does_not_change_their_figures(paragraphs):
    assert facts("\n\n".join((HEAD, LEAD, *paragraphs))) == facts(ORDERLY)


@given(st.integers(min_value=50, max_value=110))
@settings(max_examples=40, deadline=None)
def test_the_width_at_which_lines_are_wrapped_does_not_change_what_is_found(width):
    wrapped = (textwrap.fill(each, width, break_on_hyphens=False, break_long_words=False) for each in (LEAD, *PARAGRAPHS))
    assert everything("\n\n".join((HEAD, *wrapped))) == everything(ORDERLY)


@given(st.integers(min_value=2, max_value=5), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", " ", "\t", "\u00a0"]))
@settings(max_examples=40, deadline=None)
def test_empty_lines_and_blanks_between_paragraphs_do_not_change_what_is_found(lines, end, blank):
    assert everything((blank + end) * 2 + ((blank + end) * lines).join((*HEAD.split("\n\n"), LEAD, *PARAGRAPHS))) == everything(ORDERLY)
