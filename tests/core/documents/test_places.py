"""Every place of a text leads to its page and line of the PDF, also in the middle of a paragraph and behind the end of a page."""

import pytest

from giaoban.documents import from_text, read
from tests.core.documents import made

LINES = 90
"""More than a page holds."""


WORDS = "thu ngân sách vượt kế hoạch đã giao đầu năm nay nhờ các khoản tiền đất và thuế của doanh nghiệp mới lập trên địa bàn"
SAID = WORDS.split(" ")


def words(number: int) -> str:
    turned = [*SAID[number * 7 % len(SAID) :], *SAID[: number * 7 % len(SAID)]]
    return f"D{number}d {' '.join(turned[: 14 + number % 3])}"


def drawn(numbers, hyphen="") -> bytes:
    """A PDF with each of these lines as wide as the page; `hyphen` stands at the end of each."""
    document = made.Pages()
    document.add_page()
    for number in numbers:
        document.set_x(25 if number else 32)
        document.cell(160, 6, f"{words(number)}{hyphen}", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


@pytest.mark.parametrize("hyphen", ["", " thu-", "\u00ad"])
def test_each_line_of_a_paragraph_over_several_pages_is_found_again(hyphen):
    document = read(drawn(range(LINES), hyphen), "a.pdf")
    found = {number: document.text.index(f"D{number}d") for number in range(LINES)}
    places = [document.block_at(at).place_of(at) for at in found.values()]
    assert len(document.blocks) < LINES // 2
    pages = [page for page, _line in places]
    assert pages == sorted(pages) and set(pages) == {1, 2, 3}
    for page in set(pages):
        lines = [line for at, line in places if at == page]
        assert lines == list(range(lines[0], lines[0] + len(lines)))
        assert lines[0] == 1


def test_within_a_line_and_before_the_first_break_the_line_is_that_which_began():
    document = read(drawn(range(3)), "a.pdf")
    block = document.blocks[0]
    assert block.place_of(document.text.index("D1d") - 1) == (1, 1)
    assert block.place_of(document.text.index("D1d") + 20) == (1, 2)


def test_a_text_without_pages_tells_none():
    (block,) = from_text("Thu ngân sách đạt 5 tỷ đồng.").blocks
    assert block.place_of(7) == (None, None) and block.breaks == ()
