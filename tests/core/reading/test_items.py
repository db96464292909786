"""A sentence with figures is a row of items; which syllables may hold several words is told by a sign."""

import pytest

from giaoban.reading.items import MAY_PART
from giaoban.reading.phrases import parted
from giaoban.reading.syllables import SYLLABLE, pieces


@pytest.mark.parametrize("beside", ["", "a", "Đ", "1", "1,", "%", "²"])
def test_every_syllable_that_holds_several_words_has_the_sign(beside: str) -> None:
    several = 0
    for letter in map(chr, (*range(0x21, 0x530), *range(0x1E00, 0x2200), *range(0xFB00, 0xFB07), *range(0xFF01, 0xFF5F), 0x1D7CF, 0x1F600)):
        for said in (letter + beside, beside + letter):
            if said.split() == [said] and any(" " in parted(part.rstrip()) for part in SYLLABLE.findall(said)):
                several += 1
                assert pieces(said).signs & MAY_PART, ascii(said)
    assert several or not beside


def test_plain_words_numbers_and_marks_have_it_not() -> None:
    assert not [said for said in ("Huyện", "1.234,5", "–", "“", "…", "UBND", ";") if pieces(said).signs & MAY_PART]
