"""Lines that belong to one paragraph.

A text typed by machine, a scan or a PDF breaks a paragraph at the end of every line, and a page break may put an empty line into the
middle of a sentence. Elsewhere a line is a paragraph. What decides: how long the lines are, how one ends and the next begins.
What must and must not be joined: corpus/wrapped_lines.tsv.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaoban.documents.kinds import DATELINE, DATELINE_MAX
from giaoban.reference.folding import written

WIDEST = 160
"""No typed line is longer, in code points; a longer one is a paragraph as a web page has it."""
NARROWEST = 30
FEWEST = 4
"""So many full lines show how wide a text was set."""
FULL = 0.72
"""The share of the usual width from which a line counts as full: the word that follows did not fit."""

STARTS_ITEM = re.compile(
    r"[-–—+*•·●○▪■◦➢✓❖]\s|[a-zđð]\s?[.)]\s|\(?\d{1,2}\)\s|(?:[IVXL]{1,6}|[A-HĐÐ]|\d{1,2}(?:\.\d{1,2}){0,3})\s?[.)]\s+[^\W\d_]"
)
ENDED = re.compile(r"[.!?…:;](?:[\"”’»)\]]*)$")
OPEN = re.compile(r"(?:[,(–-]|\b(?:của|và|về|với|là|các|những|cho|tại|theo|hoặc|gồm|nhằm|sẽ|đang))$")
"""Words and signs that nothing ends with: the rest stands on the next line."""
BEFORE_NUMBER = re.compile(r"\b(?:đạt|khoảng|trên|dưới|hơn|gần|bằng|ước|tăng|giảm|còn|số|từ|đến|thứ|là|được|trong|ngày|tháng|quý)$")
"""Words that a number follows."""
TAIL = 16
"""The end of a line, in code points, that shows whether it ends a sentence."""
PART_TAIL = 1_000
"""And that of several lines, in which a bracket may still be open."""
UNFINISHED = (",", "–", " -")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it, and where it stands; `after_gap` when an empty line stands before it."""

    words: str
    start: int
    end: int
    after_gap: bool


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The first and last line of each paragraph."""
    if not lines:
        return
    width = usual_width([len(line.words) for line in lines])
    first = lines[0]
    for line, following in pairwise(lines):
        if not continues(line, following, width):
            yield first, line
            first = following
    yield first, lines[-1]


def usual_width(lengths: Sequence[int]) -> int:
    """How wide the lines were set; 0 where each line is a paragraph."""
    ordered = sorted(lengths)
    width = ordered[len(ordered) * 9 // 10]
    near = sum(1 for length in ordered if FULL * width <= length <= width * 1.15)
    return width if NARROWEST <= width <= WIDEST and near >= FEWEST and near * 3 >= len(ordered) else 0


def continues(line: Line, following: Line, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `line`."""
    if STARTS_ITEM.match(following.words) or line.words == following.words or "\t" in line.words + following.words:
        return False
    length, ended = len(line.words), bool(ENDED.search(line.words[-TAIL:]))
    goes_on = following.words[0].islower() or is_open(line.words, following.words[0].isdigit())
    if following.after_gap or not width:
        return not ended and goes_on and (length >= NARROWEST or line.words.endswith(UNFINISHED))
    full = length >= FULL * width
    return (full and not (ended and length < 0.85 * width)) or (goes_on and not ended)


def is_open(words: str, number_follows: bool) -> bool:
    """Whether the words leave off where no sentence ends; `number_follows` says what the next line begins with."""
    within = words.rfind("(") > words.rfind(")") and not words[-3:].isupper()
    last = written(words[-TAIL:])
    return within or bool(OPEN.search(last) or (number_follows and BEFORE_NUMBER.search(last)))


def by_hand(text: str) -> Iterator[str]:
    """A paragraph with typed line breaks: the lines stay together, unless one begins a list, follows the end of a sentence, is but a
    date, or comes after an empty line with something new."""
    part: list[str] = []
    tail = last = ""
    for line in map(str.strip, text.split("\n")):
        if tail and line and _begins(tail, line, gap=not last):
            yield " ".join(part)
            part, tail = [line], line
        elif line:
            part.append(line)
            tail = f"{tail} {line}".strip()[-PART_TAIL:]
        last = line
    yield " ".join(part)


def _begins(part: str, line: str, gap: bool) -> bool:
    """Whether a line begins something new after `part` (its end); `gap` says that an empty line stands between them."""
    if STARTS_ITEM.match(line) or ENDED.search(part) or any(DATELINE.fullmatch(each) for each in (part, line) if len(each) <= DATELINE_MAX):
        return True
    return gap and not line[0].islower() and not is_open(part, line[0].isdigit())
