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
