"""What a directive lacks is said as a careful head of office would say it: corpus/clarity.tsv.

`expected` has one sign for each of the six: c clear, v vague, - missing; "." leaves it open.
"""

from dataclasses import replace
from datetime import date
from time import perf_counter, process_time
from unicodedata import normalize

import pytest

from giaoban import messages
from giaoban.directives import SIX, Clarity, Degree, Task, check
from giaoban.directives.phrases import table as phrases
from giaoban.directives.suggesting import indicator_named, suggestions, usual_leads
from giaoban.model import Topic
from giaoban.reference.indicators import catalogue
from tests.tables import table

SIGNS = {Degree.CLEAR: "c", Degree.VAGUE: "v", Degree.MISSING: "-"}


def task_of(row):
    return Task(row["wording"], lead=row["lead"] or None, deadline=row["deadline"] or None)


@pytest.mark.parametrize("row", table("clarity.tsv"), ids=lambda row: row["wording"])
def test_each_clarity_gets_its_verdict(row):
    given = [SIGNS[each.degree] for each in check(task_of(row))]
    assert len(row["expected"]) == len(SIX)
    assert "".join("." if wanted == "." else sign for sign, wanted in zip(given, row["expected"], strict=True)) == row["expected"]


@pytest.mark.parametrize("wording", ["xoá bỏ hủ tục", "uỷ quyền ký giấy phép", "huỷ bỏ công trình dở dang"])
def test_a_tone_mark_on_the_other_vowel_and_letters_in_parts_say_the_same(wording):
    other = wording.replace("oá", "óa").replace("uỷ", "ủy")
    expected = [each.degree for each in check(Task(other))]
    assert expected[SIX.index(Clarity.WORK)] == Degree.CLEAR
    assert [each.degree for each in check(Task(wording))] == expected
    assert [each.degree for each in check(Task(normalize("NFD", wording)))] == expected


@pytest.mark.parametrize("row", table("clarity.tsv"), ids=lambda row: row["wording"])
def test_what_is_unclear_says_why_and_quotes_the_words_that_make_it_vague(row):
    for verdict in check(task_of(row)):
        assert bool(verdict.code) == (verdict.degree is not Degree.CLEAR)
        assert all(words in f"{row['wording']} {row['lead']}" for words in verdict.words)
        if verdict.code:
            assert messages.phrase(verdict.code, "vi") != messages.phrase(verdict.code, "en")
        if verdict.degree is Degree.VAGUE:
            assert verdict.words


@pytest.mark.parametrize("wording", ["", "  ", "1. -"])
def test_without_words_no_work_is_told(wording):
    (verdict,) = check(Task(wording), [Clarity.WORK])
    assert (verdict.degree, verdict.code) == (Degree.MISSING, "clarity-no-work")


@pytest.mark.parametrize(
    ("task", "clarity", "degree", "words"),
    [
        (Task("tiếp nhận", product="báo cáo"), Clarity.PRODUCT, Degree.CLEAR, ()),
        (Task("tiếp nhận"), Clarity.PRODUCT, Degree.MISSING, ()),
        (Task("tiếp nhận", authority="Giám đốc Sở"), Clarity.AUTHORITY, Degree.CLEAR, ()),
        (Task("tiếp nhận"), Clarity.AUTHORITY, Degree.MISSING, ()),
        (Task("tiếp nhận", worded="trước Đại hội"), Clarity.TIME, Degree.VAGUE, ("trước Đại hội",)),
        (Task("phối hợp rà soát", lead="Sở Y tế"), Clarity.RESPONSIBILITY, Degree.VAGUE, ("phối hợp",)),
        (Task("phối hợp rà soát", lead="Sở Y tế", supporting=("Sở Nội vụ",)), Clarity.RESPONSIBILITY, Degree.CLEAR, ()),
        (Task("tiếp nhận", lead=normalize("NFD", "các cấp, các ngành")), Clarity.PERSON, Degree.VAGUE, ("các cấp, các ngành",)),
        (Task("yêu cầu các phường rà soát nhà ở"), Clarity.PERSON, Degree.VAGUE, ("các phường",)),
        (Task("rà soát nhà ở của các phường"), Clarity.PERSON, Degree.MISSING, ()),
        (Task("khánh thành"), Clarity.WORK, Degree.CLEAR, ()),
        (Task("vững vàng trong mọi thử thách sắp tới"), Clarity.WORK, Degree.VAGUE, ("vững vàng trong mọi",)),
        (Task("95% hộ"), Clarity.WORK, Degree.CLEAR, ()),
    ],
)
def test_what_the_form_tells_beside_the_wording_counts_too(task, clarity, degree, words):
    (verdict,) = check(task, [clarity])
    assert (verdict.degree, verdict.words) == (degree, words)


