"""Vietnamese as it was written before Unicode: TCVN3 (ABC), VNI, VISCII, VPS.

    "Tæng thu ng©n s¸ch"        Tổng thu ngân sách   TCVN3
    "Toång thu ngaân saùch"     Tổng thu ngân sách   VNI

These give each letter (VNI: each letter and its mark) a place that elsewhere belongs to another sign. The tables are those of viparse.
A guess is judged by how many of the words it makes are syllables that are really written.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from giaoban.documents.syllables import written

NAMES = ("tcvn3", "vni", "viscii", "vps")
MISSING = {"vni": {"aú": "ẳ", "AÚ": "Ẳ"}}
"""Letters that viparse's table has not met in its texts; the row of VNI tells them."""

FONTS = (
    (re.compile(r"^(?:[A-Z]{6}\+)?(?:\.vn|vn(?:time|arial))", re.IGNORECASE), "tcvn3"),
    (re.compile(r"^(?:[A-Z]{6}\+)?vni", re.IGNORECASE), "vni"),
    (re.compile(r"^(?:[A-Z]{6}\+)?vps", re.IGNORECASE), "vps"),
)
CAPITAL_FONT = re.compile(r"^(?:[A-Z]{6}\+)?\.?vn\w*h$", re.IGNORECASE)
""".VnTimeH draws capitals where the bytes say small letters."""

TOKEN = re.compile(r"[^\s\d!-/:-@\[-`{-~–—“”‘’…°]+")
GLYPHS = re.compile(r"(?<=[^\W\d_])[−∙]|[−∙](?=[^\W\d_])")
AS_BYTES = {"−": "\xad", "∙": "\xb7"}
"""The signs that a PDF puts for two letters of TCVN3 (ư, ã); between numbers they are what they look like."""
MIXED_CASE = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])(?![\w]*[a-z])[^\W\d_]+\b")
"""A word whose plain letters are capitals: TCVN3 has no accented ones of its own."""
ENOUGH = 0.7
"""The share of accented words that must be syllables before a text is taken for Vietnamese."""
SAMPLE = 60_000


def of_font(font: str) -> str | None:
    """The encoding that goes with a font, by its name (".VnTime", "VNI-Times"); None for a font of today."""
    return next((name for form, name in FONTS if form.match(font)), None)


def converted(text: str, encoding: str, font: str = "") -> str:
    """`text`, whose letters stand for those of `encoding`, in Unicode (NFC)."""
    if encoding == "tcvn3":
        text = GLYPHS.sub(lambda sign: AS_BYTES[sign[0]], text)
    letters = unicodedata.normalize("NFC", _converter(encoding)(text))
    if encoding != "tcvn3":
        return letters
    return letters.upper() if CAPITAL_FONT.match(font) else MIXED_CASE.sub(lambda word: word[0].upper(), letters)


def likeness(text: str) -> tuple[float, int]:
    """The share of words with signs beyond ASCII that are Vietnamese syllables, and how many such words there are."""
    marked = [token for token in TOKEN.findall(text[:SAMPLE]) if not token.isascii()]
    known = written()
    good = sum(1 for token in marked if unicodedata.normalize("NFC", token).lower() in known)
    return (good / len(marked) if marked else 0.0), len(marked)


def found_in(text: str) -> str | None:
    """The old encoding that `text` still bears under its Unicode letters; None where it is Vietnamese already, or nothing is sure."""
    share, marked = likeness(text)
    if marked < 3 or share >= ENOUGH:
        return None
    shares = {name: likeness(converted(text[:SAMPLE], name))[0] for name in NAMES}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= ENOUGH and shares[best] > share + 0.2 else None


@cache
def _converter(encoding: str) -> Callable[[str], str]:
    from viparse.normalize.encodings import CHARMAPS  # type: ignore[import-untyped]

    pairs = dict(CHARMAPS[encoding].pairs) | MISSING.get(encoding, {})
    if all(len(old) == 1 for old in pairs):
        single = str.maketrans(pairs)
        return lambda text: text.translate(single)
    form = re.compile("|".join(re.escape(old) for old in sorted(pairs, key=len, reverse=True)))
    return lambda text: form.sub(lambda match: pairs[match[0]], text)
