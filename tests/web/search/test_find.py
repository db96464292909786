from datetime import date

import pytest
from django.db import transaction

from giaoban_web.search.actions import forget, index
from giaoban_web.search.queries import find
from giaoban_web.search.snippets import beyond

pytestmark = pytest.mark.django_db


def titles(user, query, **more):
    return ["".join(text for text, _ in hit.title) for hit in find(user, query, **more)]


def marked(pieces):
    return [text for text, hit in pieces if hit]


@pytest.mark.parametrize(
    "query", ["dong trieu", "Đông Triều", "DONG TRIEU", "đông  triều", "trieu dong", "dong tri", "Đo\u0302ng Trie\u0302\u0300u"]
)
def test_accents_case_order_and_an_unfinished_last_word_do_not_matter(put, clerk, query):
    put("Kết luận tại thị xã Đông Triều")
    put("Thị xã Quảng Yên")
    assert titles(clerk, query) == ["Kết luận tại thị xã Đông Triều"]


def test_every_word_must_be_there(put, clerk):
    put("Nước thải", "cụm công nghiệp Kim Sen")
    assert titles(clerk, "nuoc kim sen") == ["Nước thải"]
    assert titles(clerk, "nuoc kim lan") == []


def test_only_the_last_word_may_be_unfinished(put, clerk):
    put("Thu ngân sách")
    assert titles(clerk, "th ngan sach") == []
    assert titles(clerk, "thu ng") == ["Thu ngân sách"]


@pytest.mark.parametrize(
    ("query", "found", "shown"),
    [
        ("hạn", ["Hạn hán", "Thời hạn thi hành"], ["Hạn hán", "hạn"]),
        ("thời hạn", ["Thời hạn thi hành"], ["Thời hạn"]),
        ("hàn", ["Hạn hán", "Thời hạn thi hành", "Ban hành"], ["Hạn hán", "hạn", "hành", "hành"]),
        ("han", ["Hạn hán", "Thời hạn thi hành", "Ban hành"], ["Hạn hán", "hạn", "hành", "hành"]),
    ],
)
def test_what_was_typed_with_accents_begins_only_words_that_have_them(put, clerk, query, found, shown):
    for title, day in (("Ban hành", 1), ("Thời hạn thi hành", 2), ("Hạn hán", 3)):
        put(title, on=date(2020, 1, day))
    hits = find(clerk, query).object_list
    assert sorted("".join(text for text, _ in hit.title) for hit in hits) == sorted(found)
    assert sorted(text for hit in hits for text in marked(hit.title)) == sorted(shown)


def test_quoted_words_must_stand_together_and_be_whole(put, clerk):
    put("Giảm hộ nghèo")
    put("Nghèo đi, hộ ít")
    assert titles(clerk, '"hộ nghèo"') == ["Giảm hộ nghèo"]
    assert titles(clerk, "“hộ nghèo”") == ["Giảm hộ nghèo"]
    assert titles(clerk, '"hộ ngh"') == []


def test_the_spelling_with_the_same_accents_comes_first(put, clerk):
    put("Đồng chí phát biểu", on=date(2020, 5, 1))
    put("Phía đông", on=date(2020, 1, 1))
    assert titles(clerk, "đông") == ["Phía đông", "Đồng chí phát biểu"]
    assert titles(clerk, "dong") == ["Đồng chí phát biểu", "Phía đông"]


def test_titles_come_before_bodies_phrases_before_scattered_words_and_the_newer_of_equals_first(put, clerk):
    put("Cũ", "thu ngân sách", on=date(2019, 1, 1))
    put("Mới", "thu ngân sách", on=date(2020, 1, 1))
    put("Rời", "sách của ngân hàng, thu", on=date(2021, 1, 1))
    put("Sách: ngân quỹ và thu", on=date(2018, 1, 1))
    put("Tình hình thu ngân sách", on=date(2017, 1, 1))
    put("Thu ngân sách quý I", on=date(2016, 1, 1))
    put("Thu ngân sách", on=date(2015, 1, 1))
    expected = ["Thu ngân sách", "Thu ngân sách quý I", "Tình hình thu ngân sách", "Sách: ngân quỹ và thu", "Mới", "Cũ", "Rời"]
    assert titles(clerk, "thu ngân sách") == expected


@pytest.mark.parametrize(
    "query",
    [
        "", " ", '"', '""', "'", "*", "AND", "OR NOT", "NEAR(a b)", "title:x", "a AND", "(", "a - b", "^x", "a:*", "a & b | !c", "\\", "%",
        "_",
        "x" * 10_000, "a " * 5_000, '"' * 999, "\0", "đông\0triều", "\ud800", "🙂", "²", "'; DROP TABLE search_entry; --", "<b>", "٣",
    ],
    ids=ascii,
)  # fmt: skip
def test_no_query_raises(put, clerk, query):
    put("Đông Triều", "AND OR NOT x a b ²")
    list(find(clerk, query))


def test_operators_are_words(put, clerk):
    put("Tổ AND")
    put("Tổ khác")
    assert titles(clerk, "AND") == ["Tổ AND"]


def test_a_query_without_words_finds_nothing(put, clerk):
    put("Đông Triều")
    assert titles(clerk, " … ") == []


