"""Words by which a directive is clear or vague (`clarity.tsv`): phrases of syllables, lower case, with their kind.

soft        asks for an attitude or for more of the same: quan tâm, tăng cường, nâng cao
means       soft by itself, but after another it says how: tạo điều kiện, hỗ trợ
deed        what a desk can do and be seen to have done: rà soát, lập, ban hành, kiểm tra
some_time   a time that no calendar shows: kịp thời, sớm, trong thời gian tới
everybody   a doer that is nobody: các cấp, các ngành, cơ quan liên quan
product     what can lie on a table: báo cáo, kế hoạch, phương án
decides     who decides is said: trình, phê duyệt, cho ý kiến
some_power  who decides is left open: theo thẩm quyền, theo quy định
together    several do it: phối hợp, cùng với
field       what follows names a field of work and no deed: công tác (giảm nghèo, tiếp dân)
plain       holds words that would mean something by themselves: vật liệu xây dựng
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from giaoban.reading.syllables import folded
from giaoban.reference import tables

SYLLABLE = re.compile(r"[^\W_]+")
MARK = re.compile(r"\s*[,;:.]")
DOING = frozenset({"deed", "soft", "means"})
"""With a capital behind another word they are part of a name: "Sở Xây dựng", "Ban Tổ chức"."""


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase of the table where it stands: its kind, its words as written, the number of its first syllable, and of its syllables.

    ends   whether a mark parts it from the next word
    named  whether the next word is a name, by its capital: "phối hợp với Trạm Y tế"
    """

    kind: str
    words: str
    at: int
    size: int
    ends: bool = False
    named: bool = False


def said(text: str) -> list[Said]:
    """The phrases of the table in `text`, longest first at each syllable, none within another."""
    return list(_said(text))


def syllables(text: str) -> list[str]:
    """The syllables that phrases are counted by, in lower case, the tone mark in the one place (hoà is hòa)."""
    return [folded(each) for each in SYLLABLE.findall(text)]


@cache
def table() -> dict[str, str]:
    """The kind of each phrase."""
    return dict(tables.table("giaoban.directives", "clarity.tsv", _pair))


def _pair(phrase: str, kind: str) -> tuple[str, str]:
    return phrase, kind


@cache
def _longest() -> int:
    return max(phrase.count(" ") + 1 for phrase in table())


def _said(text: str) -> Iterator[Said]:
    written, lowered = list(SYLLABLE.finditer(text)), syllables(text)
    at = 0
    while at < len(written):
        for size in range(min(_longest(), len(written) - at), 0, -1):
            if kind := table().get(" ".join(lowered[at : at + size])):
                start, end = written[at].start(), written[at + size - 1].end()
                named = kind in DOING and at > 0 and text[start].isupper() and text[written[at - 1].end() : start].isspace()
                yield Said(
                    "plain" if named else kind, text[start:end], at, size, MARK.match(text, end) is not None, _before_name(text, end)
                )
                break
        else:
            size = 1
        at += size


def _before_name(text: str, end: int) -> bool:
    """Whether a word with a capital begins behind the blanks there."""
    return text[end : end + 2].strip()[:1].isupper()
