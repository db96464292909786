"""Every sentence of the web that has to be translated, found without the tools of GNU gettext."""

import ast
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract
from django.utils.translation.template import templatize

KEYWORDS: dict[str, Any] = {
    "gettext": None, "gettext_lazy": None, "gettext_noop": None, "_": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


class Sentence(NamedTuple):
    """`key` is what stands in the catalogue: the msgid, after its context and \\x04 where it has one."""

    where: str
    key: str


def sentences(package: Path) -> Iterator[Sentence]:
    """The sentences in the Python files and templates of `package`; the acts of the log are among them."""
    for path in sorted(package.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _extracted(path.read_text("utf-8"), str(path.relative_to(package)))
            yield from _acts(path.read_text("utf-8"), str(path.relative_to(package)))
    for path in sorted([*package.rglob("*.html"), *package.rglob("*.txt")]):
        if "templates" in path.parts:
            source = templatize(path.read_text("utf-8"), origin=str(path))
            yield from _extracted("\n".join(line.lstrip() for line in source.splitlines()), str(path.relative_to(package)))


def _extracted(source: str, name: str) -> Iterator[Sentence]:
    for line, message, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        singular = message if isinstance(message, str) else message[0]
        if singular:
            yield Sentence(f"{name}:{line}", f"{context}\x04{singular}" if context else singular)


def _acts(source: str, name: str) -> Iterator[Sentence]:
    """What is done, as the log names it: the second argument of `history.record`."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("history.record") and len(call.args) > 1:
            for part in ast.walk(call.args[1]):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield Sentence(f"{name}:{part.lineno}", part.value)
