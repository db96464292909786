"""What recognition is known to misread in an office's papers, put right word by word before the text of a scan is made.

    "tố chức", "kiếm tra"      tổ chức, kiểm tra       a hook over a circumflex is taken for an acute
    "2.572 tý đông"            2.572 tỷ đồng           beside a number
    "26,B%"                    26,8%, unsure           a letter within a number
    "1H. NHIỆM VỤ"             II. NHIỆM VỤ            a Roman number at the beginning of a line

Line by line, for what stands below may be another column or row. No word is added or left out, and only what is not known to be said as
it was read is put right: the table of pairs is small for that. What must and must not be mended: corpus/misread.tsv.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import product

from giaoban.documents.ocr import SeenWord
from giaoban.documents.syllables import is_syllable

MISREAD = {"ổ": "ốõ", "ể": "ếẽ", "ẩ": "ấã", "ỉ": "i", "ỷ": "ý"}
"""The letters of the table, each with what is read in its place."""
HOOKS = {"ố": "ổ", "õ": "ổ", "ế": "ể", "ẽ": "ể", "ấ": "ẩ", "ã": "ẩ"}
"""The same of words that are no syllable as they were read."""
MARKS = re.compile(r"^\W+|\W+$")
ROMAN = {"1H.": "II.", "TI.": "II.", "HI.": "III.", "IH.": "III.", "TII.": "III.", "IIL.": "III."}
AFTER_NUMBER = {"tý": "tỷ", "tỳ": "tỷ", "tÿ": "tỷ", "triêu": "triệu", "nghin": "nghìn", "nghỉn": "nghìn", "nghín": "nghìn"}
AFTER_UNIT = dict.fromkeys(("đông", "dông", "dồng", "dong", "đong"), "đồng")
MONEY = frozenset(("tỷ", "tỉ", "triệu", "nghìn", "ngàn"))
CODE = re.compile(r"\W*[A-ZĐ]\w*\d")
UNIT = r"(?:tạ|ha|kg|km|tấn|tỷ|m|m2|m3)(?!\w)"
IN_NUMBER = re.compile(rf"(?<=\d)[BOI](?=%|{UNIT})|(?<=\d,)[BOIlo](?=\d|%|{UNIT})|(?<=\d)[OIlo](?=[\d%])")
DIGIT = {"B": "8", "O": "0", "o": "0", "I": "1", "l": "1"}
PER_MILLE = re.compile(r"(?<=\d)%[o0](?!\w)")
OF_PLAN = re.compile(r"(?<=\d%)(?:K[-–—]|[EK]K)H\b")
APOSTROPHE = re.compile(r"(?<=\b[A-ZĐ])[°ˆ´`](?=[A-ZĐ])")


def mended(lines: Sequence[Sequence[SeenWord]]) -> list[list[SeenWord]]:
    """The lines with what is known to be misread put right; a word whose value was mended is not sure at all."""
    found = [[_number(word) for word in line] for line in lines]
    for line in found:
        if line and line[0].text in ROMAN:
            line[0] = replace(line[0], text=ROMAN[line[0].text])
        for at, text in enumerate(_words([word.text for word in line])):
            line[at] = replace(line[at], text=text)
    return found


def _number(word: SeenWord) -> SeenWord:
    if not any(map(str.isdigit, word.text)):
        return replace(word, text=APOSTROPHE.sub("'", word.text))
    digits = word.text if CODE.match(word.text) else IN_NUMBER.sub(lambda found: DIGIT[found[0]], word.text)
    value = PER_MILLE.sub("‰", digits)
    return replace(word, text=OF_PLAN.sub("KH", value), sure=0.0 if value != word.text else word.sure)


def _words(texts: list[str]) -> list[str]:
    """The words with their marks put right by the word before or after them."""
    found = [_alone(text) for text in texts]
    for at in range(1, len(found)):
        before, after = _bare(found[at - 1]), _bare(found[at])
        right = _beside(found[at - 1], found[at], before, after) or _pair(found, at, before, after)
        if right:
            found[at - 1], found[at] = _as(found[at - 1], before, right[0]), _as(found[at], after, right[1])
    return found


def _bare(text: str) -> str:
    return MARKS.sub("", text).lower()


def _pair(found: Sequence[str], at: int, before: str, after: str) -> tuple[str, str] | None:
    """What is meant by two words that nothing parts; not where one of them is right beside its other neighbour, or the second is a name."""
    first, second = found[at - 1], found[at]
    if not (first[-1:].isalnum() and second[:1].isalnum()) or (second[:1].isupper() and not second.isupper()):
        return None
    right = meant().get((before, after))
    if right is None:
        return None
    kept = at > 1 and right[0] != before and (_bare(found[at - 2]), before) in pairs()
    kept |= at + 1 < len(found) and right[1] != after and (after, _bare(found[at + 1])) in pairs()
    return None if kept else right


def _beside(first: str, second: str, before: str, after: str) -> tuple[str, str] | None:
    """A unit beside its number, or money beside its unit: nothing parts them, and the second is no name."""
    if second[:1].isupper() and not second.isupper():
        return None
    if first[-1:].isdigit() and after in AFTER_NUMBER:
        return before, AFTER_NUMBER[after]
    return (before, AFTER_UNIT[after]) if first[-1:].isalpha() and before in MONEY and after in AFTER_UNIT else None


def _alone(text: str) -> str:
    """A word that is no syllable, as the only syllable that it can have been."""
    bare = MARKS.sub("", text)
    low = bare.lower()
    if not low.isalpha() or low.isascii() or is_syllable(low):
        return text
    right = {word for word in _meant_alone(low) if is_syllable(word)}
    return _as(text, low, right.pop()) if len(right) == 1 else text


def _meant_alone(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        if letter in HOOKS:
            yield word[:at] + HOOKS[letter] + word[at + 1 :]


def _as(text: str, bare: str, right: str) -> str:
    """`text` with `right` for the word `bare` in it, in its capitals."""
    if bare == right:
        return text
    at = text.lower().index(bare)
    word = text[at : at + len(bare)]
    written = right.upper() if word.isupper() and len(word) > 1 else right[0].upper() + right[1:] if word[0].isupper() else right
    return text[:at] + written + text[at + len(bare) :]


@cache
def meant() -> dict[tuple[str, str], tuple[str, str]]:
    """By what is read of them the pairs that are meant; what is a pair itself, or could be two, is left out."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for pair in pairs():
        for first, second in product(*([word, *_misread(word)] for word in pair)):
            found[first, second].add(pair)
    return {read: min(several) for read, several in found.items() if len(several) == 1 and read not in pairs()}


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Pairs of words as they are written."""
    lines = (files(__package__) / "misread.txt").read_text("utf-8").splitlines()
    told = (pair.split(" ") for line in lines if not line.startswith("#") for pair in line.split("\t"))
    return frozenset((first, second) for first, second in told)


def _misread(word: str) -> Iterator[str]:
    """What is read for a word: one of its letters taken for another."""
    for at, letter in enumerate(word):
        yield from (word[:at] + other + word[at + 1 :] for other in MISREAD.get(letter, ""))
