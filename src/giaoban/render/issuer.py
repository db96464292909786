"""How the issuing body of a paper is broken into lines."""

import re

OF_PLACE = re.compile(r"\b(?:THỊ XÃ|THÀNH PHỐ|THỊ TRẤN|ĐẶC KHU|TỈNH|HUYỆN|QUẬN|PHƯỜNG|XÃ)\b.*$")
ON_A_LINE = 22
"""Letters of a place that stand on one line of the issuing body."""


def issuing(body: str) -> str:
    """The issuing body with its place kept on one line, where that is short enough: ỦY BAN NHÂN DÂN │ THỊ XÃ ĐÔNG TRIỀU."""
    said, place = parted(body)
    return said + place.replace(" ", "\N{NO-BREAK SPACE}")


def parted(body: str) -> tuple[str, str]:
    """What stands before the place that is to be kept on one line, and that place; "" where none is."""
    place = OF_PLACE.search(body)
    if not place or not place.start() or len(place[0]) > ON_A_LINE:
        return body, ""
    return body[: place.start()], place[0]
