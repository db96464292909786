"""Paragraphs of a notice are moved without one being lost, and the paper is the same list again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.brief.notice import Heading
from giaoban.brief.notice_moving import after, among, arranged, down, under, up
from giaoban.brief.notice_paragraphs import MOVABLE, Kind, Paragraph, named, notice_of, paragraphs

LISTED = (
    Paragraph("abstract", Kind.ABSTRACT, "kết luận tại cuộc họp"),
    Paragraph("o", Kind.OPENING, "Hai bên họp."),
    Paragraph("A", Kind.HEADING, "Đánh giá"),
    Paragraph("a1", Kind.TEXT, "Thu vượt."),
    Paragraph("a2", Kind.TEXT, "Chi đúng."),
    Paragraph("B", Kind.HEADING, "Nhiệm vụ"),
    Paragraph("Bm", Kind.HEADING, "Môi trường", 1),
    Paragraph("m1", Kind.TEXT, "Trồng rừng."),
    Paragraph("By", Kind.HEADING, "Y tế", 1),
    Paragraph("y1", Kind.TEXT, "Tiêm phòng."),
    Paragraph("closing", Kind.CLOSING, "Trên đây là kết luận"),
)
MARKS = [each.mark for each in LISTED if each.kind in MOVABLE]


def order(listed):
    return " ".join(each.mark for each in listed if each.kind in MOVABLE)


MOVES = [
    (up, "a2", "A a2 a1 B Bm m1 By y1"),
    (down, "a2", "A a1 B a2 Bm m1 By y1"),
    (up, "a1", "A a1 a2 B Bm m1 By y1"),
    (down, "y1", "A a1 a2 B Bm m1 By y1"),
    (up, "y1", "A a1 a2 B Bm m1 y1 By"),
    (up, "By", "A a1 a2 B By y1 Bm m1"),
    (up, "Bm", "A a1 a2 Bm m1 B By y1"),
    (down, "A", "B Bm m1 By y1 A a1 a2"),
    (up, "B", "B Bm m1 By y1 A a1 a2"),
    (up, "A", "A a1 a2 B Bm m1 By y1"),
    (down, "By", "A a1 a2 B Bm m1 By y1"),
]


@pytest.mark.parametrize(("move", "mark", "wanted"), MOVES, ids=lambda value: getattr(value, "__name__", value))
def test_a_paragraph_changes_places_with_its_neighbour_and_a_heading_takes_its_own_along(move, mark, wanted):
    assert order(move(LISTED, mark)) == wanted


def test_a_paragraph_goes_to_the_end_of_another_section():
    assert order(under(LISTED, "a1", "Bm")) == "A a2 B Bm m1 a1 By y1"


@pytest.mark.parametrize(("mark", "heading"), [("a1", "m1"), ("A", "B"), ("closing", "B"), ("không", "B")])
def test_what_cannot_go_there_is_refused(mark, heading):
    with pytest.raises(KeyError):
        under(LISTED, mark, heading)


def test_a_new_paragraph_stands_behind_the_one_named_and_else_at_the_end():
    new = Paragraph("x", Kind.TEXT, "Mới.")
    assert order(after(LISTED, new, "a1")) == "A a1 x a2 B Bm m1 By y1"
    assert order(after(LISTED, new, "abstract")) == "A a1 a2 B Bm m1 By y1 x"
    assert after(LISTED, new, "closing")[-1].kind is Kind.CLOSING


@pytest.mark.parametrize(
    ("headings", "like", "wanted"),
    [
        (("Nhiệm vụ", "Môi trường"), (), "A a1 a2 B Bm m1 x By y1"),
        (("Nhiệm vụ", "Công nghiệp"), (), "A a1 a2 B Bm m1 By y1 h1 x"),
        (("Kiến nghị",), (), "A a1 a2 B Bm m1 By y1 h0 x"),
        (("Việc phải làm", "Y tế"), ("m1",), "A a1 a2 B Bm m1 By y1 x"),
        (("Nhiệm vụ",), (), "A a1 a2 B x Bm m1 By y1"),
    ],
    ids=["its part is there", "its section is there", "neither is there", "the office renamed the section", "right under the section"],
)
def test_a_new_paragraph_stands_in_the_part_that_its_headings_name(headings, like, wanted):
    named = [Paragraph(f"h{level}", Kind.HEADING, text, level) for level, text in enumerate(headings)]
    assert order(among(LISTED, [*named, Paragraph("x", Kind.TEXT, "Mới.")], like)) == wanted


def test_an_order_must_name_every_paragraph_once():
    assert order(arranged(LISTED, ["a1", *(mark for mark in MARKS if mark != "a1")])) == "A a1 a2 B Bm m1 By y1"
    for wrong in (MARKS[1:], [*MARKS, "A"], [*MARKS[1:], "closing"]):
        with pytest.raises(KeyError):
            arranged(LISTED, wrong)


@given(st.lists(st.tuples(st.sampled_from([up, down]), st.sampled_from(MARKS)), max_size=12))
def test_no_sequence_of_moves_loses_or_doubles_a_paragraph_or_puts_a_text_before_every_heading(moves):
    listed = LISTED
    for move, mark in moves:
        listed = move(listed, mark)
    assert sorted(listed, key=lambda each: each.mark) == sorted(LISTED, key=lambda each: each.mark)
    assert listed[2].kind is Kind.HEADING
    assert [each.mark for each in listed[:2]] == ["abstract", "o"]
    assert listed[-1].mark == "closing"


@given(st.permutations(MARKS))
def test_the_paper_of_any_order_says_every_paragraph_in_that_order(marks):
    listed = arranged(LISTED, marks)
    printed = paragraphs(notice_of(listed, Heading()))
    assert [each.mark for each in printed] == [each.mark for each in listed]
    assert [each.text for each in printed] == [each.text for each in listed]


def test_a_notice_with_its_marks_keeps_them():
    notice = notice_of(LISTED, Heading("TỈNH UỶ HẠ LĨNH"))
    assert named(notice) == notice
    assert paragraphs(notice) == LISTED
