"""Documents marked as a state secret (MẬT, TỐI MẬT, TUYỆT MẬT) are refused before anything of them is kept.

    "TỐI MẬT"                 a mark on a line of its own, also spaced out, framed, or as a scan reads it
    "Số: 12/BC-UBND  MẬT"     a mark beside the number
    "HUYỆN ỦY BÌNH AN    MẬT" a mark in a column of its own
    "Độ mật: C"               the letter that stands for a degree, where it is said to be one
    "Số: 15-BC/TU-M"          and the one that ends a number
    "lộ bí mật nhà nước"      words in a sentence: no mark

What is and is not a mark: corpus/secrecy.tsv. The law: Luật Bảo vệ bí mật nhà nước, số 117/2025/QH15, in force since
1 March 2026 in place of số 29/2018/QH14, under which older documents were marked. The letters A, B, C: Nghị định 26/2020/NĐ-CP, Thông tư
24/2020/TT-BCA, form 03; alone, such a letter stands on an envelope and not in a document.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from giaoban.documents.lookalikes import plain
from giaoban.model import Refused
from giaoban.reference.folding import fold

LETTERS = {"a": "TUYỆT MẬT", "b": "TỐI MẬT", "c": "MẬT"}
"""The letters that stand for the degrees."""
LEVELS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
LONGEST = 200
"""No line with a mark is longer, in code points."""
HEAD, TAIL = 15, 5
"""Where a stamp stands that the scan may have misread: so many lines from the top and from the foot of a page."""

GAP = r"[\s._*·-]*"
HINT = re.compile(rf"m{GAP}(?:[aàáảãạăằắẳẵặâầấẩẫậ]{GAP}t|ậ{GAP}[il1j])", re.IGNORECASE)
NOT_WORDS = re.compile(r"[\W_]+")
AROUND = (
    r"(?:(?:muc )?do (?:bao )?mat|tai lieu|van ban|ho so|cong van|thong tin|(?:da )?(?:dong )?dau|thuoc do|"
    r"(?:thuoc )?(?:pham vi|danh muc)|(?:bi mat nha nuoc|bmnn)(?: thuoc)?(?: do)?|(?:cam|khong|khong duoc) sao(?: chup| luc)?|"
    r"hoa toc|thuong khan|khan|hen gio|ban so \d+)"
)
MARK = re.compile(rf"(?:{AROUND} )*(?P<level>ma[til1j]|t[o0][il1j] ?ma[til1j]|tuye[tl] ?ma[til1j])(?: {AROUND})*")
LETTERED = re.compile(r"(?:(?:muc|ky hieu|dau)(?: chi)? )?do mat (?P<letter>[abc])")
MISREAD = re.compile(r"MẤT|(?:TỐI|TUYỆT) M[ẤÁẮ]T")
"""What a scan makes of a mark and people write, too: it is one where a letterhead stands, or nothing else, as on a stamp."""
TRUE_VOWELS, LIKELY_VOWELS = "ậ", "âạaẩẫặầàảãăằẳẵ"
"""The vowel of MẬT as it is written, and what scans make of it: not the ấ, á and ắ of other words."""
BROKEN = re.compile(r"(?:tuyệt|tối)?mật", re.IGNORECASE)
"""The words of a mark whose letters a scan has parted anywhere."""

NUMBER = re.compile(
    r"S[ốoôóồ]\s*[:.]?\s*[\d.…]*\s*[/-][^\s]+\s+[\[(]?(?P<level>tuyệt mật|tối mật|mật|(?<=[\[(])T?M(?=[\])]))[\])]?\s*$", re.IGNORECASE
)
NUMBER_SUFFIX = re.compile(
    r"S[ốoôóồ]\s*[:.]?\s*[\d.…]+\s*[/-]\S*?[\[(/-](?P<level>tuyệt mật|tối mật|mật|(?<=\()T?M(?=\)))[\])]?(?:\s|$)", re.IGNORECASE
)
NUMBER_LETTER = re.compile(r"^\W*S[ốoôóồ]\s*[:.]?\s*[\d.…]+\s*[/-]\s*\S*[^\W\d_]{2,}\s?(?:[-/]\s?M|/\(M\))(?=\s|$)")
"""Số: 15-BC/TU-M: the letter behind the kind of paper and who issued it."""
NUMBERED = re.compile(r"\(T?M\)|S[ốoôóồ]\s*[:.]?\s*[\d.…]+\s*[/-]\S+\s?[-/]\s?M(?!\w)", re.IGNORECASE)
BRACKETED = re.compile(r"\S\s*[\[(]\s*(?P<level>TUYỆT MẬT|TỐI MẬT|MẬT)\s*[\])]\s*$")
"""A degree in brackets that ends a title: BÁO CÁO (TỐI MẬT)."""
LETTERHEAD = re.compile(r"\bS[ốoô]\s*:|C[ỘO]NG H[ÒO]À?A?\b|[ĐD][ộo]c l[ậa]p|ĐẢNG CỘNG SẢN")
BESIDE = re.compile(r"(?P<before>[^\s]*)\s*(?<!\w)(?P<level>TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)(?!\w)\s*(?P<after>[^\s]*)")
BEFORE = frozenset({"BÍ", "BẢO", "CƠ", "TRẬT", "CẨN", "NẬT", "THÂN", "ĐƯỜNG"})
AFTER = frozenset({"ĐỘ", "MÃ", "KHẨU", "NHÀ", "THƯ", "ONG", "VỤ", "DANH", "THIẾT", "BÁO"})
"""What stands before or after MẬT where it is part of another word."""
COLUMNS = re.compile(r"\t|\||\s{3,}|\s[-–—]\s(?=T)")
"""What parts a line into columns, or the name of a body from a degree behind it (not GAN - MẬT)."""
LISTED = frozenset(("gan", "tuy", "lach", "than", "ruot", "da day", "phoi", "tim", "duong", "sua", "sap ong", "phan hoa", "sua ong chua"))
"""Beside which a word of its own line is bile or honey."""
NEAR = 6
"""Lines from a letterhead within which its stamp stands."""
DEGREE = re.compile(r"(?:TUYỆT\s*|TỐI\s*)?MẬT")
COUNT = re.compile(r"\d+(?:[.,]\d+)*\s*%?")
STACK = 3
"""So many lines of one letter each make a word that is written downwards."""


def refuse_if_secret(pages: Iterable[Sequence[str]]) -> None:
    """Refuse a document that bears a mark; `pages` are its lines, page by page, with headers, footers and text boxes."""
    for lines in pages:
        for level in (*_across(lines), *_downwards(lines)):
            raise Refused("state-secret", level=level)


def _across(lines: Sequence[str]) -> Iterator[str]:
    """The degrees that lines mark."""
    for index, line in enumerate(lines):
        if len(line) <= LONGEST and may_be(line):
            edge = index < HEAD or index >= len(lines) - TAIL
            before, after = lines[index - 1] if index else "", lines[index + 1] if index + 1 < len(lines) else ""
            level = None if _counted(line, before, after, edge) or _listed(before, after) else marked(line, before, edge)
            level = level or (_misread(line, lines[max(0, index - NEAR) : index + NEAR]) if edge else None)
            if level:
                yield level


def _downwards(lines: Sequence[str]) -> Iterator[str]:
    """The degrees that letters mark which stand one below the other, or in a cell each."""
    for alone, stacked in groupby(filter(None, map(str.strip, lines)), key=lambda line: len(line) == 1):
        letters = " ".join(islice(stacked, STACK * STACK + 1)) if alone else ""
        if len(letters) >= 2 * STACK - 1 and (level := _alone(plain(letters), "", True)):
            yield level


def _counted(line: str, before: str, after: str, edge: bool) -> bool:
    """Whether a table counts what is so marked: "2", "Văn bản mật", "12". A page may have its number beside a stamp at its edge."""
    beside = [COUNT.fullmatch(other.strip()) is not None for other in (before, after)]
    return line != line.upper() and (all(beside) if edge else any(beside))


def _listed(before: str, after: str) -> bool:
    """Whether the line is one of a list of organs or foods: Gan, Mật, Tụy, each on a line."""
    return any(fold(NOT_WORDS.sub(" ", other).strip(" 0123456789")) in LISTED for other in (before, after))


def _misread(line: str, around: Sequence[str]) -> str | None:
    """The degree of a stamp that a scan has read as another word, where the lines around show a letterhead or nothing at all."""
    words = _spaced_out(NOT_WORDS.sub(" ", plain(line)).split())
    if not MISREAD.fullmatch(words) or not (any(map(LETTERHEAD.search, around)) or sum(map(bool, map(str.strip, around))) == 1):
        return None
    return LEVELS[fold(words)]


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
    level = _alone(line, before, edge) or _beside_number(line)
    return level or (_in_letterhead(line) or _in_title(line) or _in_column(line) if edge else None)


def _alone(line: str, before: str, edge: bool) -> str | None:
    words = _spaced_out(NOT_WORDS.sub(" ", line).split())
    if lettered := LETTERED.fullmatch(fold(words)):
        return LETTERS[lettered["letter"]] if words[-1].isupper() else None
    found = MARK.fullmatch(fold(words))
    if not found:
        return None
    capitals = words == words.upper()
    if not (_is_written(words, found) or (_may_be_misread(words, found) and capitals and edge)):
        return None
    return None if _runs_on(before, capitals) else LEVELS[_plain(found["level"])]


def _is_written(words: str, found: re.Match[str]) -> bool:
    return _vowel(words, found) in TRUE_VOWELS and found["level"].endswith("t")


def _may_be_misread(words: str, found: re.Match[str]) -> bool:
    """Whether a scan may have made this of a mark: another vowel, or I for the last T, not both."""
    return _vowel(words, found) in (LIKELY_VOWELS if found["level"].endswith("t") else TRUE_VOWELS)


def _in_column(line: str) -> str | None:
    """The degree that stands by itself in a column of the line, in capitals."""
    columns = [column for part in COLUMNS.split(line) if (column := part.strip(" *.:[]()"))]
    for before, column, after in zip(["", *columns], columns, [*columns[1:], ""], strict=False):
        if (
            len(columns) > 1
            and DEGREE.fullmatch(column)
            and not (_last(before) in BEFORE or (after.split() or [""])[0] in AFTER or COUNT.fullmatch(after))
        ):
            return " ".join(column.replace("MẬT", " MẬT").split())
    return None


def _in_title(line: str) -> str | None:
    """The degree in brackets behind a line in capitals, as a title is."""
    found = BRACKETED.search(line) if line == line.upper() else None
    return found["level"] if found else None


def _vowel(words: str, found: re.Match[str]) -> str:
    """The vowel of MẬT as it stands in the line: folding keeps the number of letters of NFC text."""
    return words[found.end("level") - 2].lower()


def _plain(level: str) -> str:
    return "mat" if level.startswith("m") else "tuyet mat" if level.startswith("tuy") else "toi mat"


def _spaced_out(tokens: Sequence[str]) -> str:
    """The words of a line; letters that stand apart (M Ậ T) make a word."""
    joined = "".join(tokens)
    if all(len(token) == 1 for token in tokens) or BROKEN.fullmatch(joined):
        return re.sub(r"(?<=.)(?=M.T$)", " ", joined, flags=re.IGNORECASE)
    return re.sub(r"(?<![^\W_])(\w) (\w) (\w)(?![^\W_])", r"\1\2\3", " ".join(tokens))


def _runs_on(before: str, capitals: bool) -> bool:
    """Whether the line above leaves off in the middle of a word or sentence that this line ends."""
    last = _last(before)
    return last.upper() in BEFORE or (not capitals and last.isalpha() and last.islower())


def _last(text: str) -> str:
    return (text.split() or [""])[-1]


def _beside_number(line: str) -> str | None:
    if NUMBER_LETTER.search(line):
        return LEVELS["mat"]
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
