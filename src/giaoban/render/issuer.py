"""How the issuing body of a paper is broken into lines."""

import re

OF_PLACE = re.compile(r"\b(?:THỊ XÃ|THÀNH PHỐ|THỊ TRẤN|ĐẶC KHU|TỈNH|HUYỆN|QUẬN|PHƯỜNG|XÃ)\b.*$")
ON_A_LINE = 22
"""Letters of a place that stand on one line of the issuing body."""


def issuing(body: str) -> str:
    """The issuing body with its place kept on one line, where that is short enough: ỦY BAN NHÂN DÂN │ THỊ XÃ ĐÔNG TRIỀU."""
    place = OF_PLACE.search(body)
    if not place or not place.start() or len(place[0]) > ON_A_LINE:
        return body
    return body[: place.start()] + place[0].replace(" ", "\N{NO-BREAK SPACE}")
