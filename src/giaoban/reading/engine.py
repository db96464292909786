"""The reader's engine: rules in phases over one text that never changes.

A rule makes one kind of annotation from the text and from what earlier phases made; it changes nothing else. What a rule
needs must be made by an earlier phase: `Pipeline` refuses any other order when it is built, so a misplaced rule fails at import.
A late rule runs when what it makes is first asked for: who speaks and presides is of no use in a text that tells of no meeting.
Every annotation is a `Found`, stamped with the rule's name and version, so each decision can be traced.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from operator import lt
from typing import Any, TypeVar

from giaoban.documents.kinds import TITLE_MAX, TYPE
from giaoban.model import Block, BlockKind, Document, Found, Span
from giaoban.reading.weights import SHIPPED, Weights

Thing = TypeVar("Thing")
MAY_GO_ON = frozenset((BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADING))
LABEL = 30
"""Code points in which a label ends with its colon."""
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Blanks of other kinds, as text that was pasted from a web page or typed in Word has them."""


@dataclass(slots=True)
class Kept:
    """Annotations of one kind in order, and where each starts.

    next  the first behind those that were asked for last: sentences are mostly gone through one after the other
    """

    found: list[Found[Any]]
    starts: list[int]
    next: int = 0


NOTHING = Kept([], [])
"""Of a kind that no rule has made."""


class Page:
    """A document while it is read: its text, its judge's weights, and the annotations made so far by type, in the order of the text.

    text  that of the document, code point for code point, but with a plain blank for each line break inside a block and for blanks of
          other kinds: where a line may end and how wide a blank is says nothing
    spoken_on  the day the text speaks from, where somebody knows it better than the text says
    title  where the title stands, with the line below one that only says which kind of paper it is; None without one
    """

    def __init__(self, document: Document, weights: Weights = SHIPPED, spoken_on: date | None = None) -> None:
        self.document = document
        self.spoken_on = spoken_on
        self.text = _unbroken(document)
        self.weights = weights
        self.title = _title(document)
        self._blocks = [block.span.start for block in document.blocks]
        self._made: dict[type, Kept] = {}
        self._late: dict[type, Rule] = {}

    def all(self, kind: type[Thing]) -> list[Found[Thing]]:
        return (self._made.get(kind) or self._asked(kind)).found

    def within(self, kind: type[Thing], span: Span) -> list[Found[Thing]]:
        """Those of `kind` that start inside `span`."""
        kept = self._made.get(kind) or self._asked(kind)
        starts, start, end = kept.starts, span.start, span.end
        if not starts or starts[-1] < start:
            return []
        first = kept.next
        if first >= len(starts) or starts[first] < start or (first and starts[first - 1] >= start):
            first = bisect_left(starts, start)
        if starts[first] >= end:
            kept.next = first
            return []
        after = first + 1
        while after < len(starts) and starts[after] < end:
            after += 1
        kept.next = after
        return kept.found[first:after]

    def block_at(self, offset: int) -> Block | None:
        """As `Document.block_at`, for rules that ask it of every find."""
        index = self.place_of(offset)
        return self.document.blocks[index] if index >= 0 else None

    def place_of(self, offset: int) -> int:
        """The place among all blocks of the last that begins at an offset or before it; -1 where none does."""
        return bisect_right(self._blocks, offset) - 1

    def put_off(self, late: "Rule") -> None:
        """Let a rule run when what it makes is first asked for."""
        self._late[late.makes] = late

    def _asked(self, kind: type) -> Kept:
        """What nobody has asked for so far: made by the rule that was put off; nothing where there is none."""
        late = self._late.pop(kind, None)
        if late is None:
            return NOTHING
        self.take(late, list(late.run(self)))
        return self._made[kind]

    def take(self, by: "Rule", made: list[Found[Any]]) -> None:
        """Sign and keep what a rule has made."""
        _sign(made, by.stamp)
        self.add(by.makes, made)

    def put(self, kind: type[Thing], made: Iterable[Found[Thing]]) -> None:
        """Keep these of a kind in the place of what was made of it."""
        self._made.pop(kind, None)
        self.add(kind, made)

    def add(self, kind: type[Thing], made: Iterable[Found[Thing]]) -> None:
        merged = [*self.all(kind), *made]
        starts = [found.span.start for found in merged]
        if not all(map(lt, starts, starts[1:])):
            merged.sort(key=_place)
            starts = [found.span.start for found in merged]
        self._made[kind] = Kept(merged, starts)


