"""A record that tells of two meetings is read as the first: the confirmation page says so."""

import pytest
from django.urls import reverse

from giaoban_web.records import actions

FIRST = "Ngày 12/9/2019, Thường trực Thị ủy họp giao ban tuần do đồng chí Lê Văn Tám, Bí thư Thị ủy, chủ trì."
SECOND = "Ngày 19/9/2019, đồng chí Phạm Thị Lan, Phó Bí thư Thị ủy, chủ trì cuộc họp về giải phóng mặt bằng."
REST = "Bí thư Thị ủy yêu cầu Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/9/2019."
TOLD = {"vi": "Bản ghi còn nói về một cuộc họp khác (Ngày 19/9/2019)", "en": "The record also tells of another meeting (Ngày 19/9/2019)"}


@pytest.fixture
def shown(clerk, clerks_browser, town):
    def show(*sentences, language="vi"):
        clerk.language = language
        clerk.save(update_fields=["language"])
        text = "\n\n".join(["Thông báo kết luận giao ban", *sentences])
        record = actions.put_in(data=text.encode(), name="ket-luan.txt", place=town, by=clerk)
        return record, clerks_browser.get(reverse("records:confirm", args=[record.pk])).content.decode()

    return show


@pytest.mark.parametrize("language", TOLD)
def test_a_second_meeting_is_told_with_its_day_and_what_to_do(shown, language):
    record, page = shown(FIRST, REST, SECOND, language=language)
    assert record.finds.get(kind="meeting").fields["date"] == "2019-09-12"
    assert page.count(TOLD[language]) == 1


def test_one_meeting_says_nothing(shown):
    assert TOLD["vi"] not in shown(FIRST, REST)[1]


def test_a_second_meeting_that_the_clerk_added_is_told_no_more(shown, clerk, clerks_browser):
    record, _page = shown(FIRST, REST, SECOND)
    read = record.finds.get(kind="meeting")
    start = record.text.index(SECOND)
    change = actions.Change("meeting", start, start + len(SECOND), read.fields | {"date": "2019-09-19"})
    actions.add(record=record, change=change, by=clerk)
    assert TOLD["vi"] not in clerks_browser.get(reverse("records:confirm", args=[record.pk])).content.decode()
