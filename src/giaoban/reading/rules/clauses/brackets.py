"""Brackets that the ends of a clause cut: one that is open is closed or left out, the rest of another is left or taken in whole.

    "giảm nợ (│nếu có│)"                                 giảm nợ (nếu có)
    "còn chậm (xã Bình Lâm mới | có 2 thôn xong)"         còn chậm
    "còn thiếu (mỗi xã │2 người); 11 dự án chậm│"         11 dự án chậm
    "tệ nạn (cờ bạc, │trộm cắp) còn xảy ra│"              tệ nạn (cờ bạc, trộm cắp) còn xảy ra
    "│thi công “3 ca, 4 kíp│”"                            thi công “3 ca, 4 kíp”

What must and must not be read: corpus/clause_brackets.tsv.
"""

import re

CLOSING = re.compile(r"[ .,…]{0,4}\)")
"""The end of a bracket behind a clause, with the dots of a list that goes on."""
MARKER = re.compile(r"\s*(?:\d{1,3}|[ivxIVX]{1,4}|[^\W\d_])\)")
"""The number of an item: 1), a), iv)."""
BEHIND = re.compile(r"\)\s*[;,.:–-]?\s*")
GOES_ON = re.compile(r"\) \w")
"""What goes on behind a bracket without a mark belongs together with what stands before it."""
SEGMENT = re.compile(r"[.;:?!](?=\s)|\n")
"""Where a part of a sentence ends; no mark within a number, a time or a shortened word."""
STRAIGHT = '"'
LEAST = 3
"""Words that a clause keeps at least."""


def balanced(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Where a clause begins and ends so that it cuts no bracket; `floor`: where it may begin at the earliest."""
    opened, closed = _cut(text, start, end)
    if closed is not None:
        start = _begun(text, start, closed, floor, end)
    if opened is not None and opened >= start:
        end = _ended(text, start, opened, end)
    return start, end + _closes_quote(text, start, end)


def _closes_quote(text: str, start: int, end: int) -> bool:
    """Whether the mark right behind a clause closes what was quoted in it: thi công “3 ca, 4 kíp│”│."""
    if text[end : end + 1] == STRAIGHT:
        return text.count(STRAIGHT, start, end) % 2 == 1
    return text[end : end + 1] == "”" and text.rfind("“", start, end) > text.rfind("”", start, end)


def _cut(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Where the first bracket stands that is not closed, and the first that was not opened."""
    open_at: list[int] = []
    closed = None
    marker = MARKER.match(text, start, end) if text[start - 1 : start] != "(" else None
    for at in range(marker.end() if marker else start, end):
        if text[at] == "(":
            open_at.append(at)
        elif text[at] == ")" and open_at:
            open_at.pop()
        elif text[at] == ")":
            closed = at if closed is None else closed
    return open_at[0] if open_at else None, closed


def _begun(text: str, start: int, closed: int, floor: int, end: int) -> int:
    opening = text.rfind("(", floor, start)
    if GOES_ON.match(text, closed) and opening >= 0:
        begun = max((each.end() for each in SEGMENT.finditer(text, floor, opening)), default=floor)
        return begun + len(text[begun:opening]) - len(text[begun:opening].lstrip(" -–+*,"))
    behind = BEHIND.match(text, closed, end)
    return behind.end() if behind and len(text[behind.end() : end].split()) >= LEAST else start


def _ended(text: str, start: int, opened: int, end: int) -> int:
    if closing := CLOSING.match(text, end):
        return closing.end()
    kept = text[start:opened].rstrip(" ,;")
    return start + len(kept) if len(kept.split()) >= LEAST else end
