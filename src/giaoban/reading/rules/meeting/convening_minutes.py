"""The body that holds a meeting by the minutes of it: their title, the room it met in, what stands above.

    "BIÊN BẢN │ Họp giao ban UBND xã"          UBND xã
    "BIÊN BẢN HỌP │ Tại phòng họp Huyện ủy"    Huyện ủy

What must and must not be read: corpus/meetings.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.meeting.convening_names import is_body, whole

MINUTES = re.compile(
    r"^BIÊN BẢN(?: (?:HỌP|CUỘC HỌP|HỘI NGHỊ|LÀM VIỆC))?\s+(?:[Cc]uộc họp |[Hh]ọp |[Hh]ội nghị |[Ss]inh hoạt )?(?:[Gg]iao ban )?",
    re.MULTILINE,
)
"""The title of minutes."""
VENUE = re.compile(r"(?:phòng họp|hội trường|trụ sở)(?: của)? $", re.IGNORECASE)
HEAD = 600
"""Code points in which minutes say whose they are."""


def of_minutes(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The body that minutes are of by their title, else by the room it met in, else by what stands above."""
    opens = MINUTES.search(page.text, 0, HEAD)
    if opens is None:
        return
    bodies = [body for body in page.within(BodyMention, Span(opens.end(), opens.end() + HEAD)) if is_body(body)]
    own = next((body for body in bodies if body.span.start == opens.end()), None)
    met = (
        next((body for body in bodies if VENUE.search(page.text, opens.end(), body.span.start)), None) if own is None or _kind(own) else own
    )
    if met:
        yield whole(page.text, met)[0], ["of minutes"]
    elif own := own or next((body for body in reversed(page.within(BodyMention, Span(0, opens.start() + 1))) if is_body(body)), None):
        yield whole(page.text, own)[0], ["of minutes"]


def _kind(body: Found[BodyMention]) -> bool:
    """Whether a body in capitals is named by its kind alone: ỦY BAN NHÂN DÂN XÃ."""
    return body.what.name.isupper() and body.what.name.endswith((" XÃ", " PHƯỜNG", " HUYỆN", " TỈNH", " THỊ TRẤN", " THÔN"))
