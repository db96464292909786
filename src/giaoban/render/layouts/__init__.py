"""The official layouts of documents, each a table of measures with the source and status of every one."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

PARTY, STATE = "party", "state"
NAMES = (PARTY, STATE)
SEPARATED = re.compile(r"^(\w+)[/-]")
SIGNING = re.compile(r"^([TK])(?:/([MTL])|([MTL])\.)\s*")
"""The kind of document in a symbol, and what parts it from the body."""
AROUND_ENTRY = re.compile(r"^[-–—+*•\s]+|[\s.;,]+$")
"""What a list prints around each of its lines: the dash before it, the stop behind it."""
LABEL = "nơi nhận:"
BLANK = " " * 8
"""Room to write a number into by hand."""

BESIDE = " · "
"""Between the Vietnamese and the English of a sentence."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout. Lengths in millimetres, sizes in points.

    id        with the instrument and its year: a paper says by which version it was made
    margins   top, bottom, left, right
    sizes     by part of the paper
    bold, italic   parts that are
    words     fixed wording by name
    unsure    what no official text that was read confirms, in Vietnamese and English: "… · …"
    """

    id: str
    instrument: str
    margins: Mapping[str, float]
    sizes: Mapping[str, float]
    bold: frozenset[str]
    italic: frozenset[str]
    words: Mapping[str, str]
    indent: float
    line_spacing: float
    space_after: float
    unsure: tuple[str, ...]

    def doubts(self, language: str) -> list[str]:
        """What is unsure, in that language."""
        return [each.split(BESIDE)[language == "en"] for each in self.unsure]

    def number(self, number: str, symbol: str) -> str:
        """The number with its symbol: "Số 05-TB/TU", "Số: 05/TB-UBND"; a gap where there is none yet, a nought before a single digit.

        A symbol of another layout is written as this one writes it.
        """
        own = SEPARATED.sub(rf"\1{self.words['separator']}", symbol, count=1)
        padded = f"{int(number):02}" if number.isdigit() else number or BLANK
        return self.words["number"].format(number=padded, symbol=own or "…")

    def recipients(self, named: Sequence[str]) -> list[str]:
        """The lines below "Nơi nhận": those named, and where the paper is kept unless they say that themselves.

        Dashes and stops are this list's own: those that came with a name are not printed a second time.
        """
        told = entries(named)
        kept = [] if any(each.lower().startswith("lưu") for each in told) else entries([self.words["archive"]])
        lines = [f"- {each};" for each in (*told, *kept)]
        return [*lines[:-1], f"{lines[-1][:-1]}."]

    def authority(self, line: str) -> str:
        """By whose authority it is signed, as this layout writes it: "T/L BAN THƯỜNG VỤ", "TL. CHỦ TỊCH"; any other line as it is."""
        return SIGNING.sub(lambda found: self.words["by"].format(found[1], found[2] or found[3]), line, count=1)


def entries(lines: Iterable[str]) -> list[str]:
    """The entries of a list as typed from a paper: dashes, stops, the label "Nơi nhận:" and lines of nothing else left out."""
    found = (AROUND_ENTRY.sub("", line) for line in lines if line.strip().lower() != LABEL)
    return [each for each in found if each]


@cache
def layout(name: str) -> Layout:
    """The layout of that name; KeyError for another."""
    if name not in NAMES:
        raise KeyError(name)
    fields: dict[str, Any] = tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
    for key in ("bold", "italic"):
        fields[key] = frozenset(fields[key])
    return Layout(**(fields | {"unsure": tuple(fields["unsure"])}))
