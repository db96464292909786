"""An explanation as plain lines: each sentence, what was read from it and why, or why nothing was."""

from collections.abc import Iterable, Iterator

from giaoban.messages import printed
from giaoban.model import Directive, Document, Find, Finding, Observation
from giaoban.reading.explaining import Explained, Reason
from giaoban.render.naming import named, phrase, phrases

SAID = frozenset(("w", "b", "first", "first two", "last", "mark,first", "last w", "last nearest", "next w", "next nearest"))
"""Traits whose value is words of the text."""
LONGEST = 160
"""Code points of a sentence that are shown."""


def lines(document: Document, explained: Iterable[Explained], language: str = "vi") -> Iterator[str]:
    """Every sentence with what was read from it and why, what was heard in it, and why nothing more was read."""
    for each in explained:
        yield f"{each.span.start}–{each.span.end}  {_short(each.span.of(document.text))}"
        for find, reasons in each.finds:
            yield f"  + {phrase('explained-read', language)}: {_find(document.text, find, language)}"
            yield from (f"      {_reason(reason, language)}" for reason in reasons)
        if each.marks:
            marked = ", ".join(f"“{_short(mark.span.of(document.text))}” ({mark.rule})" for mark in each.marks)
            yield f"    {phrase('explained-marked', language)}: {marked}"
        if each.why_not:
            yield f"  – {phrase('explained-nothing', language)}:"
            yield from (f"      {_reason(reason, language)}" for reason in each.why_not)


def _find(text: str, find: Find, language: str) -> str:
    kind = named("kind", _kind(find), language)
    sure = phrase("explained-sure", language, share=round(100 * find.confidence))
    return f"{kind} “{_short(_said(text, find))}” · {find.rule} · {sure}"


def _kind(find: Find) -> str:
    match find.what:
        case Observation():
            return "observation"
        case Finding(polarity=polarity):
            return polarity.value
        case Directive():
            return "directive"
    return "meeting"


def _said(text: str, find: Find) -> str:
    if isinstance(find.what, Observation):
        return f"{find.what.indicator}: {printed.quantity(find.what.quantity)}"
    return find.span.of(text)


def _reason(reason: Reason, language: str) -> str:
    weight = "" if reason.weight is None else f"{reason.weight:+.2f}  "
    if reason.code == "trait":
        return weight + _trait(reason.values["trait"], language)
    if reason.code == "weighed":
        return weight + _weighed(reason.values["reason"], language)
    if reason.code not in phrases():
        return weight + reason.code
    values = {name: named("kind", value, language) if name == "kind" else value for name, value in reason.values.items()}
    return weight + phrase(reason.code, language, **values)


def _trait(name: str, language: str) -> str:
    """A trait in words; one that has none is shown by its own name."""
    kind, _, value = name.partition("=")
    if f"trait {kind}" not in phrases():
        return name
    return phrase(f"trait {kind}", language, value=value if kind in SAID else _value(value, language))


def _value(value: str, language: str) -> str:
    """What a trait is, word by word: "request none" is "đề nghị · không có"."""
    parts = (named("value", part, language) if f"value {part}" in phrases() else named("kind", part, language) for part in value.split(" "))
    return " · ".join(parts)


def _weighed(name: str, language: str) -> str:
    """A reason for a figure in words; one of two parts is said in two."""
    if f"reason {name}" in phrases():
        return phrase(f"reason {name}", language)
    return ", ".join(named("reason", part, language) for part in name.split(" ")) if name.count(" ") == 1 else name


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
