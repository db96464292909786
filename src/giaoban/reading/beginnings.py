"""Patterns compiled so that a text is searched by their first letters, as Python does by itself only for the plainest.

    [Hh]ội nghị|\\b[Hh]ọp|[Cc]uộc họp            tried at every letter of a text
    h(?:ội nghị|(?<!\\wh)ọp)|H(?:…)|cuộc…|Cuộc…  the same, tried only at h, H, c and C: up to eight times as quick

People write the first; the second is made of it.
"""

import re
from functools import partial
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from giaoban.kept import KEPT, made_by

BY_BEGINNINGS, HEADS = made_by("by beginnings", "reading/beginnings.py"), made_by("heads", "reading/beginnings.py")
Part = tuple[Any, Any]
Parts = list[Part]
BEFORE = -1
"""Where an assertion looks that looks back."""
ANY = (code.IN, [(code.CATEGORY, code.CATEGORY_SPACE), (code.CATEGORY, code.CATEGORY_NOT_SPACE)])
BEHIND: dict[Any, Part] = {code.AT_BOUNDARY: (code.IN, [(code.CATEGORY, code.CATEGORY_WORD)]), code.AT_BEGINNING: ANY}
"""What does not stand before a letter that begins a word, or a text."""
QUICK = (code.LITERAL, code.IN)
"""What a pattern begins with by whose first letters Python searches by itself."""
FEW = 64
"""Letters of a range that are told one by one."""
HEAD = 5
"""Letters of the beginning of what may be found."""

Begun = dict[int, list[Parts]]
"""By each letter that some parts of a pattern may begin with, what may follow it, the first choice first."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, and finds the same."""
    return KEPT.pattern((BY_BEGINNINGS, pattern, flags), partial(_parsed, pattern, flags))


def _parsed(pattern: str, flags: int) -> parser.SubPattern:
    parsed = parser.parse(pattern, flags)
    head = parsed
    while head.data and head.data[0][0] is code.SUBPATTERN and not any(head.data[0][1][1:3]):
        head = head.data[0][1][3]
    state, parts = head.state, head.data
    first = next((at for at, (kind, _) in enumerate(parts) if kind is code.BRANCH or kind in QUICK), 0)
    plain = state.flags & (re.IGNORECASE | re.MULTILINE) or not parts or parts[0][0] in QUICK
    if not plain and (begun := _begun(state, parts[: first + 1])):
        each = [[(code.LITERAL, letter), *_chosen(state, follow)] for letter, follow in begun.items()]
        head.data = [_choice(state, each), *parts[first + 1 :]]
    return parsed


def with_heads(pattern: str) -> tuple[re.Pattern[str], frozenset[str] | None]:
    """As `re.compile`, and what may stand where it is found: its first letters, at most `HEAD`, in small letters, each figure as 0.

    One shorter than that may go on with anything; None where the pattern may begin with anything.

    >>> sorted(with_heads("(?:[Nn]gày )?[1-3] tháng")[1])
    ['0 thá', 'ngày ']
    """
    heads = KEPT.of((HEADS, pattern, 0), lambda: _heads(parser.parse(pattern).data, HEAD))
    return re.compile(pattern), None if heads is None or "" in heads else heads


def may_begin(heads: frozenset[str] | None, text: str) -> bool:
    """Whether a pattern with these heads may be found where `text` begins.

    >>> may_begin(with_heads("[1-3] tháng")[1], "2 tuần")
    False
    """
    said = "".join(map(_alike, text[:HEAD]))
    return heads is None or any(said[:length] in heads for length in range(1, HEAD + 1))


