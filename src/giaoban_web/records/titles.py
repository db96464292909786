"""The title of a record as lists and pages say it: the kind of paper, which papers print in capitals, in small letters."""

import re

KINDS = ("THÔNG BÁO", "KẾT LUẬN", "BIÊN BẢN", "BÁO CÁO", "NGHỊ QUYẾT", "CHỈ THỊ", "KẾ HOẠCH", "CÔNG VĂN", "TỜ TRÌNH", "CHƯƠNG TRÌNH")
PRINTED = re.compile(rf"^(?P<kind>{'|'.join(KINDS)})\s+(?P<about>(?P<first>\w+).*[^\W\d_].*)$", re.DOTALL)
LOWERED = frozenset({"Kết", "Về", "Tình", "Sơ", "Thực"})
"""Words with which what a paper is about begins, and which are no names."""


def in_small_letters(title: str) -> str:
    """The title with its kind as in a sentence; a title that is all in capitals stays as it is: names in it could not be told."""
    found = PRINTED.match(title)
    if found is None or title == title.upper():
        return title
    about = found["about"]
    if found["first"] in LOWERED:
        about = about[:1].lower() + about[1:]
    return f"{found['kind'].capitalize()} {about}"
