"""Signs that no paper of an office prints: little pictures are taken out of what a record says, and what is typed with one is refused."""

import re

from giaoban.model import Refused

UNSETTABLE = re.compile(
    r"[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u0391-\u03a1\u03a3-\u03c9\u0401-\u040c"
    r"\u040e-\u044f\u0451-\u045c\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116"
    r"\u2122\u2190-\u2193\u2212\u221a\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25ab\u25b2\u25ba\u25bc\u25cb\u25cf]"
)
"""What the fonts of offices may lack."""
PICTURES = re.compile(
    rf"\s*(?:(?={UNSETTABLE.pattern})[\u231a\u231b\u2328\u23cf\u23e9-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff]\s*)+"
)
JOINERS = re.compile(r"[\u200d\u20e3\ufe0e\ufe0f\U000e0020-\U000e007f]")
"""What only says how the sign before it is drawn: 1️⃣ is a 1."""
GAPS = re.compile(r"(\u00a0{3,})|[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+")
TOLD = 60
"""Characters of a paragraph by which it is told which one is meant."""


def without_pictures(text: str) -> str:
    """The words but for the little pictures that a page on the web sets among them, as 📌.

    >>> without_pictures("📌 1️⃣ Rà soát ▶️ báo cáo")
    '1 Rà soát báo cáo'
    """
    return PICTURES.sub(" ", JOINERS.sub("", text)).strip()


def settable(text: str) -> str:
    """The same text. Refused (`notice-sign`) where the fonts of offices lack a sign in it, as 🙂: it would be a box on the paper."""
    if found := UNSETTABLE.search(GAPS.sub(" ", text)):
        raise Refused("notice-sign", sign=found[0], words=text[:TOLD])
    return text
