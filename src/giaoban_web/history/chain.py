"""The hash of an entry: SHA-256 over its content and the hash before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from giaoban_web.history.models import Entry


def digest(entry: Entry) -> str:
    """The hash that `entry` must carry, over everything it says, as canonical JSON."""
    content = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by_id,
        "act": entry.act,
        "subject": [entry.subject_type, entry.subject_id],
        "within": entry.within,
        "details": entry.details,
        "previous": entry.previous,
    }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def seal(said: Any) -> str:
    """The hash of plain JSON values, the same before they are kept and after, on every database."""
    return hashlib.sha256(json.dumps(plain({"said": said}), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def plain(details: dict[str, Any]) -> dict[str, Any]:
    """`details` as every database gives them back: fractions as text, no NUL; refuses what JSON cannot say."""
    written = json.dumps(_without_nul(details), ensure_ascii=False, allow_nan=False)
    return dict(json.loads(written, parse_float=str))


def _without_nul(value: Any) -> Any:
    match value:
        case str():
            return value.replace("\0", "\ufffd")
        case dict():
            return {str(name): _without_nul(each) for name, each in value.items()}
        case list() | tuple():
            return [_without_nul(each) for each in value]
        case _:
            return value
