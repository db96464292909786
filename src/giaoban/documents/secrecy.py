"""Documents marked as a state secret (MẬT, TỐI MẬT, TUYỆT MẬT) are refused before anything of them is kept.

    "TỐI MẬT"                 a mark on a line of its own, also spaced out, framed, or as a scan reads it
    "Số: 12/BC-UBND  MẬT"     a mark beside the number
    "lộ bí mật nhà nước"      words in a sentence: no mark

What is and is not a mark: corpus/secrecy.tsv. The law: Luật Bảo vệ bí mật nhà nước, số 117/2025/QH15, in force since
1 March 2026 in place of số 29/2018/QH14, under which older documents were marked.
"""

import re
from collections.abc import Iterable, Sequence

from giaoban.documents.lookalikes import plain
from giaoban.model import Refused
from giaoban.reference.folding import fold

LEVELS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
LONGEST = 200
"""No line with a mark is longer, in code points."""
HEAD, TAIL = 15, 5
"""Where a stamp stands that the scan may have misread: so many lines from the top and from the foot of a page."""

GAP = r"[\s._*·-]*"
HINT = re.compile(rf"m{GAP}[aàáảãạăằắẳẵặâầấẩẫậ]{GAP}t", re.IGNORECASE)
NOT_WORDS = re.compile(r"[\W_]+")
AROUND = (
    r"(?:(?:muc )?do (?:bao )?mat|tai lieu|van ban|ho so|cong van|dau|bi mat nha nuoc(?: thuoc)?(?: do)?|thuoc do|"
    r"hoa toc|thuong khan|khan|hen gio|ban so \d+)"
)
MARK = re.compile(rf"(?:{AROUND} )*(?P<level>mat|t[o0][il1j] ?mat|tuye[tl] ?mat)(?: {AROUND})*")
TRUE_VOWELS, LIKELY_VOWELS = "ậ", "âạaẩẫặ"
"""The vowel of MẬT as it is written, and what scans make of it."""

NUMBER = re.compile(
    r"S[ốoôóồ]\s*[:.]?\s*[\d.…]*\s*[/-][^\s]+\s+[\[(]?(?P<level>tuyệt mật|tối mật|mật|(?<=[\[(])T?M(?=[\])]))[\])]?\s*$", re.IGNORECASE
)
NUMBER_SUFFIX = re.compile(
    r"S[ốoôóồ]\s*[:.]?\s*[\d.…]+\s*[/-]\S*?[\[(/-](?P<level>tuyệt mật|tối mật|mật|(?<=\()T?M(?=\)))[\])]?(?:\s|$)", re.IGNORECASE
)
NUMBERED = re.compile(r"\(T?M\)", re.IGNORECASE)
BRACKETED = re.compile(r"\S\s*[\[(]\s*(?P<level>TUYỆT MẬT|TỐI MẬT|MẬT)\s*[\])]\s*$")
"""A degree in brackets that ends a title: BÁO CÁO (TỐI MẬT)."""
LETTERHEAD = re.compile(r"\bS[ốoô]\s*:|C[ỘO]NG H[ÒO]À?A?\b|[ĐD][ộo]c l[ậa]p|ĐẢNG CỘNG SẢN")
BESIDE = re.compile(r"(?P<before>[^\s]*)\s*(?<!\w)(?P<level>TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)(?!\w)\s*(?P<after>[^\s]*)")
BEFORE = frozenset({"BÍ", "BẢO", "CƠ", "TRẬT", "CẨN", "NẬT", "THÂN", "ĐƯỜNG"})
AFTER = frozenset({"ĐỘ", "MÃ", "KHẨU", "NHÀ", "THƯ", "ONG", "VỤ", "DANH", "THIẾT", "BÁO"})
"""What stands before or after MẬT where it is part of another word."""


def refuse_if_secret(pages: Iterable[Sequence[str]]) -> None:
    """Refuse a document that bears a mark; `pages` are its lines, page by page, with headers, footers and text boxes."""
    for lines in pages:
        for index, line in enumerate(lines):
            if len(line) <= LONGEST and may_be(line):
                edge = index < HEAD or index >= len(lines) - TAIL
                level = marked(line, lines[index - 1] if index else "", edge)
                if level:
                    raise Refused("state-secret", level=level)


def may_be(line: str) -> bool:
    """Whether it is worth asking if the line marks a degree of secrecy."""
    seen = plain(line)
    return bool(HINT.search(seen) or NUMBERED.search(seen))


def marked(line: str, before: str = "", edge: bool = True) -> str | None:
    """The degree of secrecy that a line marks, or None.

    before  the line above: "bảo vệ bí" / "mật" is a sentence that runs on
    edge    whether the line stands near the top or foot of its page
    """
    line = plain(line)
    return _alone(line, before, edge) or _beside_number(line) or (_in_letterhead(line) or _in_title(line) if edge else None)


def _alone(line: str, before: str, edge: bool) -> str | None:
    words = _spaced_out(NOT_WORDS.sub(" ", line).split())
    found = MARK.fullmatch(fold(words))
    if not found:
        return None
    vowel = _vowel(words, found)
    capitals = words == words.upper()
    if vowel.lower() not in TRUE_VOWELS and not (vowel.lower() in LIKELY_VOWELS and capitals and edge):
        return None
    return None if _runs_on(before, capitals) else LEVELS[_plain(found["level"])]


def _in_title(line: str) -> str | None:
    """The degree in brackets behind a line in capitals, as a title is."""
    found = BRACKETED.search(line) if line == line.upper() else None
    return found["level"] if found else None


def _vowel(words: str, found: re.Match[str]) -> str:
    """The vowel of MẬT as it stands in the line: folding keeps the number of letters of NFC text."""
    return words[found.end("level") - 2]


def _plain(level: str) -> str:
    return "mat" if level == "mat" else "tuyet mat" if level.startswith("tuy") else "toi mat"


def _spaced_out(tokens: Sequence[str]) -> str:
    """The words of a line; letters that stand apart (M Ậ T) make a word."""
    if all(len(token) == 1 for token in tokens):
        joined = "".join(tokens)
        return re.sub(r"(?<=.)(?=M.T$)", " ", joined, flags=re.IGNORECASE)
    return re.sub(r"(?<![^\W_])(\w) (\w) (\w)(?![^\W_])", r"\1\2\3", " ".join(tokens))


def _runs_on(before: str, capitals: bool) -> bool:
    """Whether the line above leaves off in the middle of a word or sentence that this line ends."""
    last = before.split()[-1:] or [""]
    if last[0].upper() in BEFORE:
        return True
    return not capitals and last[0].isalpha() and last[0].islower()


def _beside_number(line: str) -> str | None:
    found = NUMBER.search(line) or NUMBER_SUFFIX.search(line)
    if not found:
        return None
    level = found["level"].upper()
    return {"M": "MẬT", "TM": "TỐI MẬT"}.get(level, level)


def _in_letterhead(line: str) -> str | None:
    if not LETTERHEAD.search(line):
        return None
    for found in BESIDE.finditer(line):
        if found["before"].strip(".,;:") not in BEFORE and found["after"].strip(".,;:") not in AFTER:
            return " ".join(found["level"].split())
    return None
