"""The tables that come with Giaoban: tab-separated, a heading that names the columns, one row a line.

People mend these tables by hand, so a line that does not fit is told by table and number.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import TypeVar

Made = TypeVar("Made")


def table(package: str, name: str, row: Callable[..., Made]) -> tuple[Made, ...]:
    """The lines of a table, each turned into a value by `row`.

    package  that the table lies beside: "giaoban.reference"
    row      takes as many texts as the table has columns

    ValueError, with table and line, for a line with more or fewer cells than the heading, and for cells that `row` does not take.
    """
    return tuple(parsed(_text(package, name), name, row))


def headed(package: str, name: str, row: Callable[[Mapping[str, str]], Made]) -> tuple[Made, ...]:
    """The same of a table with many columns: `row` takes the cells of a line by their headings."""
    text = _text(package, name)
    names = text.partition("\n")[0].split("\t")
    return tuple(parsed(text, name, lambda *texts: row(dict(zip(names, texts, strict=True)))))


def parsed(text: str, name: str, row: Callable[..., Made]) -> Iterator[Made]:
    """The same of a table that is given as text; `name` is what the ValueError calls it that a wrong row raises."""
    heading, *lines = text.splitlines()
    tabs = heading.count("\t")
    for number, line in enumerate(lines, 2):
        if line.count("\t") != tabs:
            raise ValueError(f"{name}, line {number}: {line.count(chr(9)) + 1} cells, the heading has {tabs + 1}")
        try:
            yield row(*line.split("\t"))
        except (ValueError, KeyError, ArithmeticError) as wrong:
            raise ValueError(f"{name}, line {number}: {wrong}") from wrong


def cells(*texts: str) -> tuple[str, ...]:
    """A row as it stands."""
    return texts


def _text(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")
