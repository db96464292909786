"""The words of an exchange record: what each find quotes."""

import json

from giaoban.exchange.taken import taken
from giaoban.model import Reading, Refused, Span


def quoted(data: bytes) -> tuple[Reading, dict[Span, str]]:
    """The reading of a record, and the words of every find but the meeting by its span. Refused (`record-unreadable`) as by `taken`."""
    _sha256, reading = taken(data)
    record = json.loads(data)
    finds = [*record["observations"], *record["findings"], *record["directives"]]
    return reading, {Span(int(find["span"]["start"]), int(find["span"]["end"])): find.get("quote") or "" for find in finds}


def wordings(data: bytes) -> list[str]:
    """The words of every directive of a record, in its order; it needs to hold nothing else. Refused (`record-unreadable`) without them."""
    try:
        return [str(each["quote"]) for each in json.loads(data)["directives"]]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise Refused("record-unreadable", why=f"{type(error).__name__}: {error}"[:200]) from error
