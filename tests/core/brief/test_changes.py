"""What an office changed in a paper is told paragraph by paragraph, by marks and, where they are lost, by likeness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.brief.changes import Did, Part, changed, compare, taken, words
from giaoban.brief.notice_paragraphs import Kind, Paragraph

OLD = tuple(
    Paragraph(mark, Kind.TEXT, text)
    for mark, text in [
        ("a", "Xã Phú Vân trồng thêm 5 ha cam trong quý III."),
        ("b", "Trường tiểu học lập kế hoạch bán trú."),
        ("c", "Phòng Kinh tế rà soát hồ sơ tồn đọng trước ngày 30/6."),
        ("d", "Công an huyện tăng cường tuần tra ban đêm."),
    ]
)
A, B, C, D = OLD


def new(text, mark=""):
    return Paragraph(mark, Kind.TEXT, text)


def told(before, after):
    return [(each.did.value, (each.before or each.after).mark, each.moved) for each in changed(compare(before, after))]


def test_the_same_paper_has_no_change():
    assert changed(compare(OLD, OLD)) == ()


CASES = [
    ("an edited one by its mark, however different", (A, new("Hoãn.", "b"), C, D), [("edited", "b", False)]),
    ("an edited one by its likeness", (A, B, new("Phòng Kinh tế rà soát hồ sơ tồn đọng trước ngày 15/7."), D), [("edited", "c", False)]),
    ("one unlike all others is new", (A, B, new("Sở Y tế tiêm phòng dại."), C, D), [("added", "", False)]),
    ("one that is gone", (A, C, D), [("dropped", "b", False)]),
    ("only the one that moved is moved", (B, C, D, A), [("same", "a", True)]),
    ("moved and edited", (D, A, new("Trường lập kế hoạch bán trú.", "b"), C), [("same", "d", True), ("edited", "b", False)]),
    (
        "split in two",
        (A, B, new("Phòng Kinh tế rà soát.", "c"), new("Trước ngày 30/6."), D),
        [("edited", "c", False), ("added", "", False)],
    ),
    ("a copy is new", (A, A, B, C, D), [("added", "a", False)]),
    ("everything gone", (), [("dropped", mark, False) for mark in "abcd"]),
]


@pytest.mark.parametrize(("after", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_changed_is_told(after, wanted):
    assert told(OLD, after) == wanted


@pytest.mark.parametrize(
    ("was", "now", "wanted"),
    [
        ("Rà soát hồ sơ đất", "Rà soát hồ chứa nước", ["edited"]),
        ("Rà soát hồ sơ đất đai tồn", "Rà soát hồ sơ cấp phép xe", ["added", "dropped"]),
    ],
    ids=["three words of five", "four of seven"],
)
def test_paragraphs_without_a_mark_are_one_from_three_words_of_five_in_common(was, now, wanted):
    assert sorted(did for did, _mark, _moved in told((new(was, "a"),), (new(now),))) == wanted


def test_what_was_dropped_is_told_where_it_stood():
    assert [each.did for each in compare(OLD, (A, D))] == [Did.SAME, Did.DROPPED, Did.DROPPED, Did.SAME]


def test_words_are_set_against_each_other_and_not_letters():
    pieces = words("báo cáo trước ngày 30/6", "báo cáo chậm nhất ngày 15/7")
    assert "".join(piece.text for piece in pieces if piece.part is not Part.NEW) == "báo cáo trước ngày 30/6"
    assert [piece.text for piece in pieces if piece.part is Part.NEW] == ["chậm nhất", "15", "7"]


TEXTS = st.text(st.sampled_from("ab cđ,.1ờ"), max_size=20)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_words(before, after):
    pieces = words(before, after)
    assert "".join(piece.text for piece in pieces if piece.part is not Part.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.part is not Part.GONE) == after


LISTED = st.lists(st.tuples(st.sampled_from(["", "a", "b", "c", "d", "e"]), TEXTS), max_size=6)


@given(LISTED)
def test_every_paragraph_of_both_is_told_exactly_once(listed):
    after = [new(text, mark) for mark, text in listed]
    found = compare(OLD, after)
    assert [each.after for each in found if each.after] == after
    assert sorted(each.before.mark for each in found if each.before) == ["a", "b", "c", "d"]


def marks(listed):
    return [each.mark for each in listed]


def test_only_the_chosen_changes_are_taken_over():
    after = (new("Sở Y tế tiêm phòng dại."), D, new("Xã Phú Vân trồng thêm 9 ha cam trong quý III.", "a"), C)
    found = compare(OLD, after)
    at = {(each.did, each.moved): number for number, each in enumerate(found)}
    assert taken(OLD, found, set()) == OLD
    assert taken(OLD, found, {at[Did.EDITED, False]})[0].text == after[2].text
    assert marks(taken(OLD, found, {at[Did.SAME, True]})) == ["d", "a", "b", "c"]
    assert marks(taken(OLD, found, {at[Did.DROPPED, False]})) == ["a", "c", "d"]
    assert [each.text for each in taken(OLD, found, range(len(found)))] == [each.text for each in after]


@given(LISTED)
def test_whoever_takes_over_everything_has_the_other_paper(listed):
    after = [new(text, mark) for mark, text in listed]
    found = compare(OLD, after)
    assert [each.text for each in taken(OLD, found, range(len(found)))] == [each.text for each in after]
    assert taken(OLD, found, ()) == OLD


def test_what_is_added_behind_the_opening_is_opening_and_nothing_stands_behind_the_closing():
    old = (Paragraph("abstract", Kind.ABSTRACT, "kết luận"), A, Paragraph("closing", Kind.CLOSING, "Trên đây là kết luận"))
    found = compare(old, (old[0], new("Hai bên họp."), A, old[2], new("Nơi nhận như trên.")))
    kinds = [each.kind for each in taken(old, found, range(len(found)))]
    assert kinds == [Kind.ABSTRACT, Kind.OPENING, Kind.TEXT, Kind.TEXT, Kind.CLOSING]
