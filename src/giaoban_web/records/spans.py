"""Finding the words that a person chose again in the text."""

from collections.abc import Iterable, Mapping

from giaoban.model import Refused


def locate(text: str, words: str, *, start: int | None = None, end: int | None = None, nth: int | None = None) -> tuple[int, int]:
    """Start and end of `words` in `text`.

    nth         which occurrence is meant, counted from 1, where there are several
    start, end  else where the words stood before they were changed: those that begin there are meant, or the only ones within

    Refused where the words do not stand in the text, or stand several times and nothing tells which is meant.
    """
    words = words.replace("\r\n", "\n").strip()
    found = _occurrences(text, words) if words else []
    if not found:
        raise Refused("words-not-in-text", words=words[:80])
    if nth and len(found) > 1:
        chosen = _sole(found[nth - 1 : nth] or found, len(found))
    elif start in found:
        chosen = start
    else:
        within = [each for each in found if start is not None and end is not None and start <= each and each + len(words) <= end]
        chosen = _sole(within or found, len(found))
    return chosen, chosen + len(words)


def around(text: str, blocks: Iterable[Mapping[str, int]], start: int, end: int) -> tuple[int, int]:
    """Start and end of the blocks that the words between `start` and `end` stand in; of the whole text where they stand in none."""
    touched = [each for each in blocks if each["start"] < end and start < each["end"]]
    return (min(each["start"] for each in touched), max(each["end"] for each in touched)) if touched else (0, len(text))


def _sole(found: list[int], count: int) -> int:
    if len(found) > 1:
        raise Refused("words-several-times", count=count)
    return found[0]


def _occurrences(text: str, words: str) -> list[int]:
    found = [text.find(words)]
    while found[-1] >= 0:
        found.append(text.find(words, found[-1] + 1))
    return found[:-1]
