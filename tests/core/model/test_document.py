import pytest

from giaoban.model import Block, BlockKind, Document, Span

FIRST = Block(BlockKind.TITLE, Span(0, 4), paragraph=1, page=1, line=1)
SECOND = Block(BlockKind.PARAGRAPH, Span(6, 9), paragraph=2, page=2, line=1)
DOCUMENT = Document("Tiêu\n\nhai", (FIRST, SECOND), "a.txt", "0" * 64, "text/plain", "utf-8")


@pytest.mark.parametrize(("offset", "block"), [(0, FIRST), (3, FIRST), (5, FIRST), (6, SECOND), (8, SECOND)])
def test_every_offset_leads_back_to_a_block_and_its_page(offset, block):
    assert DOCUMENT.block_at(offset) is block


def test_a_text_without_blocks_has_no_way_back():
    assert Document("", (), "a.txt", "0" * 64, "text/plain", "utf-8").block_at(0) is None
