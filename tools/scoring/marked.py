"""Texts in which judgements and instructions are marked where they stand, and nothing else (`corpus/annotated/marked`).

    "Ông Hùng cho biết {-đường vào khu nuôi xuống cấp-} và đề nghị xã {>đổ đá trước mùa mưa>}; {+đàn vịt không có dịch+}"

    {+ … +} a strength      {- … -} a shortcoming      {> … >} a directive

Marks neither nest nor go over the end of a line.
"""

import re
from typing import Any

from giaoban.model import Document

MARK = re.compile(r"\{([+>-])([^\n]+?)\1\}")
LEFT = re.compile(r"\{[+>-]|[+>-]\}")
"""What stands nowhere but in a mark."""
POLARITY = {"+": "strength", "-": "shortcoming"}
Marked = tuple[int, int, str]


def parse(text: str) -> tuple[str, list[Marked]]:
    """The text without its marks, and from where to where each of them goes with its sign.

    Refused is a mark that is not closed in its line, one within another, and one that begins or ends with a blank.
    """
    parts, marked, end, size = [], [], 0, 0
    for found in MARK.finditer(text):
        parts += [text[end : found.start()], found[2]]
        size += found.start() - end
        marked.append((size, size + len(found[2]), found[1]))
        size += len(found[2])
        end = found.end()
    plain = "".join([*parts, text[end:]])
    faults = [plain[max(0, at.start() - 30) : at.end() + 30] for at in LEFT.finditer(plain)]
    faults += [plain[first:last] for first, last, _ in marked if plain[first:last] != plain[first:last].strip()]
    if faults:
        raise ValueError(f"marks that are not closed, nested, or hold blanks at an end: {faults}")
    return plain, marked


def record(document: Document, marked: list[Marked]) -> dict[str, Any]:
    """The spans as an annotated record has them: findings and directives, without what else would be said of them.

    Refused is a document whose text is not the one that was marked.
    """
    spans = [({"start": first, "end": last}, sign) for first, last, sign in marked]
    if any(last > len(document.text) for _, last, _ in marked):
        raise ValueError("the document is not the text that was marked")
    return {
        "findings": [{"span": span, "polarity": POLARITY[sign]} for span, sign in spans if sign in POLARITY],
        "directives": [{"span": span} for span, sign in spans if sign not in POLARITY],
    }
