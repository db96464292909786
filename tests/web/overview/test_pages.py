"""What the pages show, to whom."""

import re
from datetime import date

import pytest
from django.urls import reverse

from giaoban_web.accounts.models import User
from giaoban_web.meetings.models import Meeting
from giaoban_web.overview.lists import FEW
from giaoban_web.overview.views import MEETINGS
from giaoban_web.places.models import Place
from giaoban_web.records.actions import Change, decide, put_in
from giaoban_web.records.models import Record, Verdict
from tests.web.facts import DIRECTIVE, FIGURE, SHORTCOMING

OTHERWISE = {"shortcoming": {}, "observation": {"value": 19300}}
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(clerk, sign_in):
    def get(address, user=clerk, status=200, **query):
        answer = sign_in(user).get(address, query)
        assert answer.status_code == status
        return answer.content.decode()

    return get


def test_the_town_shows_its_figures_as_vietnam_writes_them_with_bound_and_comparison(page, known):
    shown = page("/places/205/")
    assert "trên 19.200 tỷ đồng" in shown
    assert "15,1%" in shown


def test_each_fact_is_one_click_from_its_find_in_the_record_and_shows_its_sentence(page, known, record):
    shown = page("/places/205/")
    for find in known:
        assert f'href="{reverse("records:confirm", args=[record.pk])}#find-{find.pk}"' in shown
    assert "chưa được xử lý</mark>." in shown
    assert "Yêu cầu thị xã <mark" in shown


def test_a_day_that_no_calendar_has_is_told_and_not_passed_over(page, known):
    shown = page("/places/205/", on="31/02/2020")
    assert "Tháng 2/2020 không có ngày 31" in shown and 'value="31/02/2020"' in shown


def test_facts_stand_under_their_topics(page, known):
    shown = page("/places/205/")
    assert "Môi trường" in shown
    assert "Tăng trưởng" in shown


@pytest.mark.parametrize(("kind", "words", "fields"), [
    ("shortcoming", "Nước thải của cụm công nghiệp chưa được xử lý", SHORTCOMING),
    ("observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE),
])  # fmt: skip
def test_what_two_records_of_a_meeting_tell_alike_stands_once_and_leads_to_both(
    page, fact, make_record, town, meeting, kind, words, fields
):
    minutes, notice = make_record(town, meeting), make_record(town, meeting, name="thong-bao.txt")
    other = make_record(town, name="bao-cao.txt")
    first, second, apart = (fact(record, kind, words, fields) for record in (minutes, notice, other))
    shown = page("/places/205/", kind=kind)
    assert shown.count("cũng ghi trong") == 1
    assert f'cũng ghi trong <a href="{reverse("records:confirm", args=[minutes.pk])}#find-{first.pk}">bien-ban.txt</a>' in shown
    for find in (second, apart):
        assert f"#find-{find.pk}" in shown
    counts = re.compile(r"(\d+) (?:hạn chế|số liệu)")
    assert '-heading">' in shown and '<span class="quiet">2</span>' in shown, "the section counts what it shows"
    for address in ("/places/205/", f"/meetings/{meeting.pk}/", "/"):
        assert max(int(each) for each in counts.findall(page(address))) == 1, address
    assert ">2</td>" not in page("/meetings/")
    decide(
        find=second,
        verdict=Verdict.CORRECTED,
        seen=1,
        by=second.standing.by,
        change=Change(kind, second.start, second.end - 3, fields | OTHERWISE[kind]),
    )
    assert "cũng ghi trong" not in page("/places/205/", kind=kind)


def test_shortcomings_that_one_sentence_tells_stand_in_it_once_each_leading_to_its_find(page, fact, town):
    sentence = "Giải ngân còn chậm, kè suối chưa có mặt bằng sạch."
    record = put_in(data=f"Tin\n\n{sentence}\n".encode(), name="tin.txt", place=town, by=fact.args[0])
    finds = [fact(record, "shortcoming", words, {}, topic="growth") for words in ("Giải ngân còn chậm", "kè suối chưa có mặt bằng sạch")]
    for address in (town.get_absolute_url(), "/"):
        shown = page(address)
        assert shown.count("kè suối chưa có mặt bằng sạch") == 1 and shown.count("Giải ngân còn chậm") == 1
        assert all(f"#find-{find.pk}" in shown for find in finds)
        assert "</mark></a>, <a" in shown


def test_a_target_on_the_desk_is_told_as_one(page, fact, record):
    fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE | {"role": "target"})
    assert '<span class="chip">mục tiêu</span>' in page("/")


