"""What an explanation is made of: values only; the words for them are in `render/explaining.toml`."""

from dataclasses import dataclass, field
from typing import Any

from giaoban.model import Find, Found, Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (positive weight) or against a find; `weight` is None where nothing is weighed.

    code    row of `render/explaining.toml`
    values  what its sentence names
    """

    code: str
    values: dict[str, Any] = field(default_factory=dict)
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence, or a block that was passed over.

    finds    each find that begins here, with its reasons, heaviest first
    marks    what the rules marked in it, for those who follow the finds back
    why_not  why it has no find; empty where it has one
    """

    span: Span
    finds: tuple[tuple[Find, tuple[Reason, ...]], ...] = ()
    marks: tuple[Found[Any], ...] = ()
    why_not: tuple[Reason, ...] = ()
