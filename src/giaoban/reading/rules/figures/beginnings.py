"""How names of measured things begin."""

from giaoban.reading.names import NOMINAL


def begins_as_usual(name: str) -> bool:
    """Whether the name begins as names of measured things do."""
    words = name.lower().split(" ", 2)
    return words[0] in NOMINAL or " ".join(words[:2]) in NOMINAL
