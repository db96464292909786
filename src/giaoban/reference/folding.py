"""Letters without their accents, for everything that is looked up by name.

    "Thị xã Đông Triều"  thi xa dong trieu

Folded text is for comparing, never for showing.
"""

import re
import unicodedata

MARKS = re.compile(r"[\u0300-\u036f]")
BARRED = str.maketrans("đð", "dd")
ETH = str.maketrans("Ðð", "Đđ")
WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """`text` in lower case, accents off, đ as d; NFC and NFD give the same.

    >>> fold("Thị xã Đông Triều")
    'thi xa dong trieu'
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", MARKS.sub("", decomposed)).translate(BARRED)


def written(text: str) -> str:
    """`text` with the Vietnamese Đ in place of the Icelandic Ð, which looks like it and stands in old files; as long as before.

    >>> written("Ðông Triều, ðồng")
    'Đông Triều, đồng'
    """
    return text.translate(ETH) if "Ð" in text or "ð" in text else text


def words(text: str) -> list[str]:
    """The words of `text` with their accents, in lower case and NFC; punctuation parts words.

    >>> words("TX. Đông Triều (2020-2025)")
    ['tx', 'đông', 'triều', '2020', '2025']
    """
    return WORD.findall(unicodedata.normalize("NFC", text.lower()))
