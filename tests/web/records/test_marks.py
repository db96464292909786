"""The text on the screen is the text of the record, whatever marks lie on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.model import Block, BlockKind, Span
from giaoban_web.records.marks import Mark, paragraphs

TEXT = "Thu ngân sách đạt 2.572 tỷ đồng.\nXử lý nước thải."
BLOCKS = [Block(BlockKind.PARAGRAPH, Span(0, 32), 1, page=1), Block(BlockKind.PARAGRAPH, Span(33, 49), 2, page=2)]
SPANS = st.lists(st.tuples(st.integers(0, 48), st.integers(1, 49)).filter(lambda span: span[0] < span[1]), max_size=8)


def shown(marks):
    return list(paragraphs(TEXT, BLOCKS, marks))


@given(SPANS)
def test_the_pieces_of_a_block_make_up_its_text(spans):
    marks = [Mark(key, start, end, "o", False) for key, (start, end) in enumerate(spans)]
    for block, paragraph in zip(BLOCKS, shown(marks), strict=True):
        assert "".join(piece.text for piece in paragraph.pieces) == block.span.of(TEXT)


@given(SPANS)
def test_every_letter_lies_under_the_marks_that_cover_it(spans):
    marks = [Mark(key, start, end, "o", False) for key, (start, end) in enumerate(spans)]
    for paragraph in shown(marks):
        for piece in paragraph.pieces:
            for offset in range(piece.start, piece.start + len(piece.text)):
                assert {mark.key for mark in piece.marks} == {mark.key for mark in marks if mark.start <= offset < mark.end}


def test_the_shorter_of_two_marks_lies_on_top():
    outer, inner = Mark(1, 0, 31, "d", False), Mark(2, 18, 31, "o", False)
    assert shown([outer, inner])[0].pieces[1].top == inner


@pytest.mark.parametrize("number", [0, 1])
def test_a_new_page_is_told_where_it_begins(number):
    assert shown([])[number].page == number + 1