@pytest.mark.parametrize("verdict", [None, Verdict.REJECTED, Verdict.REOPENED])
def test_what_is_not_confirmed_is_not_shown(page, fact, record, verdict):
    fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE, verdict=verdict)
    shown = page("/places/205/")
    assert "19.200" not in shown
    assert "Chưa có gì được xác nhận" in shown


def test_a_corrected_find_is_shown_as_corrected(page, fact, record):
    find = fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE, verdict=Verdict.CORRECTED)
    find.standing.fields = {**FIGURE, "value": 19300}
    find.standing.save()
    assert "19.300" in page("/places/205/")


def test_a_figure_of_a_place_that_is_no_more_is_told_beside_the_place_under_which_it_is_filed(page, fact, record):
    for told in ("xã Tràng Lương", "Thị ủy Đông Triều", "toàn thị xã"):
        fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", {**FIGURE, "place": told})
    shown = page("/places/205/")
    assert "văn bản ghi “xã Tràng Lương”" in shown
    assert shown.count("văn bản ghi “") == 1


def test_facts_of_a_ward_are_reached_from_the_town_and_the_province(page, person, fact, record, ward, province):
    fact(record, "shortcoming", "Nước thải của cụm công nghiệp chưa được xử lý", SHORTCOMING, place=ward)
    leader = person("leader", province)
    for code in ("07069", "205", "22"):
        assert "Nước thải" in page(f"/places/{code}/", leader)
    assert "Nước thải" not in page("/places/205/", leader, below="here")


def test_a_person_of_another_town_sees_the_place_but_none_of_its_facts(page, person, other_town, known, meeting):
    stranger = person("leader", other_town)
    shown = page("/places/205/", stranger)
    assert "Thị xã Đông Triều" in shown
    assert "19.200" not in shown
    assert "Buổi làm việc" not in page("/meetings/", stranger)
    page(f"/meetings/{meeting.pk}/", stranger, status=404)


