"""How the issuing body of a paper, and the one above it, are broken into lines."""

import re

OF_PLACE = re.compile(r"\b(?:THỊ XÃ|THÀNH PHỐ|THỊ TRẤN|ĐẶC KHU|TỈNH|HUYỆN|QUẬN|PHƯỜNG|XÃ)\b(?! (?:ỦY|UỶ)\b).*$")
ON_A_LINE = 22
"""Letters of a place that stand on one line of the issuing body."""
WORDS = re.compile(
    r"\b(?:(?:ĐẢNG|TỈNH|THÀNH|THỊ|HUYỆN|QUẬN) (?:ỦY|UỶ)|(?:ỦY|UỶ) BAN|NHÂN DÂN|ĐẢNG BỘ|THƯỜNG (?:VỤ|TRỰC)|HỘI ĐỒNG|VĂN PHÒNG|MẶT TRẬN"
    r"|TỔ QUỐC|VIỆT NAM|QUẢN LÝ|CHỈ ĐẠO|CÔNG AN|QUÂN SỰ)\b"
)
"""Words of two syllables, which no end of a line parts."""
KEPT = "\N{NO-BREAK SPACE}"


def issuing(body: str) -> str:
    """The body with its words whole and its place kept on one line, where that is short enough: ỦY BAN NHÂN DÂN │ THỊ XÃ ĐÔNG TRIỀU."""
    place = OF_PLACE.search(body)
    if place and place.start() and len(place[0]) <= ON_A_LINE:
        body = body[: place.start()] + place[0].replace(" ", KEPT)
    return WORDS.sub(lambda word: word[0].replace(" ", KEPT), body)


def parts(body: str) -> list[str]:
    """The pieces of `issuing` between which a line may end."""
    return [part.replace(KEPT, " ") for part in issuing(body).split(" ") if part]