def test_an_office_may_ask_for_fewer():
    asked = [Clarity.PERSON, Clarity.WORK, Clarity.TIME]
    assert [each.clarity for each in check(Task("rà soát quy hoạch"), asked)] == asked


def test_a_suggestion_names_who_leads_the_field_the_next_reporting_day_and_the_measure():
    task = Task("phấn đấu xóa hết hộ nghèo", topic=Topic.WELFARE)
    offered = {each.clarity: dict(each.values) for each in suggestions(task, check(task), on=date(2020, 3, 12), issuer="Bí thư Tỉnh ủy")}
    assert offered[Clarity.PERSON] == {"body": "Sở Nội vụ"}
    assert offered[Clarity.TIME] == {"deadline": "30/06/2020"}
    assert offered[Clarity.PRODUCT]["indicator"] == "Tỷ lệ hộ nghèo"
    assert offered[Clarity.AUTHORITY] == {"issuer": "Bí thư Tỉnh ủy"}


def test_nothing_is_suggested_for_what_is_clear_and_no_day_without_knowing_today():
    task = Task("lập danh sách hộ nghèo, trình UBND xã", lead="Thôn trưởng", deadline="2021-05-05", topic=Topic.WELFARE)
    assert suggestions(task, check(task)) == ()
    assert Clarity.TIME not in {each.clarity for each in suggestions(Task("rà soát"), check(Task("rà soát")))}


def test_a_length_of_time_is_counted_from_the_day_it_is_given_and_no_quarter_is_suggested_for_what_must_be_done_before_an_event():
    def offered(wording):
        task = Task(wording, lead="Phòng Tài chính")
        return {each.code: dict(each.values) for each in suggestions(task, check(task), on=date(2026, 7, 1))}

    assert offered("trả lời cử tri trong vòng 15 ngày") == {"suggest-time-within": {"deadline": "16/07/2026"}}
    assert offered("sửa mái trường trước khai giảng năm học 2026-2027") == {}
    assert offered("xong mố cầu ngày 30/10/2026") == {"suggest-time-said": {"deadline": "30/10/2026"}}
    assert offered("mở nước từ ngày 05/01/2027") == {}
    assert "suggest-time" in offered("sớm sửa mái trường")


@pytest.mark.parametrize(("on", "until"), [((2026, 5, 31), "30/06/2026"), ((2026, 6, 1), "30/09/2026"), ((2026, 12, 31), "31/03/2027")])
def test_the_usual_day_is_the_end_of_the_quarter_while_thirty_days_are_left_of_it(on, until):
    task = Task("rà soát")
    assert {each.code: dict(each.values) for each in suggestions(task, check(task), on=date(*on))}["suggest-time"] == {"deadline": until}


@pytest.mark.parametrize(
    ("worded", "wording", "codes"),
    [
        ("trong vòng 15 ngày", "rà soát", {"suggest-time-within"}),
        ("trước Đại hội", "rà soát", set()),
        ("", "TỪ NGÀY 05/01/2027 mở nước", set()),
        ("", "xong trong quý iv/2026", {"suggest-time-said"}),
    ],
)
def test_the_deadline_as_worded_goes_before_the_usual_day(worded, wording, codes):
    task = Task(wording, worded=worded)
    told = {each.code for each in suggestions(task, check(task), on=date(2026, 7, 1)) if each.clarity is Clarity.TIME}
    assert told == codes


def test_an_office_has_its_own_list_of_who_leads_and_nobody_is_named_for_a_field_that_it_leaves_out():
    def offered(topic, **given):
        task = Task("rà soát", topic=topic)
        return {each.clarity: dict(each.values) for each in suggestions(task, check(task), **given)}.get(Clarity.PERSON)

    assert offered(Topic.WELFARE, leads={Topic.WELFARE: "Phòng Văn hóa - Xã hội"}) == {"body": "Phòng Văn hóa - Xã hội"}
    assert offered(Topic.HEALTH, leads={Topic.WELFARE: "Phòng Văn hóa - Xã hội"}) is None
    assert offered(Topic.OTHER) is None


@pytest.mark.parametrize(
    ("wording", "indicator"),
    [
        ("XÓA HẾT HỘ NGHÈO", "Tỷ lệ hộ nghèo"),
        ("giảm hộ nghèo và hộ cận nghèo", "Tỷ lệ hộ cận nghèo"),
        ("sửa mái trường", None),
    ],
)
def test_the_measure_is_the_indicator_with_the_longest_name_that_the_wording_names(wording, indicator):
    key = indicator_named(wording)
    assert (catalogue()[key].name if key else None) == indicator


