"""A thing read from a text: what it is, where it stands, what made it, how sure that is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from giaoban.model.span import Span

Thing = TypeVar("Thing", covariant=True)


@dataclass(slots=True, unsafe_hash=True)
class Found(Generic[Thing]):
    """One find. It never changes once its rule has signed it: not frozen only because a frozen one takes several times as long to make.

    rule        name and version of the rule that made it, "observations@1"
    confidence  how often such a find is right, 0 to 1
    """

    what: Thing
    span: Span
    rule: str = ""
    confidence: float = 1.0
