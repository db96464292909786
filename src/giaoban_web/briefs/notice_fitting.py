"""Words as a paper can print them: one line, no sign that the fonts of offices lack, no more of them than a paragraph holds."""

from collections.abc import Mapping
from typing import Any

from giaoban.brief.notice_signs import TOLD, settable
from giaoban.model import Refused
from giaoban.render.layouts import entries

LONGEST = 4000
"""Characters of one paragraph."""


def plain(text: str) -> str:
    """One line of letters that a paper can print: control characters gone, one space between words."""
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())


def fitting(text: str) -> str:
    """The words of a paragraph. Refused where there are none, more than a paper puts into one, or a sign that no paper prints."""
    words = settable(plain(text))
    if not words:
        raise Refused("paragraph-empty")
    if len(words) > LONGEST:
        raise Refused("paragraph-too-long", length=len(words), limit=LONGEST, begins=words[:TOLD])
    return words


def cleaned(heading: Mapping[str, Any]) -> dict[str, Any]:
    """A heading of lines that a paper can print; recipients without the dashes and stops that the paper sets around them.

    Refused as `settable` is.
    """
    told = {name: [_line(each) for each in value] if isinstance(value, list) else _line(value) for name, value in heading.items()}
    return told | {"recipients": entries(told["recipients"])} if "recipients" in told else told


def _line(text: str) -> str:
    return settable(plain(text))