def test_whoever_does_it_is_not_suggested_to_accept_it():
    task = Task("lập danh sách", lead="Phó Chủ tịch UBND phường Nguyễn Hữu Thắng")
    told = {each.clarity for each in suggestions(task, check(task), issuer="Phó Chủ tịch UBND phường")}
    assert Clarity.AUTHORITY not in told
    assert Clarity.AUTHORITY in {each.clarity for each in suggestions(task, check(task), issuer="Bí thư Đảng ủy phường")}
    whole = replace(task, lead="UBND phường")
    assert Clarity.AUTHORITY not in {each.clarity for each in suggestions(whole, check(whole), issuer="UBND phường Hồng Hà")}


def test_a_count_that_no_work_is_to_move_is_no_measure_of_it():
    task = Task("chi tiền bồi thường cho các hộ dân", lead="Phòng Tài chính")
    assert Clarity.PRODUCT not in {each.clarity for each in suggestions(task, check(task))}


def test_every_topic_but_the_last_has_a_body_that_usually_leads_it():
    assert set(usual_leads()) == set(Topic) - {Topic.OTHER}


def test_every_phrase_is_written_as_syllables_are_compared():
    assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases())


@pytest.mark.parametrize(
    ("wording", "deadline"),
    [
        ("Rà soát các dự án chậm tiến độ, báo cáo trước ngày 15/12/2026.", "15/12/2026"),
        ("Trình phương án chậm nhất là ngày 5/3/2027, hoàn thành trong tháng 6/2027.", "30/06/2027"),
        ("Lắp xong hệ thống camera trong quý IV/2026.", "31/12/2026"),
        ("Thực hiện Quyết định ban hành ngày 15/12/2025 của UBND tỉnh.", "31/12/2026"),
        ("Nộp hồ sơ trước ngày 31/02/2027.", "31/12/2026"),
    ],
    ids=["a day", "the later of two", "a quarter", "only the day of a decision: the usual reporting day", "a day that is in no calendar"],
)
def test_the_deadline_that_the_wording_names_is_suggested_before_the_usual_one(wording, deadline):
    task = Task(wording, lead="Sở Xây dựng")
    offered = {each.clarity: each for each in suggestions(task, check(task), on=date(2026, 11, 27))}
    assert offered[Clarity.TIME].values["deadline"] == deadline


@pytest.mark.parametrize(
    ("deadline", "worded", "wording", "against"),
    [
        ("2026-12-31", "30/06/2026", "Rà soát hộ nghèo.", "30/06/2026"),
        ("1926-06-30", "", "Rà soát hộ nghèo, xong trước ngày 30/6/2026.", "trước ngày 30/6/2026"),
        ("2026-06-30", "30/06/2026", "Rà soát hộ nghèo.", None),
        ("2026-06-29", "", "Rà soát hộ nghèo, xong trước ngày 30/6/2026.", None),
        ("2026-05-15", "quý II/2026", "Rà soát hộ nghèo.", None),
        ("2027-01-15", "năm 2026", "Rà soát hộ nghèo.", "năm 2026"),
        ("2026-12-31", "", "Báo cáo trước ngày 15/3/2026, hoàn thành trong quý IV/2026.", None),
        ("2026-12-31", "sớm nhất", "Rà soát hộ nghèo theo Quyết định ngày 15/12/2025.", None),
    ],
)
def test_a_deadline_that_the_words_contradict_is_not_clear_and_the_words_are_quoted(deadline, worded, wording, against):
    task = Task(wording, lead="Phòng Kinh tế", deadline=deadline, worded=worded)
    (verdict,) = check(task, [Clarity.TIME])
    assert (verdict.degree, verdict.words) == ((Degree.VAGUE, (against,)) if against else (Degree.CLEAR, ()))
    offered = {each.clarity for each in suggestions(task, [verdict])}
    assert (Clarity.TIME in offered) == bool(against)


def test_quotation_marks_that_are_never_closed_take_no_longer():
    began = perf_counter()
    check(Task('“"a" ' * 20_000, lead="Phòng Kinh tế"))
    assert perf_counter() - began < 3


@pytest.mark.parametrize("piece", ["trước ngày ", "hết trước ", "giao các ", "xong ", "12/3/", "tham mưu UBND ", "đến hết ngày "])
def test_the_longest_wording_is_judged_at_once(piece):
    """Text by text the time grows as the text does: a row of words that may open a day was tried from each of them to its end."""
    started = process_time()
    check(Task("Báo cáo " + piece * (40_000 // len(piece))))
    assert process_time() - started < 4
