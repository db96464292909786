"""The pages of the ledger: what waits, what stands in a cell and why, and what is said when something is missing."""

import pytest
from django.urls import reverse

from giaoban_web.ledger.models import Choice, Entry, Posting
from giaoban_web.records import actions as records
from giaoban_web.records.models import Verdict


@pytest.fixture
def browser(sign_in, clerk):
    return sign_in(clerk)


def cell_of(entry, act="cell"):
    return reverse(f"ledger:{act}", args=[entry.place_id, entry.line_id, entry.period_id])


def test_the_catalogue_names_every_indicator_and_what_waits(browser, figure, confirm):
    confirm(figure(indicator="thứ gì đó"))
    page = browser.get("/ledger/").content.decode()
    assert "Tổng giá trị sản xuất" in page
    assert "1 số liệu đã xác nhận đang chờ" in page


def test_the_catalogue_is_narrowed_by_words_without_accents(browser):
    page = browser.get("/ledger/?q=gia tri san xuat").content.decode()
    assert "Tổng giá trị sản xuất" in page
    assert "hộ nghèo" not in page


def test_a_waiting_figure_is_offered_with_its_sentence_and_entered_by_a_choice(browser, figure, confirm):
    find = figure(indicator="giá trị làm ra")
    confirm(find)
    page = browser.get("/ledger/waiting/").content.decode()
    assert f"/records/{find.record_id}/#find-{find.pk}" in page
    answer = browser.post(reverse("ledger:pick", args=[find.posting.pk]), {"indicator": "gtsx"}, follow=True)
    assert "Đã đưa 1 số liệu vào sổ" in answer.content.decode()
    assert Entry.objects.count() == 2


def test_what_is_likely_is_chosen_and_then_entered_and_what_is_typed_goes_before_it(browser, figure, confirm):
    first, second = (figure(indicator=name) for name in ("giá trị làm ra", "giá trị của năm"))
    for find, sent in (
        (first, {"likely": "gtsx", "indicator": ""}),
        (second, {"likely": "ty_le_ho_ngheo", "indicator": "Tổng giá trị sản xuất"}),
    ):
        confirm(find)
        assert browser.post(reverse("ledger:pick", args=[find.posting.pk]), sent).status_code == 302
    assert {each.indicator.key for each in Posting.objects.all()} == {"gtsx"}


@pytest.mark.parametrize(
    ("fields", "offered", "not_offered"),
    [({"value": -17, "unit": "hộ"}, "so_ho_ngheo", "ho_ngheo"), ({"value": -3, "unit": "%"}, "ho_ngheo", "gtsx")],
)
def test_a_change_is_offered_only_indicators_that_are_told_in_its_unit(browser, figure, confirm, fields, offered, not_offered):
    confirm(figure(indicator="hộ nghèo", measure="change", comparisons=[], **fields))
    (row,) = browser.get("/ledger/waiting/").context["rows"]
    likely = {each.key for each in row["likely"]}
    assert offered in likely and not_offered not in likely


def test_of_those_that_were_given_something_no_indicator_is_offered_by_name_alone(browser, clerk, town):
    text = "Báo cáo của thị xã\n\nNăm 2019, thị xã tặng quà cho 62 hộ nghèo."
    record = records.put_in(data=text.encode(), name="bao-cao.txt", place=town, by=clerk)
    records.decide(find=record.finds.get(kind="observation"), verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    page = browser.get("/ledger/waiting/").content.decode()
    assert "là số được tặng, thăm, hỗ trợ, còn lại hoặc của toàn địa bàn" in page
    assert 'name="likely"' not in page
    assert 'name="indicator"' in page


def test_a_figure_of_no_indicator_is_left_out_and_waits_again_when_it_is_confirmed_anew(browser, figure, confirm):
    find = figure(indicator="hộ còn lại")
    confirm(find)
    assert ">Để ngoài sổ</button>" in browser.get("/ledger/waiting/").content.decode()
    answer = browser.post(reverse("ledger:pick", args=[find.posting.pk]), {"leave": "1", "indicator": ""}, follow=True)
    assert "“hộ còn lại” để ngoài sổ" in answer.content.decode() and "Không còn số liệu nào chờ" in answer.content.decode()
    assert (Posting.objects.get().state, Entry.objects.count()) == ("left_out", 0)
    assert browser.post(reverse("ledger:pick", args=[find.posting.pk]), {"leave": "1"}).status_code == 404
    assert browser.post(f"/records/{find.record_id}/finds/{find.pk}/undo/", {"seen": "1"}).status_code == 302
    assert browser.post(f"/records/{find.record_id}/finds/{find.pk}/confirm/", {"seen": "2"}).status_code == 302
    assert Posting.objects.get().state == "waiting"


def test_a_choice_of_no_indicator_is_told_and_the_figure_still_waits(browser, figure, confirm):
    find = figure(indicator="thứ gì đó")
    confirm(find)
    answer = browser.post(reverse("ledger:pick", args=[find.posting.pk]), {"indicator": "khong-co"})
    assert answer.status_code == 422
    assert 'value="khong-co" aria-invalid="true"' in answer.content.decode()
    assert Posting.objects.get().state == "waiting"


def test_a_cell_shows_what_stands_everything_behind_it_and_the_way_to_the_sentence(browser, figure, confirm):
    find = figure()
    confirm(find)
    level = Entry.objects.get(line__measure="level")
    page = browser.get(cell_of(level)).content.decode()
    assert "trên 19.200 tỷ đồng" in page
    assert "năm 2019" in page
    assert f"/records/{find.record_id}/#find-{find.pk}" in page


def test_a_cell_with_one_entry_offers_no_choice_and_leads_to_the_row_in_which_another_is_typed(browser, figure, confirm, town):
    confirm(figure(comparisons=[]))
    (entry,) = Entry.objects.all()
    page = browser.get(cell_of(entry)).content.decode()
    assert 'id="choose"' not in page
    wanted = f"/ledger/entry/{town.code}/?period=2019&rows=all"
    assert f'href="{wanted.replace("&", "&amp;")}#said_gtsx">Nhập số khác</a>' in page
    assert 'id="said_gtsx"' in browser.get(wanted).content.decode()


def test_a_choice_without_a_reason_is_asked_for_it_and_changes_nothing(browser, figure, confirm):
    confirm(figure())
    entry = Entry.objects.get(line__measure="level")
    answer = browser.post(cell_of(entry, "choose"), {"number": 0, "reason": ""})
    assert answer.status_code == 422
    assert not Choice.objects.exists()


def test_a_cell_without_an_entry_is_not_found(browser, figure, confirm):
    confirm(figure())
    entry = Entry.objects.first()
    assert browser.get(reverse("ledger:cell", args=[entry.place_id, entry.line_id, 999])).status_code == 404
