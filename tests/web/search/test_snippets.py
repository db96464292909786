"""The part of a text that shows why it was found is short, whatever the text is like, and cuts no word."""

import pytest

from giaoban_web.search.snippets import LENGTH, LONGEST, snippet

SAID = "Phòng Kinh tế báo cáo kết quả rà soát. "


def shown(text: str, wanted: str = "1") -> str:
    return "".join(piece for piece, _marked in snippet(text, lambda word: word == wanted))


@pytest.mark.parametrize(
    "text", ["1," * 50_000, "a" * 50_000 + " 1 " + "b" * 50_000, "1" + "\u0301" * 50_000, SAID * 2_000 + "1", "1." + SAID * 2_000]
)
def test_it_is_short_also_where_a_text_has_no_blanks(text):
    assert len(shown(text)) <= LENGTH + 2 * LONGEST + 4


@pytest.mark.parametrize("at", [0, 1, 30, 54, 55, 56, 57, 300])
@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0"])
def test_no_word_is_cut_at_either_end(at, blank):
    words = [*["báo"] * at, "1", *["cáo"] * 300]
    assert set(shown(blank.join(words)).replace("…", "").split()) <= {"báo", "1", "cáo"}


def test_a_short_text_is_shown_whole():
    assert shown("Thu 1 tỷ đồng.") == "Thu 1 tỷ đồng."
    assert shown("") == ""
