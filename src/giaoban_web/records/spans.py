"""Finding the words that a person chose again in the text."""

from giaoban.model import Refused


def locate(text: str, words: str, *, start: int | None = None, nth: int | None = None) -> tuple[int, int]:
    """Start and end of `words` in `text`.

    start  where they should begin; if they do stand there, that is the place
    nth    which occurrence, counted from 1, where there are several

    Refused where the words do not stand in the text, or stand several times and nothing tells which is meant.
    """
    words = words.replace("\r\n", "\n").strip()
    if start is not None and words and text.startswith(words, start):
        return start, start + len(words)
    found = _occurrences(text, words) if words else []
    if not found:
        raise Refused("words-not-in-text", words=words[:80])
    if len(found) > 1 and not (nth and 1 <= nth <= len(found)):
        raise Refused("words-several-times", count=len(found))
    chosen = found[nth - 1 if nth and len(found) > 1 else 0]
    return chosen, chosen + len(words)


def _occurrences(text: str, words: str) -> list[int]:
    found = [text.find(words)]
    while found[-1] >= 0:
        found.append(text.find(words, found[-1] + 1))
    return found[:-1]
