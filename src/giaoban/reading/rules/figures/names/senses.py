"""What the words around a figure speak of, and in what its unit counts: so that a name and its unit can be heard to go together.

    "diện tích rừng trồng mới đạt 120 ha"   a head of an area, counted in units of area

The words: `giaoban.reference.name_words`. What must and must not be read: corpus/name_senses.tsv.
"""

from functools import cache, lru_cache

from giaoban.reading.items import Item
from giaoban.reading.phrases import listed
from giaoban.reading.rules.figures.amounts.units import Unit
from giaoban.reference.name_words import PLAIN_WORDS, WORDS
from giaoban.reference.phrases import Phrases, by_syllables
from giaoban.reference.units import Kind

MONEY, RATE, AREA, AMOUNT, LENGTH, COUNT, TIME = "money", "rate", "area", "amount", "length", "count", "time"
HEADS = frozenset((MONEY, RATE, AREA, AMOUNT, LENGTH, COUNT, TIME))
"""What heads of names are counted in."""
DEED = "deed"
PLAIN, GOES_ON, UNKNOWN = "plain", "+", "-"
"""A word of no such sense; an item inside a phrase; a name in no table."""
REMEMBERED = 4096
"""Names whose sense is remembered."""
OF_KIND = {
    Kind.MONEY: MONEY,
    Kind.SHARE: RATE,
    Kind.POINTS: RATE,
    Kind.TIMES: RATE,
    Kind.MEASURE: AMOUNT,
    Kind.TIME: TIME,
    Kind.CLOCK: TIME,
}
AREAS = "ha, hecta, héc ta, hec-ta, héc-ta, m2, m², mét vuông, km2, km², sào, mẫu, công đất"
LENGTHS = "m, mét, km, cm, mm, dm, dặm, hải lý, cây số, kilômét, ki-lô-mét, ki lô mét"
MEASURED = dict.fromkeys(listed(AREAS), AREA) | dict.fromkeys(listed(LENGTHS), LENGTH)


@cache
def known() -> Phrases[str]:
    """Every phrase of the tables with what it speaks of."""
    return by_syllables({phrase: sense for sense, phrases in (WORDS | {PLAIN: PLAIN_WORDS}).items() for phrase in listed(phrases)})


def counted_in(unit: Unit, noun: str) -> str:
    """In what a unit counts, as `HEADS` has it. `noun`: the unit without its multiplier and what follows a stroke, in lower case."""
    if unit.kind is Kind.MEASURE:
        return MEASURED.get(noun, AMOUNT)
    return OF_KIND.get(unit.kind, COUNT) if unit.kind else COUNT


@lru_cache(REMEMBERED)
def sense_of(name: str) -> str:
    """What a name begins by speaking of."""
    words = name.lower().split()
    found = known().at(words, 0) if words else None
    return found[1] if found else UNKNOWN


def senses(row: list[Item], classes: list[str]) -> tuple[list[str], list[str]]:
    """Per item what the phrase that begins there speaks of, and what the one that ends there does; of items in no table their class."""
    begun, ended = classes.copy(), classes.copy()
    words, places = _syllables(row)
    for first, after, sense in known().all(words):
        start, end = places[first], places[after - 1]
        if row[start].place or row[start].period:
            continue
        begun[start] = ended[end] = sense
        begun[start + 1 : end + 1] = [GOES_ON] * (end - start)
    return begun, ended


def _syllables(row: list[Item]) -> tuple[list[str], list[int]]:
    """The syllables of a sentence, and of each the item it stands in."""
    words: list[str] = []
    places: list[int] = []
    for at, item in enumerate(row):
        if " " in item.text:
            parts = item.text.split()
            words += parts
            places += [at] * len(parts)
        else:
            words.append(item.text)
            places.append(at)
    return words, places
