"""The lists of a Word document, and how each of their levels is numbered ([MS-DOC] 2.9.131, 2.9.132, 2.9.147)."""

import struct

from giaoban.documents.counting import LARGEST, LONGEST, Counts, Level
from giaoban.documents.word97.head import Head

FORMS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 23: "bullet", 255: "none"}
LEVELS, PLACES = 9, 9
OF_LIST, OF_LEVEL, OF_USED = 28, 28, 16
STARTS, FORMATTED = 0x10, 0x20
MOST = 20_000


class Lists:
    """Counts the lists of one document as its paragraphs come."""

    def __init__(self, head: Head) -> None:
        self._counts = Counts()
        self._levels = _lists(head.table, head.places["lists"])
        self._used: list[tuple[str, dict[int, Level], dict[int, int]]] = []
        """Of each list what it is counted as, its levels, and those that begin anew with its first paragraph."""
        table = head.of("used_lists")
        if table:
            self._read_used(table)

    def label(self, number: int, level: int) -> str:
        """The number of the next paragraph at this level; lists are numbered from one."""
        if not 1 <= number <= len(self._used):
            return ""
        counted, levels, restarts = self._used[number - 1]
        if level in restarts:
            self._counts.begin(counted, level, restarts.pop(level))
        return self._counts.next(counted, levels, level)

    def _read_used(self, table: bytes) -> None:
        count = min(struct.unpack_from("<L", table)[0], (len(table) - 4) // OF_USED, MOST)
        at = 4 + OF_USED * count
        for number in range(count):
            which, changed = struct.unpack_from("<L8xB", table, 4 + OF_USED * number)
            levels, restarts = dict(self._levels.get(which, {})), {}
            at += 4
            for _ in range(min(changed, LEVELS)):
                if at + 8 > len(table):
                    break
                start, flags = struct.unpack_from("<LL", table, at)
                at, level = at + 8, flags & 0xF
                if flags & FORMATTED:
                    at, levels[level] = _level(table, at)
                if flags & STARTS and level in levels:
                    restarts[level] = levels[level].start if flags & FORMATTED else min(start, LARGEST)
            self._used.append((str(which), levels, restarts))


def _lists(table: bytes, place: tuple[int, int]) -> dict[int, dict[int, Level]]:
    """The levels of each list, which stand behind all lists."""
    first, size = place
    if size < 2:
        return {}
    count = min(struct.unpack_from("<H", table, first)[0], MOST)
    at = first + 2 + OF_LIST * count
    found: dict[int, dict[int, Level]] = {}
    for number in range(count):
        which, simple = struct.unpack_from("<L22xB", table, first + 2 + OF_LIST * number)
        levels = found[which] = {}
        for level in range(1 if simple & 1 else LEVELS):
            at, levels[level] = _level(table, at)
    return found


def _level(table: bytes, at: int) -> tuple[int, Level]:
    """A level, and where it ends."""
    start, form = struct.unpack_from("<LB", table, at)
    of_run, of_paragraph = struct.unpack_from("<BB", table, at + 24)
    at += OF_LEVEL + of_run + of_paragraph
    length = struct.unpack_from("<H", table, at)[0]
    pattern = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    seen = "".join(f"%{ord(letter) + 1}" if ord(letter) < LEVELS else letter for letter in pattern[:LONGEST])
    return at + 2 + 2 * length, Level(FORMS.get(form, "decimal"), seen, min(start, LARGEST))
