"""A record that puts a figure right: both figures are doubted beside each other until one is rejected."""

import pytest
from django.urls import reverse

from giaoban_web.records import actions
from giaoban_web.records.models import Find, Verdict
from giaoban_web.records.remarks import remarks

TEXT = """UBND thị xã Đông Triều báo cáo tình hình tháng 9 năm 2019

Đến nay, thị xã còn 54 hộ nghèo; thu ngân sách đạt 12,4 tỷ đồng. Có 18 xã hoàn thành kế hoạch.

Đính chính: số hộ nghèo không phải 54 hộ mà là 45 hộ.
"""


@pytest.fixture
def told(clerk, town):
    return actions.put_in(data=TEXT.encode(), name="bao-cao.txt", place=town, by=clerk)


def doubted(record):
    finds = list(Find.objects.filter(record=record).select_related("standing"))
    found = remarks(record, finds)
    codes = {each.pk: [remark.said.code for remark in found.get(each.pk, ())] for each in finds}
    return [each.fields["value"] for each in finds if "figure-put-right" in codes[each.pk]]


def test_the_wrong_figure_and_the_right_one_are_doubted_and_no_other(told):
    assert sorted(doubted(told)) == [45, 54, 54]


SENTENCES = [
    ("Số hộ nghèo báo cáo buổi sáng là 54 hộ, nay sửa lại là 45 hộ; thu ngân sách 12,4 tỷ đồng.", [45, 54]),
    ("Đính chính: số hộ nghèo không phải 54 hộ mà là 45 hộ, trong đó có 12 hộ người Dao.", [45, 54]),
    ("Thu ngân sách đạt 12,4 tỷ đồng, xin đính chính là 14,2 tỷ đồng, chi ngân sách 9,1 tỷ đồng.", [12.4, 14.2]),
    ("Toàn xã có 2.106 hộ, số hộ nghèo tại trang 3 ghi nhầm 54 hộ, đúng là 45 hộ; 30 hộ cận nghèo.", [45, 54]),
    ("Số hộ nghèo 45 hộ bị in nhầm thành 54 hộ, số hộ cận nghèo 30 hộ.", [45, 54]),
    ("Số hộ nghèo là 54 hộ.\n\nĐính chính số liệu: số hộ nghèo là 45 hộ, số hộ cận nghèo 30 hộ.", [45, 54]),
    ("Diện tích trồng rừng xin sửa thành 120 ha, độ che phủ 54%.", []),
]


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_of_a_sentence_that_puts_one_figure_right_the_others_are_not_doubted(clerk, town, text, values):
    record = actions.put_in(data=f"Báo cáo năm 2019 của thị xã\n\n{text}\n".encode(), name="bao-cao.txt", place=town, by=clerk)
    assert sorted(doubted(record)) == values


def test_when_the_wrong_ones_are_rejected_nothing_is_doubted(told, clerk):
    for find in told.finds.filter(kind="observation"):
        if find.fields["value"] == 54:
            actions.decide(find=find, verdict=Verdict.REJECTED, seen=0, by=clerk)
    assert doubted(told) == []


@pytest.mark.parametrize(
    ("language", "words"), [("vi", "Bản ghi có câu sửa lại số liệu: “Đính chính: số hộ nghèo"), ("en", "The record puts a figure right")]
)
def test_the_page_says_so_beside_the_words_of_both(told, clerks_browser, clerk, language, words):
    clerk.language = language
    clerk.save(update_fields=["language"])
    page = clerks_browser.get(reverse("records:confirm", args=[told.pk])).content.decode()
    figures = told.finds.filter(kind="observation", fields__value__in=(45, 54)).order_by("start")
    said = ", ".join(f"“{told.text[each.start : each.end]}”" for each in figures)
    assert page.count(words) == 3 and said.count("“") == 3 and said in page
