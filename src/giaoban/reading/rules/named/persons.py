"""Persons of office: a name with the offices said beside it, on either side.

    "Đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh"    the name, two offices
    "Thứ trưởng Bộ Công Thương Trần Văn A"                            one office, the name
    "ông A"                                                           a name alone

Titles (ông, bà, đồng chí) are not part of the name. What must and must not be read: corpus/persons.tsv.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import CAPITALS
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.named.bodies import SHORTENED
from giaoban.reading.rules.named.personal_names import (
    OF_FAMILY,
    TITLE_WORDS,
    is_degree,
    is_place,
    name_end,
    names_at,
    office_at,
    title_end,
    titled,
)
from giaoban.reading.rules.named.surnames import begins_person
from giaoban.reading.syllables import Syllables, sign

BETWEEN = frozenset((",", "-", "–", "kiêm", ":"))
"""What may stand between a name and the offices of its bearer."""
INITIALS = re.compile(rf"[{CAPITALS}]{{2,}}")
DOES = frozenset((
    "chủ", "dự", "phát", "cùng", "đã", "và", "vừa", "báo", "làm", "dẫn", "đến", "cho", "yêu", "đề", "nhấn", "kết", "khẳng",
    "tham", "có", "tại", "là", "đồng", "họp", "nói", "trao", "thay", "với", "khi",
))  # fmt: skip
"""Syllables of what a person does, which belong to no office."""
REPORTED_TO = (["cáo", "với"], ["cáo", "trước"])
"""After these an office is that of the one addressed, who speaks comes next: Báo cáo với Thủ tướng, Chủ tịch UBND tỉnh cho biết."""
ON_BEHALF = (["quyền", "của"], ["thay", "mặt"], ["công", "của"], ["trả", "lời"], ["giải", "trình"], ["đổi", "với"], ["đối", "thoại"])
"""After these an office is that of one for whom the next acts, or to whom he speaks: Trả lời đại biểu, │ông B│ nói.

Thừa ủy quyền của Chủ tịch UBND tỉnh, │ông A, Phó Chủ tịch│ chủ trì.
"""
COMMITTEES = frozenset(("đạo", "huy", "tiểu", "chức"))
"""Syllables of which one stands in the name of a committee."""
LED = (["ban", "chỉ"], ["tiểu", "ban"], ["ban", "tổ"])
"""What the names of committees begin with."""
LONGEST_OFFICE = 30
"""Syllables of the longest office at the head of one."""
FOUGHT = (["chống"], ["tiêu"], ["lãng"])
"""What follows a comma inside such a name: phòng, chống tham nhũng, lãng phí, tiêu cực."""
ENDING_PAIRS = {"phát": (["biểu"],), "chỉ": (["đạo"],), "tham": (["dự"], ["gia"])}
"""What ends it only with its second syllable: phát biểu, not phát triển; Trưởng ban │chỉ đạo│ is no end."""
ENDS = DOES | frozenset((
    "-", "–", ".", ";", ":", "(", ")", "sáng", "chiều", "ngày", "trực", "giao", "điều", "ghi", "lưu", "kiểm", "ký", "mong", "hoan", "biểu",
    "đánh",
    "thăm", "đi", "ông", "bà", "các",
))  # fmt: skip
"""What ends such a name."""
APART = 10
"""Syllables and marks of the longest such stretch."""
OF_COMMITTEE = sign(words=COMMITTEES)
Piece = tuple[str, int, int]
"""T a title, O an office, N a name: from syllable to syllable."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person as one stretch of the text presents him.

    name     without titles; None where only the office is said
    offices  as written, in order
    called   how the text calls him there, shortest: the office, or title and name
    """

    name: str | None
    offices: tuple[str, ...]
    called: str


@rule(makes=Holder, needs=(Syllables, BodyMention), late=True)
def persons(page: Page) -> Iterator[Found[Holder]]:
    """Every person of office, with the offices said beside the name; a name alone only behind a title."""
    for found in page.all(Syllables):
        line = found.what
        offices = [each for each in page.within(BodyMention, found.span) if each.what.person]
        if not (offices or line.signs & OF_FAMILY or titled(line.signs)):
            continue
        for group in grouped(pieces(line, offices), line):
            yield holder(page.text, line, group)


def pieces(line: Syllables, offices: list[Found[BodyMention]]) -> list[Piece]:
    """Titles, offices and names of a sentence, in order."""
    first = {bisect_left(line.starts, each.span.start): bisect_left(line.starts, each.span.end) for each in offices}
    if line.signs & OF_COMMITTEE:
        first = {at: _whole_committee(line, at, end) for at, end in first.items()}
    made: list[Piece] = []
    named_at = names_at(line)
    waiting = _may_begin(line, {*first, *named_at})
    free = named = -1
    while waiting:
        at = waiting.pop()
        if at < free or at == len(line.words):
            continue
        if at in first:
            made.append(("O", at, first[at]))
        elif line.words[at] in TITLE_WORDS and (end := title_end(line, at)):
            made.append(("T", at, end))
        elif (at in named_at or at == named) and (end := name_end(line, at, at == named)) and not (at != named and is_place(line, at, end)):
            made.append(("N", at, end))
        else:
            continue
        free = made[-1][2]
        named = -1 if made[-1][0] == "T" and is_degree(line, at) else free
        waiting.append(free)  # what follows a piece may be a name without a known surname
    return made


def _whole_committee(line: Syllables, at: int, end: int) -> int:
    """Where an office at the head of a committee ends, with what that is there for: Trưởng Ban Chỉ đạo │phòng, chống lụt bão."""
    words = line.words
    if not any(words[start : start + 2] in LED for start in range(at, min(end + 1, len(words) - 1))):
        return end
    last = min(len(words), at + LONGEST_OFFICE)
    return next((stop for stop in range(end, last) if _ends_committee(line, stop)), last if last == len(words) else end)


def _ends_committee(line: Syllables, at: int) -> bool:
    """Whether a committee's name ends before the syllable at `at`: a stop, a verb or a person, not the comma in "phòng, chống"."""
    word, following = line.words[at], line.words[at + 1 : at + 2]
    if word == ",":
        return following not in FOUGHT
    if word == "-" and line.starts[at] == line.end(at - 1):
        return False
    if word == "và":
        return not following or _ends_committee(line, at + 1)
    if word in ENDING_PAIRS:
        return following in ENDING_PAIRS[word] and line.words[at - 1] != "ban"
    return word in ENDS or begins_person(line.said, at) or office_at(line, at)


