"""What somebody typed into the search box, as words and phrases. Any text is a query; none raises."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from giaoban.reference.abbreviations import kinds_out, written_out
from giaoban.reference.folding import fold, words
from giaoban_web.search.models import LONGEST_WORD

MOST_WORDS = 16
QUOTES = re.compile(r'["“”«»]')
QUOTED = re.compile(r'["“”«»]([^"“”«»]*)["“”«»]')
GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{3})+(?![\w.,]?\d)")


@dataclass(frozen=True, slots=True)
class Query:
    """Folded words and phrases that must all be there.

    words     whole words
    prefix    the last word, perhaps not yet written to its end; "" when the query ends with a quotation
    begun     the same with the accents typed, which a longer word has, too: "hạn" does not begin "hành"; "" where none was typed
    phrases   quoted words, and numbers whose thousands are grouped, in their order, single spaces between
    typed     everything in the order typed, folded, single spaces between
    accented  the words that were typed with accents
    """

    words: tuple[str, ...] = ()
    prefix: str = ""
    begun: str = ""
    phrases: tuple[str, ...] = ()
    typed: str = ""
    accented: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.prefix)

    def marks(self, word: str) -> bool:
        """Whether a word of a text is what was asked for."""
        plain = fold(word)
        return plain in self.words or (bool(self.prefix) and (plain == self.prefix or self._begins(plain, word)))

    def _begins(self, plain: str, word: str) -> bool:
        if not plain.startswith(self.prefix):
            return False
        return not self.begun or normalize("NFC", word.lower()).startswith(self.begun)


def parse(text: str) -> Query:
    """The query that `text` means; its first 16 words count."""
    typed = [word[:LONGEST_WORD] for word in words(text[:2000])[:MOST_WORDS]]
    folded = [fold(word) for word in typed]
    together = [*QUOTED.findall(text[:2000]), *GROUPED.findall(text[:2000])]
    phrases = [" ".join(map(fold, words(each)[:MOST_WORDS])) for each in together]
    open_end = bool(folded) and not re.search(r'["“”«»]\s*$', text[:2000])
    return Query(
        words=tuple(folded[:-1] if open_end else folded),
        prefix=folded[-1] if open_end else "",
        begun=typed[-1] if open_end and typed[-1] != folded[-1] else "",
        phrases=tuple(phrase for phrase in phrases if phrase),
        typed=" ".join(folded),
        accented=tuple(word for word, plain in zip(typed, folded, strict=True) if word != plain),
    )


UNGROUPED = re.compile(r"(?<![\w.,])\d{4,12}(?![\w.,]?\d)")


def otherwise(text: str) -> list[Query]:
    """The same written out, where that differs: thousands grouped (2572), kinds of places in full (TX. Đông Triều), all abbreviations."""
    typed = normalize("NFC", text[:2000])
    grouped = typed if QUOTES.search(typed) else UNGROUPED.sub(lambda match: f'"{int(match[0]):,}"', typed)
    ways = dict.fromkeys((grouped, kinds_out(grouped), written_out(grouped)))
    return [parse(each) for each in ways if each != typed]
