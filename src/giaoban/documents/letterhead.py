"""Whose paper a document is: the place that the lines at its head name in capitals, above number and title.

    "ỦY BAN NHÂN DÂN / XÃ AN SINH"  xã An Sinh
    "THỊ ỦY ĐÔNG TRIỀU"             thị xã Đông Triều

What must and must not be read: corpus/letterheads.tsv.
"""

import re

from giaoban.reference.folding import written
from giaoban.reference.place_kinds import COMMITTEES, PLACE_KINDS

LINES = 6
"""So many lines may stand above the title."""
WITHIN = 1000
"""Code points in which they stand."""
LONGEST = 4
"""Words of a name."""
FORMS = {kind: kind for kind in PLACE_KINDS} | COMMITTEES
BODIES = (
    "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "đảng ủy", "đảng bộ", "ban thường vụ", "ban chấp hành", "văn phòng",
)  # fmt: skip
NAMED = re.compile(rf"(?:(?:{'|'.join(BODIES)}) )*(?P<form>{'|'.join(sorted(FORMS, key=len, reverse=True))}) (?P<name>.+)")
BESIDE = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|\s{2,}|\t")
"""Where the other column of the head begins."""
PAPERS = frozenset(
    {
        ("BÁO", "CÁO"),
        ("THÔNG", "BÁO"),
        ("KẾ", "HOẠCH"),
        ("KẾT", "LUẬN"),
        ("TỜ", "TRÌNH"),
        ("BIÊN", "BẢN"),
        ("QUYẾT", "ĐỊNH"),
        ("CHỈ", "THỊ"),
        ("NGHỊ", "QUYẾT"),
        ("CHƯƠNG", "TRÌNH"),
    }
)
"""Kinds of papers, whose line may run into the one above."""
NO_NAMES = ("hội",)
"""What is no place after a kind: xã hội."""


COMMITTEE = {
    "ủy ban nhân dân": "UBND", "ubnd": "UBND", "hội đồng nhân dân": "HĐND", "hđnd": "HĐND", "thường trực hđnd": "HĐND",
    "đảng ủy": "Đảng ủy", "ban thường vụ đảng ủy": "Đảng ủy", "ban chấp hành đảng bộ": "Đảng ủy",
}  # fmt: skip
"""How a line begins that names a committee of a place, and how such a committee is named."""
OFFICE = re.compile(
    r"(?P<kind>SỞ|PHÒNG|TRUNG TÂM|TRẠM|HẠT|CHI CỤC|CỤC|BAN (?=QUẢN LÝ|CHỈ HUY|TUYÊN|DÂN VẬN|TỔ CHỨC|NỘI CHÍNH|DÂN TỘC)|THANH TRA|VĂN PHÒNG"
    r"|TRƯỜNG|BỆNH VIỆN"
    r"|ĐÀI|CÔNG AN|LIÊN ĐOÀN|CHI NHÁNH|CÔNG TY|QUỸ|BẢO HIỂM|KHO BẠC|VIỆN KIỂM SÁT|TÒA ÁN|HỘI(?! ĐỒNG))(?P<name>\b.+)"
)
"""A line that names an office, which often stands below its committee: UBND HUYỆN LẠC THỦY / TRUNG TÂM VĂN HÓA."""
PARTS = re.compile(r"(^ *| [-–] |, | và )(\w)")
"""Where a part of its name begins: Văn hóa │ và │ Thông tin."""
OF_PLACE = re.compile(rf"\b({'|'.join(PLACE_KINDS)}) (.+)", re.IGNORECASE)


def place_named(text: str) -> str | None:
    """The place as "xã An Sinh", the last one where several lines name one: whose paper it is stands lowest. None where none is named."""
    found = [named for line in _head(text) if (named := _of_line(line))]
    return found[-1] if found else None


def author_named(text: str) -> str | None:
    """The office whose paper it is, as the text writes it elsewhere or as such names are written; else the committee of the place.

    "UBND HUYỆN LẠC THỦY / TRUNG TÂM VĂN HÓA"  Trung tâm Văn hóa
    "ỦY BAN NHÂN DÂN / XÃ AN SINH"             UBND xã An Sinh

    None where the lines name neither.
    """
    lines = _head(text)
    if office := next((named for line in reversed(lines) if (named := _office(line, text))), None):
        return office
    place = place_named(text)
    return next((named for line in reversed(lines) if (named := _committee(line, place))), None) if place else None


def _committee(line: str, place: str) -> str | None:
    """The committee that a line opens with: ĐẢNG ỦY XÃ AN SINH is that of the place, HUYỆN ỦY LẠC SƠN has a name of its own."""
    said = BESIDE.split(line)[0].strip().lower().replace("uỷ", "ủy")
    if not line[:1].isupper() or not line.split(maxsplit=1)[0].isupper():
        return None
    kind = next((named for opening, named in COMMITTEE.items() if said.startswith(opening)), None)
    if kind:
        return f"{kind} {place}"
    own = next((form for form in COMMITTEES if said.startswith(f"{form} ")), None)
    return f"{own.capitalize()} {place.removeprefix(COMMITTEES[own]).strip()}" if own else None


def _office(line: str, text: str) -> str | None:
    named = BESIDE.split(line)[0].strip()
    found = OFFICE.fullmatch(named) if named.isupper() else None
    if found is None:
        return None
    elsewhere = next((said[0] for said in re.finditer(re.escape(named), text, re.IGNORECASE) if not said[0].isupper()), None)
    if elsewhere:
        return elsewhere
    name = PARTS.sub(lambda part: part[1] + part[2].upper(), found["name"].lower())
    return found["kind"].capitalize() + OF_PLACE.sub(lambda place: f"{place[1].lower()} {place[2].title()}", name)


def _head(text: str) -> list[str]:
    return [line.strip() for line in written(text[:WITHIN]).splitlines() if line.strip()][:LINES]


def _of_line(line: str) -> str | None:
    words = _without_kind(BESIDE.split(line)[0].split())
    match = NAMED.fullmatch(" ".join(words).lower().replace("uỷ", "ủy"))
    size = len(match["name"].split()) if match else 0
    if match is None or size > LONGEST or match["name"].startswith(NO_NAMES) or not all(_is_capital(word) for word in words):
        return None
    return f"{FORMS[match['form']]} {' '.join(words[-size:]).title()}"


def _without_kind(words: list[str]) -> list[str]:
    """The words of a line up to the kind of paper that ran into it: "UBND THỊ XÃ ĐÔNG TRIỀU BÁO CÁO"."""
    for at in range(2, len(words) - 1):
        if (words[at], words[at + 1]) in PAPERS:
            return words[:at]
    return words


def _is_capital(word: str) -> bool:
    """A number may be among the words: quận 5."""
    return word.isupper() or word.isdecimal()
