"""The words of an exchange record: what each find quotes, by where it stands."""

from collections.abc import Mapping
from typing import Any

from giaoban.model import Span


def quotes(record: Mapping[str, Any]) -> dict[Span, str]:
    """The words of every find of a record that `taken` accepts, by its span."""
    finds = [*record["observations"], *record["findings"], *record["directives"]]
    return {Span(find["span"]["start"], find["span"]["end"]): find.get("quote") or "" for find in finds}
