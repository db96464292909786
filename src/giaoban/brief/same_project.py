"""Projects that a wording names by their own name: "kè sông Ba Chẽ", "Cụm công nghiệp Kim Sen".

What is named only after the place where it lies ("chợ xã Bình Khê") is no name of its own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from giaoban.reference.abbreviations import in_full
from giaoban.reference.place_kinds import PLACE_KINDS

WORKS = frozenset((
    "khu tái định cư", "khu công nghiệp", "cụm công nghiệp", "khu đô thị", "khu dân cư", "khu kinh tế", "trạm bơm", "hồ chứa", "bệnh viện",
    "nhà máy", "tuyến đường", "hồ", "đập", "kè", "đê", "cầu", "cống", "đường", "cảng", "chợ", "trường", "thủy điện", "dự án", "công trình",
))  # fmt: skip
"""What is built."""
LONGEST = max(len(each.split()) for each in WORKS)
LOOSE, NAME = 3, 2
"""Small words that may stand between what it is and its name ("kè bờ sông Ba Chẽ"), and the fewest words of a name."""
OF_PLACE = frozenset((*PLACE_KINDS, "thôn", "khu phố", "bản", "ấp", "tổ"))
OTHERWISE = frozenset((
    "yêu cầu", "nhu cầu", "toàn cầu", "hồ sơ", "trường hợp", "thị trường", "môi trường", "hiện trường", "nhà trường", "lập trường",
))  # fmt: skip
"""Words that hold one of those and are no work."""
BODIES = frozenset(("sở", "ubnd", "hđnd", "ban", "phòng", "chi", "cục", "đảng", "thủ", "chủ", "bí", "tỉnh", "nghị", "luật"))
"""How a name does not begin."""
WORD = re.compile(r"[^\W\d_]+|\S")


def projects(wording: str) -> frozenset[tuple[str, str]]:
    """Each project that is named, by what it is and its name, in small letters."""
    words = WORD.findall(wording)
    found, at = set(), 0
    while at < len(words):
        end = next((end for end in range(at, len(words)) if not words[end][:1].isupper()), len(words))
        if end - at >= NAME and words[at].lower() not in BODIES and (kind := _kind_before(words, at)):
            found.add((kind, " ".join(words[at:end]).lower()))
        at = max(end, at) + 1
    return frozenset(found)


def _kind_before(words: Sequence[str], at: int) -> str:
    """What is built that stands before a name, the nearest; "" where there is none, or a place lends its name."""
    low = [word.lower() for word in words[max(0, at - LOOSE - LONGEST) : at]]
    if any(" ".join(low[-size:]) in OF_PLACE for size in (1, 2)):
        return ""
    for last in range(len(low), max(0, len(low) - LOOSE - 1), -1):
        kinds = (" ".join(low[last - size : last]) for size in range(min(LONGEST, last), 0, -1))
        if kind := next((each for each in kinds if each in WORKS), ""):
            size = len(kind.split())
            around = {" ".join(low[max(0, last - size - 1) : last]), " ".join(low[last - size : last + 1])}
            return "" if around & OTHERWISE else kind
        if not low[last - 1].isalpha():
            return ""
    return ""


def by_project(wordings: Iterable[str]) -> Mapping[tuple[str, str], Sequence[int]]:
    """The places in a list at which each project is named."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, wording in enumerate(wordings):
        for each in projects(wording):
            found.setdefault(each, []).append(at)
    return found


def names(wording: str, body: str) -> bool:
    """Whether the words name the body, with abbreviations in full."""
    wanted = " ".join(in_full(body))
    return bool(wanted) and f" {wanted} " in f" {' '.join(in_full(wording))} "