def _title(document: Document) -> Span | None:
    blocks = document.blocks
    at = next((at for at, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    if at is None:
        return None
    first, below = blocks[at].span, blocks[at + 1 : at + 2]
    if not TYPE.fullmatch(first.of(document.text).upper().strip(" :.")) or not below or not _goes_on(document, below[0]):
        return first
    return Span(first.start, below[0].span.end)


def _goes_on(document: Document, block: Block) -> bool:
    """Whether a block says of what the paper is whose kind the line above names: no label (Thời gian: …), no item, no sentence."""
    said = block.span.of(document.text)
    return block.kind in MAY_GO_ON and len(said) <= TITLE_MAX and ":" not in said[:LABEL] and not said.rstrip().endswith((".", ";"))


def _unbroken(document: Document) -> str:
    """A line of a typed or scanned page ends anywhere, also between the words of a name."""
    text = document.text
    for blank in BLANKS:  # one after the other twice as quickly as by a pattern for all
        text = text.replace(blank, " ")
    parts, reached = [], 0
    for block in document.blocks:
        if "\n" in (said := block.span.of(text)):
            parts += [text[reached : block.span.start], said.replace("\n", " ")]
            reached = block.span.end
    return "".join([*parts, text[reached:]]) if parts else text


def _place(found: Found[Any]) -> tuple[int, int]:
    return found.span.start, found.span.end


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `run` yields annotations of type `makes`, using those of the types `needs`; a `late` one only where they are asked for."""

    name: str
    version: int
    makes: type
    needs: tuple[type, ...]
    run: Callable[[Page], Iterable[Found[Any]]]
    late: bool = False

    @property
    def stamp(self) -> str:
        return f"{self.name}@{self.version}"


def rule(
    *, makes: type, needs: tuple[type, ...] = (), version: int = 1, late: bool = False
) -> Callable[[Callable[[Page], Iterable[Found[Any]]]], Rule]:
    """Decorate a function of a page as a rule of the same name."""

    def declare(run: Callable[[Page], Iterable[Found[Any]]]) -> Rule:
        return Rule(run.__name__, version, makes, needs, run, late)

    return declare


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Phases of rules; the rules of one phase do not see each other's annotations."""

    phases: tuple[tuple[Rule, ...], ...]

    def __post_init__(self) -> None:
        made: set[type] = set()
        for phase in self.phases:
            for each in phase:
                if missing := set(each.needs) - made:
                    raise ValueError(f"{each.stamp} needs {sorted(kind.__name__ for kind in missing)}, made by no earlier phase")
            made |= {each.makes for each in phase}
        for at, phase in enumerate(self.phases):
            for late in [each for each in phase if each.late]:
                self._check_late(late, at)

    def _check_late(self, late: Rule, at: int) -> None:
        """It finds the same whenever it runs: alone in what it makes, and nothing that it needs is added to from its phase on."""
        if [each for phase in self.phases for each in phase if each.makes is late.makes] != [late]:
            raise ValueError(f"{late.stamp} is late, and not alone in making {late.makes.__name__}")
        if added := {each.makes for phase in self.phases[at:] for each in phase} & set(late.needs):
            raise ValueError(f"{late.stamp} is late, and {sorted(kind.__name__ for kind in added)} are added to after it")

    def run(self, document: Document, weights: Weights = SHIPPED, spoken_on: date | None = None) -> Page:
        page = Page(document, weights, spoken_on)
        for phase in self.phases:
            for each, made in [(each, list(each.run(page))) for each in phase if not each.late]:
                page.take(each, made)
            for late in [each for each in phase if each.late]:
                page.put_off(late)
        return page


def _sign(made: list[Found[Any]], stamp: str) -> None:
    """Stamp annotations that nobody else has seen yet: in place, since copies of all of them would be a tenth of the reading time."""
    for found in made:
        if not found.rule:
            found.rule = stamp
