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


ROWS = "Chỉ tiêu | Ước | Đạt\nThu ngân sách | 46,8 | 91,5\nGhi chú chung |  \nHết."
TABLE = [
    Block(BlockKind.ROW, Span(0, 20), 1, cells=(Span(0, 8), Span(11, 14), Span(17, 20))),
    Block(BlockKind.ROW, Span(21, 48), 2, cells=(Span(21, 34), Span(37, 41), Span(44, 48))),
    Block(BlockKind.ROW, Span(49, 65), 3, cells=(Span(49, 62), Span(49, 62), Span(64, 65))),
    Block(BlockKind.PARAGRAPH, Span(66, 70), 4),
]


def test_rows_stand_in_one_table_cell_by_cell_and_nothing_of_their_text_is_lost():
    told = list(paragraphs(ROWS, TABLE, [Mark(1, 37, 48, "o", False)]))
    assert [(each.first, each.last) for each in told] == [(True, False), (False, False), (False, True), (False, False)]
    assert [["".join(piece.text for piece in cell.pieces) for cell in each.cells] for each in told[:2]] == [
        ["Chỉ tiêu", "Ước", "Đạt"],
        ["Thu ngân sách", "46,8", "91,5"],
    ]
    assert [cell.columns for cell in told[2].cells] == [2, 1]
    for block, each in zip(TABLE[:3], told, strict=False):
        assert "".join("".join(piece.text for piece in cell.pieces) + cell.after for cell in each.cells) == block.span.of(ROWS)
    assert [[mark.key for piece in cell.pieces for mark in piece.marks] for cell in told[1].cells] == [[], [1], [1]]


def test_a_row_of_other_columns_and_one_on_a_new_page_begin_another_table():
    other = Block(BlockKind.ROW, Span(49, 65), 3, cells=(Span(49, 62), Span(64, 65)))
    turned = Block(BlockKind.ROW, Span(21, 48), 2, page=2, cells=TABLE[1].cells)
    assert [each.first for each in paragraphs(ROWS, [TABLE[0], other], [])] == [True, True]
    assert [each.first for each in paragraphs(ROWS, [TABLE[0], turned], [])] == [True, True]