def _may_begin(line: Syllables, others: set[int]) -> list[int]:
    """The syllables at which a piece may begin, the last first. `others`: where offices and names do."""
    titles = [at for at, word in enumerate(line.words) if word in TITLE_WORDS] if titled(line.signs) else []
    return sorted(others.union(titles), reverse=True)


SEVERAL = "các"


def grouped(made: list[Piece], line: Syllables) -> Iterator[list[Piece]]:
    """Pieces that speak of one person: side by side or parted by a comma, at most one name each."""
    group: list[Piece] = []
    for index, piece in enumerate(made):
        if group and not _joins(group, piece, made[index + 1 : index + 2], line):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _joins(group: list[Piece], piece: Piece, following: list[Piece], line: Syllables) -> bool:
    between = line.words[group[-1][2] : piece[1]]
    if piece[0] == "O" and _set_apart(line, group[-1][2], piece[1]):
        return any(kind == "N" for kind, _, _ in group)
    if piece[0] == "O" and between == ["("] and group[-1][0] == "N":
        last = following[0] if following and line.words[piece[2] : following[0][1]] == [","] and following[0][0] == "O" else piece
        return line.words[last[2] : last[2] + 1] == [")"]
    shortened = between == ["."] and group[-1][0] == "O" and piece[0] == "N" and line.words[group[-1][2] - 1] in SHORTENED
    if len(between) > 1 or (between and between[0] not in BETWEEN and not shortened):
        return False
    if between and line.words[max(0, group[0][1] - 2) : group[0][1]] in (REPORTED_TO if piece[0] == "O" else ON_BEHALF):
        return False
    named = any(kind == "N" for kind, _, _ in group)
    if not named:
        many = between and SEVERAL in line.words[group[-1][1] : group[-1][2]]  # đại diện các bộ, │Phó Thủ tướng
        return not many and (piece[0] == "N" or group[-1][0] == "O" or (group[-1][0] == "T" and not between))
    follows_name = bool(following) and following[0][0] == "N" and (following[0][1] == piece[2] or _dashed(line, group, piece, following))
    return piece[0] == "O" and not follows_name and (bool(between) or group[-1][0] == "N" or line.said[piece[1]][0].islower())


def _dashed(line: Syllables, group: list[Piece], piece: Piece, following: list[Piece]) -> bool:
    """Whether a dash joins an office to the name behind it, where the one before has its own: Bí thư Tỉnh ủy A, │Bí thư Huyện ủy - B."""
    after_comma = line.words[group[-1][2] : piece[1]] == [","]
    return group[0][0] == "O" and after_comma and line.words[piece[2] : following[0][1]] in (["-"], ["–"])


def _set_apart(line: Syllables, first: int, last: int) -> bool:
    """Whether what stands between two offices of one person is the rest of the first, or an office that no table has.

    Phó Trưởng đoàn│ giám sát, │Phó Chủ tịch HĐND    Nguyễn Văn A│, UVT.Ư Đảng, │Bí thư
    """
    words = line.words[first:last]
    if not 2 <= len(words) <= APART or words[-1] not in BETWEEN:
        return False
    if words[0] not in BETWEEN:
        return DOES.isdisjoint(words) and all(word.isalpha() for word in words[:-1])
    if len(words) < 3:
        return False
    inner = line.said[first + 1 : last - 1]
    return INITIALS.fullmatch(inner[0]) is not None or all(said[0].isupper() or said in ".-" for said in inner)


def holder(text: str, line: Syllables, group: list[Piece]) -> Found[Holder]:
    """The person whom these pieces of a sentence name together."""
    said = {kind: [text[line.starts[at] : line.end(end - 1)] for each, at, end in group if each == kind] for kind in "TON"}
    span = Span(line.starts[group[0][1]], line.end(group[-1][2] - 1))
    name = said["N"][0] if said["N"] else None
    return Found(Holder(name, tuple(said["O"]), _called(said["T"], said["O"], name)), span, confidence=0.9)


def _called(titles: list[str], offices: list[str], name: str | None) -> str:
    """The first office where it says enough by itself (three words or the head of government), else office or title with the name."""
    office = offices[0] if offices else None
    if office and (name is None or office.count(" ") >= 2 or office.lower() in ("thủ tướng", "bí thư")):
        return office
    return " ".join(each for each in (office or (titles[-1] if titles else None), name) if each)
