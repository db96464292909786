"""The reader: runs the pipeline over a document and gathers what it found."""

from giaoban import __version__
from giaoban.model import Directive, Document, Finding, Meeting, Observation, Reading
from giaoban.reading.pipeline import PIPELINE

READER = f"giaoban {__version__}"


def read(document: Document) -> Reading:
    """Everything found in `document`. The same text gives the same reading; no text raises."""
    page = PIPELINE.run(document)
    meetings = page.all(Meeting)
    return Reading(
        meeting=meetings[0] if meetings else None,
        observations=tuple(page.all(Observation)),
        findings=tuple(page.all(Finding)),
        directives=tuple(page.all(Directive)),
        reader=READER,
    )
