"""Whether two names mean the same place, as records write them: "TX Đông Triều", "thị xã Đông Triều" and "thị xã" by itself."""

from collections.abc import Sequence

from giaoban.reference.abbreviations import in_full
from giaoban.reference.place_kinds import COMMITTEES, PLACE_KINDS

KINDS = frozenset((*PLACE_KINDS, *COMMITTEES))


def same_place(written: str, place: str) -> bool:
    """Whether `written` means `place`: the same name of no other kind, or only the kind of it ("thị xã"), or nothing at all."""
    kind, name = _taken_apart(written)
    its_kind, its_name = _taken_apart(place)
    return name in {"", its_name} and kind in {"", its_kind}


def _taken_apart(written: str) -> tuple[str, str]:
    """("thị xã", "đông triều") of "UBND TX Đông Triều": the last kind, and the name after it."""
    words = in_full(written)
    for at in range(len(words) - 1, -1, -1):
        for size in (2, 1):
            kind = " ".join(words[at : at + size])
            if kind in KINDS and not _within_longer(words, at, size):
                return COMMITTEES.get(kind, kind), " ".join(words[at + size :])
    return "", " ".join(words)


def _within_longer(words: Sequence[str], at: int, size: int) -> bool:
    """Whether the word is only a part of a longer kind: the "xã" of "thị xã"."""
    return size == 1 and at > 0 and " ".join(words[at - 1 : at + 1]) in KINDS