def test_the_hit_is_marked_in_its_own_spelling(put, clerk):
    put("Đông Triều", "Họp với thị xã " + "và các xã, phường khác " * 40 + "về nước thải tại Kim Sen " + "và nhiều việc nữa " * 40)
    (hit,) = find(clerk, "trieu nuoc thai")
    assert marked(hit.title) == ["Triều"]
    assert marked(hit.body) == ["nước thải"]
    assert hit.body[0] == ("… ", False)
    assert hit.body[-1] == (" …", False)


def test_who_has_no_grant_there_finds_nothing(put, person, other_town, town, province):
    put("Biên bản", place=town)
    assert titles(person("head", other_town), "bien ban") == []
    assert titles(person("leader", province), "bien ban") == ["Biên bản"]


def test_what_has_no_place_is_found_by_everyone_signed_in_and_by_no_one_else(put, person, other_town):
    from django.contrib.auth.models import AnonymousUser

    put("Danh mục", place=None)
    assert titles(person("unit", other_town), "danh muc") == ["Danh mục"]
    assert titles(AnonymousUser(), "danh muc") == []


def test_what_is_indexed_again_is_found_as_it_now_is(put, clerk, town):
    subject = put("Tên cũ")
    index(subject, title="Tên mới", place=town, url="/x", on=None)
    assert titles(clerk, "cu") == []
    assert titles(clerk, "moi") == ["Tên mới"]


def test_what_is_forgotten_is_found_no_more(put, clerk):
    forget(put("Biên bản"))
    assert titles(clerk, "bien ban") == []


def test_an_entry_goes_with_the_transaction_of_its_subject(put, clerk):
    def stopped():
        with transaction.atomic():
            put("Biên bản")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stopped()
    assert titles(clerk, "bien ban") == []


def test_pages_follow_each_other(put, clerk):
    for number in range(45):
        put(f"Biên bản {number:02}", on=date(2020, 1, 1))
    pages = [titles(clerk, "bien ban", page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in page}) == 45


def test_a_text_of_a_megabyte_with_as_many_words_as_possible_can_be_found(put, clerk):
    body = " ".join(f"từ{number:x}" for number in range(120_000))
    put("Dài", body)
    assert titles(clerk, "tuff") == ["Dài"]


def test_a_text_with_nul_can_be_found(put, clerk):
    put("Biên\0bản", "\0thu\0chi")
    assert titles(clerk, "thu chi") == ["Biên bản"]


@pytest.mark.parametrize(
    ("title", "body", "shown"),
    [
        ("thu gom nước thải", "thu gom nước thải", ""),
        ("thu gom nước thải", "thu gom nước thải · Bí thư Tỉnh ủy · thị xã", "Bí thư Tỉnh ủy · thị xã"),
        ("Giao ban", "Giao ban\nSáng nay, họp.", "Sáng nay, họp."),
        ("thu ngân sách", "thu ngân sách đạt 5 tỷ đồng", "thu ngân sách đạt 5 tỷ đồng"),
        ("thu ngân sách", "đạt 5 tỷ đồng", "đạt 5 tỷ đồng"),
    ],
)
def test_what_the_title_says_already_is_not_said_again_below_it(title, body, shown):
    assert beyond(title, body) == shown


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("TX. Đông Triều", ["Họp tại thị xã Đông Triều", "UBND TX Đông Triều", "UBND thị xã Đông Triều"]),
        ("tx dong trieu", ["Họp tại thị xã Đông Triều", "UBND TX Đông Triều", "UBND thị xã Đông Triều"]),
        ("P. Mạo Khê", ["Phường Mạo Khê"]),
        ("p.mao khe", ["Phường Mạo Khê"]),
        ("BHYT", ["Bảo hiểm y tế"]),
        ("UBND TX. Đông Triều", ["UBND TX Đông Triều", "UBND thị xã Đông Triều"]),
        ("2572", ["Thu 2.572 tỷ đồng"]),
        ("thu 2572 tỷ", ["Thu 2.572 tỷ đồng"]),
        ("2.572", ["Thu 2.572 tỷ đồng"]),
        ("P", ["Phường Mạo Khê"]),
        ('"TX Đông Triều"', ["Họp tại thị xã Đông Triều", "UBND TX Đông Triều", "UBND thị xã Đông Triều"]),
        ("TX Quảng Yên", []),
        ("2573", []),
    ],
)
def test_abbreviations_and_numbers_are_found_written_out_too(put, clerk, query, found):
    for title in (
        "Họp tại thị xã Đông Triều", "UBND TX Đông Triều", "UBND thị xã Đông Triều",
        "Phường Mạo Khê", "Bảo hiểm y tế", "Thu 2.572 tỷ đồng", "572 hộ, 2 xã",
    ):  # fmt: skip
        put(title)
    assert sorted(titles(clerk, query)) == sorted(found)


def test_words_between_two_quotations_need_not_stand_together(put, clerk):
    put("Nước thải và rác của cụm Kim Sen, bãi thải")
    assert titles(clerk, '"nước thải" bãi rác "kim sen"') == ["Nước thải và rác của cụm Kim Sen, bãi thải"]


def test_what_was_written_out_is_marked_as_what_was_typed_and_comes_after_it(put, clerk):
    for title in ("Thị xã Đông Triều", "TX Đông Triều"):
        put(title)
    hits = list(find(clerk, "TX. Đông Triều").object_list)
    assert [marked(hit.title) for hit in hits] == [["TX Đông Triều"], ["Thị xã Đông Triều"]]
