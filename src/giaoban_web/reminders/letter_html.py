"""A letter as HTML beside its plain words: the same lines, its groups under headings, addresses as links. Nothing in it is fetched."""

import re
from collections.abc import Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from giaoban_web.accounts.models import User

ITEM, ADDRESS = "- ", re.compile(r"https?://[^\s<>\"]+")
STYLE = "font-family: sans-serif; font-size: 16px; line-height: 1.6; color: #1d1b19; max-width: 40rem"
HEADING = "font-size: 17px; margin: 1.2em 0 0.3em"


def html_of(text: str, user: User) -> str:
    """The whole page. text: as `giaoban.directives.digest` writes it, a line for each thing and its address on the next."""
    body = mark_safe("\n".join(_blocks(text.split("\n"))))  # noqa: S308  every part of it is escaped
    return format_html('<!doctype html><html lang="{}"><body><div style="{}">\n{}\n</div></body></html>', user.language, STYLE, body)


def _blocks(lines: list[str]) -> Iterator[SafeString]:
    at = 0
    while at < len(lines):
        items = _items(lines, at)
        if items:
            yield format_html("<ul>{}</ul>", mark_safe("".join(words for words, _end in items)))  # noqa: S308  escaped
            at = items[-1][1]
            continue
        if line := lines[at].strip():
            heading = at + 1 < len(lines) and lines[at + 1].startswith(ITEM)
            yield format_html('<h2 style="{}">{}</h2>', HEADING, line) if heading else format_html("<p>{}</p>", _linked(line))
        at += 1


def _items(lines: list[str], at: int) -> list[tuple[SafeString, int]]:
    """The items that begin at a line, each with the number of the line after it."""
    found: list[tuple[SafeString, int]] = []
    while at < len(lines) and lines[at].startswith(ITEM):
        words, at = lines[at].removeprefix(ITEM), at + 1
        address = lines[at].strip() if at < len(lines) and lines[at].startswith("  ") else ""
        at += bool(address)
        found.append((format_html('<li><a href="{}">{}</a></li>', address, words) if address else format_html("<li>{}</li>", words), at))
    return found


def _linked(line: str) -> SafeString:
    """A line with the addresses in it as links."""
    parts, last = [], 0
    for found in ADDRESS.finditer(line):
        parts += [escape(line[last : found.start()]), format_html('<a href="{0}">{0}</a>', found.group())]
        last = found.end()
    return mark_safe("".join([*parts, escape(line[last:])]))  # noqa: S308  escaped part by part
