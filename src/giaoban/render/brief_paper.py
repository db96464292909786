"""A brief as a paper before it is drawn: sections of words, each with the numbers of its sources. HTML, PDF and DOCX draw the same one."""

from dataclasses import dataclass, field

from giaoban.brief.lines import Source

QUOTED = 90
"""Letters of a quote that a note shows."""

LEADING_ON = frozenset(
    ("các", "có", "của", "để", "do", "đến", "hết", "hoặc", "mà", "một", "ngày", "nhưng", "những",
     "ở", "tại", "theo", "trên", "trong", "trước", "từ", "và", "về", "với")
)  # fmt: skip
"""Words that want another one after them."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a note, and the address of the very sentence; several sentences of one record may share a note."""

    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words with their sources: `strong` comes first and stands out; `mark` is what kind of thing they say (late, better, worse)."""

    text: str = ""
    refs: tuple[Ref, ...] = ()
    strong: str = ""
    mark: str = ""

    @property
    def whole(self) -> str:
        return " ".join(filter(None, (self.strong, self.text)))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; `widths` are shares of the page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is said at once, then a list or a table; `more` says what is left for an annex."""

    name: str
    heading: str
    lead: tuple[Words, ...] = ()
    items: tuple[Words, ...] = ()
    ordered: bool = False
    table: Table | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The leader's page, then the annexes, and the notes by their numbers from 1."""

    language: str
    title: str
    subtitle: tuple[str, ...]
    first: tuple[Section, ...]
    annexes: tuple[Section, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Notes:
    """Gives sources their numbers, in the order in which they come; what prints the same has the same number."""

    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def printed(self) -> tuple[str, ...]:
        return tuple(self.numbers)

    def refs(self, sources: tuple[Source, ...], beside: str) -> tuple[Ref, ...]:
        """The notes of words that say `beside`, each once: a quote that stands there already is not printed again."""
        found: dict[int, Ref] = {}
        for source in sources:
            number = self.numbers.setdefault(_note(source, beside), len(self.numbers) + 1)
            found.setdefault(number, Ref(number, source.address))
        return tuple(found.values())


def short(text: str, words: int, letters: int = 130) -> str:
    """The first words of a text, with "…" where more would follow; never more than so many letters, and never ending in "trước ngày"."""
    said = text.split()
    kept = " ".join(said[:words])
    if len(kept) > letters:
        kept = kept[: letters - 1].rpartition(" ")[0] or kept[: letters - 1]
    if kept == " ".join(said):
        return kept
    ended = kept.split()
    while len(ended) > 1 and ended[-1].lower() in LEADING_ON:
        ended.pop()
    return f"{' '.join(ended).rstrip(' ,;.:-–')}…"


def raised(text: str) -> str:
    """With a capital."""
    return text[:1].upper() + text[1:]


def count_words(sections: tuple[Section, ...], *others: str) -> int:
    """Words that a reader of these sections reads, notes left out."""
    said = list(others)
    for section in sections:
        said += [section.heading, *(each.whole for each in (*section.lead, *section.items)), section.more]
    return sum(len(each.split()) for each in said)


def _note(source: Source, beside: str) -> str:
    quote = " ".join(source.quote.split())
    if not quote or quote.casefold() in beside.casefold():
        return source.label
    return f"{source.label}: “{short(quote, QUOTED, QUOTED)}”"