@pytest.mark.parametrize("address", ["/", "/places/", "/places/205/", "/meetings/", "/search/"])
def test_nobody_sees_a_page_without_signing_in(client, town, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_the_kind_and_topic_asked_for_narrow_the_list(page, known):
    shown = page("/places/205/", kind="directive")
    assert "thu gom" in shown
    assert "shortcoming-heading" not in shown
    assert "observation-heading" not in page("/places/205/", topic="environment")


@pytest.mark.parametrize("query", [{}, {"kind": "", "topic": "growth"}, {"kind": "x"}])
def test_what_a_page_shows_the_beginning_of_it_leads_to_the_whole_of(page, fact, record, query):
    for length in range(FEW + 1):
        fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"[: 40 + length], FIGURE, topic="growth")
    shown = page("/places/205/", **query)
    assert "kind=observation" in shown and f"xem cả {FEW + 1}" in shown
    assert f"xem cả {FEW + 1}" not in page("/places/205/", kind="observation")


@pytest.mark.parametrize(
    "query", [{"kind": "x"}, {"topic": "x"}, {"on": "x"}, {"on": "31/02/2020"}, {"sort": "x"}, {"page": "x"}, {"below": "x"}]
)
def test_what_an_address_asks_for_wrongly_is_left_out(page, known, query):
    assert "19.200" in page("/places/205/", **query)


@pytest.mark.parametrize("address", ["/", "/places/", "/places/205/", "/meetings/", "/search/"])
def test_no_text_in_an_address_breaks_a_page(sign_in, clerk, town, address):
    names = ("q", "on", "kind", "topic", "page", "sort", "below", "since", "mode", "export")
    for text in ("\0", "\ud800", "'", "%", "x" * 9999, "🙂", "٣"):
        query = dict.fromkeys(names, text.encode("utf-8", "surrogatepass"))
        assert sign_in(clerk).get(address, query).status_code == 200, text
    assert sign_in(clerk).get("/places/%00/").status_code == 404


@pytest.mark.parametrize(
    "sort", ["topic", "meeting", "indicator", "value", "period", "place", "issuer", "assignee", "deadline", "confirmed"]
)
def test_every_column_sorts_both_ways(page, known, sort):
    page("/places/205/", sort=sort)
    page("/places/205/", sort=f"-{sort}")


@pytest.mark.parametrize("on", ["2020-03-12", "12/03/2020"])
def test_a_day_may_be_written_both_ways(page, known, on):
    assert "19.200" in page("/places/205/", on=on)


def test_as_of_a_day_before_the_meeting_its_facts_are_not_known(page, known):
    assert "19.200" not in page("/places/205/", on="2020-03-11")


def test_a_code_that_no_place_had_that_day_says_when_it_had_one(page, town):
    shown = page("/places/205/", status=404, on="2001-01-01")
    assert "11/03/2015" in shown
    page("/places/999/", status=404)


def test_a_meeting_shows_who_chaired_it_its_facts_and_its_record(page, known, meeting, record):
    shown = page(f"/meetings/{meeting.pk}/")
    for words in ("12/03/2020", "Lê Văn An", "trên 19.200 tỷ đồng", "bien-ban.txt"):
        assert words in shown


def test_a_meeting_says_which_of_its_records_lies_under_another_place_than_it_names(page, known, meeting, record):
    told = "Tiêu đề văn bản ghi phường Mạo Khê"
    assert told not in page(f"/meetings/{meeting.pk}/")
    Record.objects.filter(pk=record.pk).update(text=f"UBND PHƯỜNG MẠO KHÊ\n{record.text}")
    assert told in page(f"/meetings/{meeting.pk}/")


def test_meetings_are_counted_and_narrowed(page, known, meeting):
    shown = page("/meetings/")
    assert "Buổi làm việc với thị xã" in shown
    assert "Buổi làm việc" not in page("/meetings/", mode="hybrid")
    assert "Buổi làm việc" not in page("/meetings/", until="2020-01-01")
    assert "Buổi làm việc" not in page("/meetings/", q="quang yen")


def test_meetings_are_narrowed_to_a_place_and_what_lies_below_it(page, meeting, province, other_town):
    for named in ("205", "dong trieu", "22"):
        assert "Buổi làm việc với thị xã" in page("/meetings/", place=named)
    for named in ("206", "quang yen", "nowhere"):
        assert "Buổi làm việc với thị xã" not in page("/meetings/", place=named)


def test_a_place_shows_its_latest_meetings_and_where_all_of_them_are(page, meeting, town):
    assert "/meetings/?place=205" not in page("/places/205/")
    Meeting.objects.bulk_create(Meeting(place=town, held_on=date(2021, 1, 1), title="Giao ban") for _ in range(MEETINGS))
    shown = page("/places/205/")
    assert shown.count(f'href="/meetings/{meeting.pk}/"') == 0
    assert shown.count("<b>01/01/2021</b>") == MEETINGS
    assert "/meetings/?place=205" in shown


def test_the_latest_meeting_comes_first(page, meeting, town):
    Meeting.objects.create(place=town, held_on=date(2019, 11, 8), title="Buổi trước")
    for address in ("/", "/meetings/", "/places/205/"):
        shown = page(address)
        assert shown.index("12/03/2020") < shown.index("08/11/2019")


def test_without_a_day_a_code_of_the_past_shows_the_place_that_facts_speak_of(page, known, town, province):
    town.valid_to = date(2024, 11, 1)
    town.save()
    Place.objects.create(
        code="205", kind="thành phố", name="Đông Triều", parent=province, path=town.path, folded="",
        valid_from=date(2024, 11, 1), valid_to=date(2025, 7, 1),
    )  # fmt: skip
    assert "<h1>Thị xã Đông Triều</h1>" in page("/places/205/")
    assert "<h1>Thành phố Đông Triều</h1>" in page("/places/205/", on="2025-01-01")


def test_the_desk_tells_places_of_one_name_apart_by_the_day_on_which_one_ended(page, known, town):
    assert "đến 31/10/2024" not in page("/")
    Place.objects.filter(pk=town.pk).update(valid_to=date(2024, 11, 1))
    assert "đến 31/10/2024" in page("/").partition("Địa bàn có mục đã xác nhận")[2].partition("</section>")[0]


def test_a_growth_among_the_first_figures_of_a_place_says_against_what(page, clerk, fact, record):
    find = fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", FIGURE, verdict=None)
    decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    tile = page("/places/205/").partition('<div class="tile">')[2].partition("</div>")[0]
    assert ">tăng 15,1% so với cùng kỳ<" in tile


def test_the_figure_of_a_village_is_none_of_the_first_of_its_commune_and_the_desk_says_whose_it_is(page, fact, record):
    village = FIGURE | {"place": "thôn Đồng Tâm", "value": 180, "unit": "triệu đồng", "bound": "exact"}
    fact(record, "observation", "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng", village)
    assert '<div class="tile">' not in page("/places/205/")
    tile = page("/").partition('<div class="tile">')[2].partition("</div>")[0]
    assert "180 triệu đồng" in tile and "văn bản ghi “thôn Đồng Tâm”" in tile


def test_the_desk_of_a_clerk_names_what_waits(page, fact, record):
    fact(record, "directive", "lập phương án thu gom nước thải", DIRECTIVE, verdict=None)
    fact(record, "shortcoming", "Nước thải của cụm công nghiệp chưa được xử lý", SHORTCOMING)
    shown = page("/")
    assert "bien-ban.txt" in shown
    assert "1/2" in shown


def test_the_desk_of_a_steward_leads_to_figures_without_indicator_and_to_imports(page, clerk, person, town, fact, record):
    find = fact(record, "observation", "Nước thải", FIGURE | {"indicator": "một thứ chưa ai đặt tên"}, verdict=None)
    decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    shown = page("/", person("steward", town))
    assert 'href="/ledger/waiting/"' in shown and 'href="/ledger/imports/"' in shown
    assert 'href="/ledger/waiting/"' not in page("/", person("leader", town))


def test_the_desk_of_a_leader_has_no_work_of_a_clerk(page, person, town, fact, record):
    fact(record, "directive", "lập phương án thu gom nước thải", DIRECTIVE, verdict=None)
    assert "Chờ bạn quyết định" not in page("/", person("leader", town))


def test_the_desk_of_who_has_no_role_says_what_to_do(page, db):
    assert "người quản trị" in page("/", User.objects.create_user("moi"))


def test_pages_need_the_same_number_of_queries_for_one_fact_and_for_many(clerk, sign_in, fact, record, django_assert_max_num_queries):
    client = sign_in(clerk)
    for _ in range(30):
        fact(record, "directive", "lập phương án thu gom nước thải", DIRECTIVE)
    with django_assert_max_num_queries(36):
        assert client.get("/places/205/").status_code == 200
    with django_assert_max_num_queries(38):
        assert client.get("/places/205/?kind=directive").status_code == 200


@pytest.mark.parametrize("address", ["/records/", "/meetings/"])
def test_whoever_has_no_role_is_told_so_and_led_to_what_waits_for_her(page, db, address):
    person = User.objects.create_user("moi")
    told = page(address, person)
    assert "Bạn chưa có vai trò trên địa bàn nào" in told and 'href="/directives/mine/"' in told
