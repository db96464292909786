"""Criteria looked up: by set and number, by words, by the indicator that speaks to them.

criterion("vn-ntm-xa-2022", "17.1")                       households with clean water
search("nước sạch", on=date(2023, 5, 4))                  17.1 of 318/QĐ-TTg, 18.1 of its annex II …, those in force first
told_by("bhyt", on=date(2023, 5, 4))                      the criteria that the share of insured speaks to on that day
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from giaoban.reference.criteria.tables import CriteriaSet, Criterion, criteria, sets
from giaoban.reference.folding import fold, words


def criterion(set_id: str, number: str) -> Criterion | None:
    """The criterion of that number in that set; None for one that the tables do not hold."""
    return criteria().get((set_id, number))


def of_set(set_id: str) -> tuple[Criterion, ...]:
    """All of a set in the order of the act; nothing for a set that there is not."""
    return tuple(each for each in criteria().values() if each.set == set_id)


def in_force(on: date) -> tuple[CriteriaSet, ...]:
    """The sets by which places are judged on that day; there are days without."""
    return tuple(each for each in sets().values() if each.in_force(on))


def within(set_id: str, number: str) -> tuple[str, ...]:
    """The number and those of the contents below it, by which everything about it is found; nothing for one that there is not."""
    return tuple(each.number for each in of_set(set_id) if number in (each.number, each.above))


def told_by(indicator: str, on: date) -> tuple[Criterion, ...]:
    """What the figures of an indicator of the catalogue speak to, in the sets in force on that day.

    >>> [each.key for each in told_by("bhyt", date(2017, 1, 1))]
    [('vn-ntm-xa-2016', '15.1')]
    """
    valid = {each.id for each in in_force(on)}
    return tuple(each for each in criteria().values() if each.set in valid and indicator in each.indicators)


def search(text: str, on: date) -> tuple[Criterion, ...]:
    """Criteria that hold every word of `text`, accents or not, in their number or name, or around them: the name of their set, its act.

    Words may be begun only. Sets in force on the day come first, then the others, the latest first; in each whoever bears the words in its
    own name before whoever only lies below such a one. No word, nothing.

    >>> [each.number for each in search("17.1", date(2023, 1, 1))][:1]
    ['17.1']
    """
    asked = _asked(text)
    if not asked:
        return ()
    found = [(each, own) for each in criteria().values() if (own := _fit(asked, each)) is not None]
    found.sort(key=lambda pair: (not _set(pair[0]).in_force(on), -_set(pair[0]).valid_from.toordinal(), not pair[1]))
    return tuple(each for each, _own in found)


def _fit(asked: Iterable[str], each: Criterion) -> bool | None:
    """Whether all that is asked stands in its own words; None where it stands nowhere around it either."""
    own, around = _said(each.key)
    if all(f" {word}" in own for word in asked):
        return True
    return False if all(f" {word}" in own + around for word in asked) else None


@cache
def _said(key: tuple[str, str]) -> tuple[str, str]:
    """Its own words, and those of what it belongs to; folded, each after a blank."""
    each = criteria()[key]
    above = criteria()[each.set, each.above].name if each.above else ""
    whole = _set(each)
    return _folded(each.name, each.number), _folded(f"tiêu chí nội dung số {above} {each.group} {whole.name} {whole.act}")


def _folded(text: str, number: str = "") -> str:
    return "".join(f" {each}" for each in (*(fold(word) for word in words(text)), *([number.lower()] if number else ())))


def _asked(text: str) -> list[str]:
    """What is asked for, word by word; a number keeps its point."""
    found: list[str] = []
    for piece in text.lower().split():
        bare = piece.strip(".,;:()“”\"'")
        found += [bare] if any(bare == each.number.lower() for each in criteria().values()) else [fold(word) for word in words(bare)]
    return found


def _set(each: Criterion) -> CriteriaSet:
    return sets()[each.set]
