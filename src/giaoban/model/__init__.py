"""The words of the flow; every other package speaks in them."""

from giaoban.model.document import Block, BlockKind, Document
from giaoban.model.finds import (
    Chair,
    Comparison,
    Directive,
    Finding,
    Force,
    Measure,
    Meeting,
    Mode,
    Observation,
    Polarity,
    Role,
    Topic,
)
from giaoban.model.found import Found
from giaoban.model.period import Period
from giaoban.model.quantity import Bound, Quantity
from giaoban.model.reading import Find, Reading
from giaoban.model.refused import Refused
from giaoban.model.span import Span

__all__ = [
    "Block", "BlockKind", "Bound", "Chair", "Comparison", "Directive", "Document", "Find", "Finding", "Force", "Found",
    "Measure", "Meeting", "Mode", "Observation", "Period", "Polarity", "Quantity", "Reading", "Refused", "Role", "Span",
    "Topic",
]  # fmt: skip
