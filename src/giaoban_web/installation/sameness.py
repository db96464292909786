"""A number for rows, the same in every database that holds the same rows, in whatever order it gives them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

SIZE = 1 << 256


@dataclass(slots=True)
class Digest:
    """How many rows, and the sum of the hashes of their values."""

    rows: int = 0
    total: int = 0

    def add(self, row: Sequence[Any]) -> None:
        told = "\0".join(_plain(value) for value in row)
        self.rows += 1
        self.total = (self.total + int.from_bytes(sha256(told.encode()).digest())) % SIZE


def _plain(value: Any) -> str:
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case Decimal():
            return f"{value.normalize():f}"
        case bytes() | memoryview():
            return sha256(value).hexdigest()
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return repr(value)
