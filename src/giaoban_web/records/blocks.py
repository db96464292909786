"""The blocks of a document as plain values, to be stored beside its text, and back."""

from collections.abc import Iterable, Sequence
from typing import Any

from giaoban.model import Block, BlockKind, Document, Span


def pack(document: Document) -> list[dict[str, Any]]:
    """Each block with its kind, its span and where it stood in the original."""
    return [
        {
            "kind": block.kind.value,
            "start": block.span.start,
            "end": block.span.end,
            "paragraph": block.paragraph,
            "page": block.page,
            "line": block.line,
            "cells": [[cell.start, cell.end] for cell in block.cells],
            "repeated": block.repeated,
        }
        | ({"breaks": [list(each) for each in block.breaks]} if block.breaks else {})
        for block in document.blocks
    ]


def unpack(values: list[dict[str, Any]]) -> list[Block]:
    """The blocks again."""
    return [
        Block(
            BlockKind(each["kind"]),
            Span(each["start"], each["end"]),
            each["paragraph"],
            each["page"],
            each["line"],
            tuple(Span(start, end) for start, end in each["cells"]),
            each["repeated"],
            tuple((at, page, line) for at, page, line in each.get("breaks", ())),
        )
        for each in values
    ]


def pack_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as plain values."""
    return [[span.start, span.end] for span in spans]


def unpack_spans(values: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """The spans again."""
    return tuple(Span(start, end) for start, end in values)
