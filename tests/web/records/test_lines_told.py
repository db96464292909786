"""Beside each find stands its own page and line of the original."""

from giaoban_web.records import actions
from giaoban_web.records.cards import cards
from tests.core.documents.made import pdf

PARAGRAPH = (
    "Sáng 12/3, Ban Thường vụ Thị ủy họp giao ban công tác quý I năm 2020 với các xã, phường, bàn về kinh tế, xây dựng nông thôn mới và "
    "phòng, chống dịch; dự họp có lãnh đạo các phòng, ban và bí thư các xã, phường trên địa bàn. Thu ngân sách trên địa bàn đạt 2.572 tỷ "
    "đồng, tăng 20,2% so với cùng kỳ năm 2019. Thị xã thành lập mới 140 doanh nghiệp."
)


def test_a_find_in_the_middle_of_a_paragraph_leads_to_its_own_line(clerk, town):
    record = actions.put_in(data=pdf([PARAGRAPH]), name="bao-cao.pdf", place=town, by=clerk)
    told = {each.quote: each.where for each in cards(record, record.finds.all())}
    first, later = (next(where for quote, where in told.items() if words in quote) for words in ("Ban Thường vụ", "2.572"))
    assert first == "trang 1, dòng 1"
    assert later in {"trang 1, dòng 3", "trang 1, dòng 4"}
