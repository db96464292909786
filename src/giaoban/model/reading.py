"""Everything read from one document."""

from dataclasses import dataclass
from datetime import date

from giaoban.model.finds import Directive, Finding, Meeting, Observation
from giaoban.model.found import Found

Find = Found[Observation] | Found[Finding] | Found[Directive] | Found[Meeting]


@dataclass(frozen=True, slots=True)
class Reading:
    """The finds of one document, each kind in the order of the text.

    reader  name and version of the reader as a whole, "giaoban 0.1.0"
    """

    title: str | None = None
    published_on: date | None = None
    meeting: Found[Meeting] | None = None
    observations: tuple[Found[Observation], ...] = ()
    findings: tuple[Found[Finding], ...] = ()
    directives: tuple[Found[Directive], ...] = ()
    reader: str = ""

    def finds(self) -> tuple[Find, ...]:
        """All finds in the order of the text, the meeting first."""
        rest: list[Find] = [*self.observations, *self.findings, *self.directives]
        rest.sort(key=lambda find: (find.span.start, find.span.end))
        return (self.meeting, *rest) if self.meeting else tuple(rest)
