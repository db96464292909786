"""Rich text cut into its words, signs, letters and braces; what is of no interest is leapt over."""

import re
from collections.abc import Collection, Iterator
from enum import IntEnum
from typing import NamedTuple

from giaoban.model import Refused

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<letters>[^\\{}\r\n\x00]+)|[\r\n\x00]+",
    re.DOTALL,
)
BRACE = re.compile(rb"[{}]|\\bin(\d{1,10}) ?|\\.", re.DOTALL)
BINARY = b"bin"
MOST, DEEPEST = {b"\\": 700_000, b"{": 250_000}, 150
"""Words and signs of a document, and its groups; how deep these are within each other."""


class Kind(IntEnum):
    """What a token is."""

    WORD = 1
    SIGN = 2
    LETTERS = 3
    BYTE = 4
    OPEN = 5
    CLOSE = 6


class Token(NamedTuple):
    """A word or sign with its number, letters, or a brace."""

    kind: Kind
    word: str = ""
    number: int | None = None
    letters: bytes = b""


OPEN, CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


class Tokens:
    """The tokens in their order, to the end of the outermost group; of words only those `known`, and those that begin a group.

    Refused: what is cut off before that end, nested or laden beyond measure.
    """

    def __init__(self, data: bytes, start: int, known: Collection[str]) -> None:
        for sign, most in MOST.items():
            if data.count(sign) > most:
                raise Refused("too-many-tags", limit=most)
        self._data, self._at, self._known = data, start, {word.encode() for word in known}

    def __iter__(self) -> Iterator[Token]:
        depth, begun = 0, False
        while (found := TOKEN.match(self._data, self._at)) is not None:
            self._at = found.end()
            word, number, byte, sign, brace, letters = found.groups()
            if word is not None:
                if word == BINARY:
                    self._at += max(0, int(number or 0))
                elif begun or word in self._known:
                    yield Token(Kind.WORD, word.decode(), None if number is None else int(number))
                begun = False
            elif letters is not None:
                begun = False
                yield Token(Kind.LETTERS, letters=letters)
            elif byte is not None:
                begun = False
                yield Token(Kind.BYTE, letters=bytes.fromhex(byte.decode()))
            elif brace is not None:
                begun = brace == b"{"
                depth += 1 if begun else -1
                if depth > DEEPEST:
                    raise Refused("nested")
                yield OPEN if begun else CLOSE
                if depth <= 0:
                    return
            elif sign is not None:
                yield Token(Kind.SIGN, sign.decode("latin-1"))
        raise Refused("rtf-broken")

    def leap(self) -> None:
        """Go on with the brace that ends the group which has begun."""
        depth = 0
        while (found := BRACE.search(self._data, self._at)) is not None:
            if found[0] == b"}" and not depth:
                self._at = found.start()
                return
            self._at = found.end() + (int(found[1]) if found[1] else 0)
            depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        raise Refused("rtf-broken")
