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
BETWEEN = re.compile(
    r"BIÊN BẢN (?:LÀM VIỆC|KIỂM TRA|GIÁM SÁT|HỌP)\s+[Gg]iữa (?P<who>[^\n,;.]{4,80}?) (?:và|với) (?P<other>[^\n;.]{4,120}?)[ \t]*(?=\n|$)"
)
"""Minutes that name both sides: BIÊN BẢN LÀM VIỆC │ Giữa đoàn công tác Huyện ủy và Đảng ủy xã A."""
VENUE = re.compile(r"(?:phòng họp|hội trường|trụ sở)(?: của)? $", re.IGNORECASE)
HEAD = 600
"""Code points in which minutes say whose they are."""


def of_minutes(page: Page) -> Iterator[tuple[str, list[str]]]:
    """The body that minutes are of by their title, else by the room it met in, else by what stands above."""
    opens = MINUTES.search(page.text, 0, HEAD)
    if opens is None:
        return
    if between := BETWEEN.match(page.text, opens.start()):
        yield between["who"], ["of minutes"]
        return
    bodies = [body for body in page.within(BodyMention, Span(opens.end(), opens.end() + HEAD)) if is_body(body)]
    own = next((body for body in bodies if body.span.start == opens.end()), None)
    met = next((body for body in bodies if _is_venue(page.text, opens.end(), body)), None) if own is None or _kind(own) else own
    if met:
        yield whole(page.text, met)[0], ["of minutes"]
    elif own := own or next((body for body in reversed(page.within(BodyMention, Span(0, opens.start() + 1))) if is_body(body)), None):
        yield whole(page.text, own)[0], ["of minutes"]


def _is_venue(text: str, start: int, body: Found[BodyMention]) -> bool:
    """Whether it is the body in whose room they met."""
    return VENUE.search(text, start, body.span.start) is not None or body.what.name.lower().startswith("hội trường ")


def _kind(body: Found[BodyMention]) -> bool:
    """Whether a body in capitals is named by its kind alone: ỦY BAN NHÂN DÂN XÃ."""
    return body.what.name.isupper() and body.what.name.endswith((" XÃ", " PHƯỜNG", " HUYỆN", " TỈNH", " THỊ TRẤN", " THÔN"))