def _heads(parts: Parts, length: int) -> frozenset[str] | None:
    """The same for parts of a pattern; an empty one where nothing more is known, None where these may be any."""
    if not parts or not length:
        return frozenset(("",))
    (kind, value), rest = parts[0], parts[1:]
    heads: frozenset[str] | None = None
    if kind is code.LITERAL or kind is code.IN:
        letters = _letters([parts[0]] if kind is code.LITERAL else value)
        heads = letters and frozenset(letter + more for letter in letters for more in _heads(rest, length - 1) or ("",))
    elif kind in (code.AT, code.ASSERT, code.ASSERT_NOT):
        heads = _heads(rest, length)
    elif kind is code.SUBPATTERN:
        heads = _heads([*value[3].data, *rest], length)
    elif kind is code.BRANCH:
        heads = _either([[*branch.data, *rest] for branch in value[1]], length)
    elif kind is code.MAX_REPEAT and value[2].getwidth()[0]:
        least, most, inside = value
        again = [*inside.data, (kind, (max(0, least - 1), most - 1, inside)), *rest] if most > 1 else [*inside.data, *rest]
        heads = _heads(again, length) if least else _either([again, rest], length)
    return heads


def _letters(choices: Parts) -> frozenset[str] | None:
    """The letters of a choice of letters, figures and short ranges."""
    letters: set[str] = set()
    for kind, value in choices:
        if kind is code.LITERAL:
            letters.add(chr(value))
        elif kind is code.RANGE and value[1] - value[0] < FEW:
            letters.update(map(chr, range(value[0], value[1] + 1)))
        elif (kind, value) == (code.CATEGORY, code.CATEGORY_DIGIT):
            letters.add("0")
        else:
            return None
    return frozenset(map(_alike, letters))


def _alike(letter: str) -> str:
    return "0" if letter.isdecimal() else letter.casefold()


def _either(choices: list[Parts], length: int) -> frozenset[str] | None:
    each = [_heads(parts, length) for parts in choices]
    return None if None in each else frozenset().union(*[heads for heads in each if heads is not None])


def _begun(state: Any, parts: Parts) -> Begun | None:
    """None where such parts of a pattern may begin otherwise than with a few letters."""
    begun: Begun | None = None
    if not parts:
        return begun
    (kind, value), rest = parts[0], parts[1:]
    if kind is code.LITERAL:
        begun = {value: [rest]}
    elif kind is code.IN and all(sort is code.LITERAL for sort, _ in value):
        begun = {letter: [rest] for _, letter in value}
    elif kind is code.BRANCH:
        each = _any(state, [branch.data for branch in value[1]])
        begun = each and {letter: [[*_chosen(state, follow), *rest]] for letter, follow in each.items()}
    elif kind is code.MAX_REPEAT and value[:2] == (0, 1):
        begun = _any(state, [[*value[2].data, *rest], rest])
    elif kind is code.AT and value in BEHIND:
        begun = _led(state, code.ASSERT_NOT, [BEHIND[value]], _begun(state, rest))
    elif kind in (code.ASSERT, code.ASSERT_NOT) and value[0] == BEFORE:
        begun = _led(state, kind, value[1].data, _begun(state, rest))
    return begun


def _any(state: Any, choices: list[Parts]) -> Begun | None:
    made: Begun = {}
    for each in choices:
        begun = _begun(state, each)
        if begun is None:
            return None
        for letter, follow in begun.items():
            made.setdefault(letter, []).extend(follow)
    return made


def _led(state: Any, kind: Any, looked: Parts, begun: Begun | None) -> Begun | None:
    """With what must or must not stand before the letter, looked for from behind it; a word begins only with a letter of words."""
    if begun is None or not all(chr(letter).isalnum() for letter in begun):
        return None
    return {
        letter: [[(kind, (BEFORE, parser.SubPattern(state, [*looked, (code.LITERAL, letter)]))), *_chosen(state, each)]]
        for letter, each in begun.items()
    }


def _chosen(state: Any, choices: list[Parts]) -> Parts:
    return choices[0] if len(choices) == 1 else [_choice(state, choices)]


def _choice(state: Any, choices: list[Parts]) -> Part:
    return code.BRANCH, (None, [parser.SubPattern(state, each) for each in choices])
