"""The log is shown to who may read it, as far as their places reach."""

import csv
import io

import openpyxl
import pytest
from django.db import transaction
from django.urls import reverse

from giaoban.model import Topic
from giaoban_web.history import actions, forms, printed, queries
from giaoban_web.history.models import Entry
from giaoban_web.ui import lists

PAGE = reverse("history:list")


@pytest.fixture
def reader(person, sign_in, town):
    return sign_in(person("head", town, "chanh-van-phong"))


@pytest.fixture
def both(log, town, other_town):
    with transaction.atomic():
        actions.record(other_town, "place praised", by=None)
        actions.record(log[0].by, "signed in", by=log[0].by)


def entries(answer):
    """The table of entries, without what stands around it on every page."""
    return answer.content.decode().partition("<tbody")[2].partition("</tbody>")[0]


def test_entries_of_other_places_and_of_none_are_not_shown_to_a_town(reader, both):
    text = entries(reader.get(PAGE))
    assert "place checked" in text
    assert "place praised" not in text
    assert "đăng nhập" not in text


def test_who_reads_the_log_of_a_root_sees_sign_ins_too(both, person, sign_in, province):
    text = entries(sign_in(person("administrator", province)).get(PAGE))
    assert "place praised" in text
    assert "đăng nhập" in text


def test_a_clerk_may_not_read_the_log(both, person, sign_in, province):
    assert sign_in(person("clerk", province)).get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", 5),
        ("?act=place+checked", 5),
        ("?act=nothing", 5),
        ("?person=Người+thử+clerk", 5),
        ("?person=nobody", 0),
        ("?subject=places.place", 5),
        ("?subject=places.place&number=0", 0),
        ("?since=01/01/2020", 5),
        ("?until=01/01/2020", 0),
        ("?since=xyz&sort=secret&page=99", 5),
    ],
)
def test_the_log_is_narrowed_by_person_act_subject_and_day(reader, both, query, rows):
    answer = reader.get(PAGE + query)
    assert answer.status_code == 200
    assert answer.context["listing"].page.paginator.count == rows


def test_the_head_is_shown_so_that_it_can_be_written_down(reader, both):
    assert str(queries.head()) in reader.get(PAGE).content.decode()


def test_the_whole_narrowed_log_is_taken_away_as_xlsx_and_csv(reader, both, town):
    book = openpyxl.load_workbook(io.BytesIO(reader.get(PAGE + "?export=xlsx").content))
    assert book.active.max_row == 6
    lines = list(csv.reader(io.StringIO(reader.get(PAGE + "?export=csv&sort=number").content.decode("utf-8-sig"))))
    assert lines[0] == ["Số", "Thời điểm", "Người thực hiện", "Việc", "Đối tượng", "Chi tiết", "Mã băm"]
    assert len(lines) == 6
    assert "Đông Triều" in lines[1][5]


def test_pages_of_the_log_need_as_many_queries_for_many_rows_as_for_few(reader, log, town, django_assert_max_num_queries):
    with transaction.atomic():
        for step in range(60):
            actions.record(town, "place checked", by=log[0].by, step=step)
    with django_assert_max_num_queries(16):
        reader.get(PAGE)


def test_what_was_noted_is_told_in_words_without_what_is_empty_or_said_by_the_act():
    noted = {
        "on": "2026-11-27",
        "move": "progress",
        "state": "in_progress",
        "who": "lead",
        "reason": "",
        "said": {"text": "Đang làm.", "percent": "55"},
    }
    told = "ngày: 27/11/2026 · trạng thái: đang thực hiện · tư cách: cơ quan chủ trì · ghi: (lời ghi: Đang làm.; tỷ lệ hoàn thành (%): 55)"
    assert printed.details(Entry(details=noted)) == told
    assert (
        printed.details(Entry(details={"post": True, "tasks": [4, 5], "text": "2026-13-45"}))
        == "chức danh: có · nhiệm vụ: 4, 5 · lời ghi: 2026-13-45"
    )


@pytest.mark.parametrize("topic", list(Topic))
def test_no_topic_is_told_by_its_english_name_in_the_vietnamese_log(topic):
    assert topic.value not in printed.details(Entry(details={"work": {"topic": topic.value}}))


def test_a_log_without_end_is_counted_as_far_as_it_is_turned_and_says_that_there_is_more(reader, log, monkeypatch):
    whole = reader.get(PAGE).context["listing"].page.paginator
    assert (whole.count, whole.more) == (5, False)
    monkeypatch.setattr(lists, "COUNTED", 4)
    monkeypatch.setattr(lists, "ROWS", 2)
    answer = reader.get(PAGE)
    pages = answer.context["listing"].page.paginator
    assert (pages.count, pages.more) == (4, True)
    assert "hơn 4 dòng" in answer.content.decode()
    assert [each.number for each in reader.get(PAGE, {"sort": "number"}).context["listing"].page][:1] == [1]


def test_acts_are_offered_by_both_ends_of_the_log_and_the_one_asked_for_stays(both, log, person, sign_in, province, monkeypatch):
    monkeypatch.setattr(forms, "LOOKED_AT", 1)
    client = sign_in(person("administrator", province))

    def offered(**query):
        return [value for value, _said in client.get(PAGE, query).context["form"].fields["act"].choices]

    acts = set(Entry.objects.values_list("act", flat=True))
    ends = {Entry.objects.order_by(way)[0].act for way in ("number", "-number")}
    assert offered() == ["", *sorted(ends)]
    for act in acts:
        assert offered(act=act) == ["", *sorted({*ends, act})]
    for nothing in ("nothing", "\0"):
        assert offered(act=nothing) == ["", *sorted(ends)]
