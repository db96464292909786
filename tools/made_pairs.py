"""Pairs made of the wordings of topics, of which it is firm whether they ask the same (docs/decisions/0023).

not the same  another number, another name, another thing of the kind; a step beside the work; another deed
the same      other names of the things and other words for the deeds; one clause of several
The same wordings give the same pairs.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random

Pair = dict[str, str]
SYLLABLE = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)*\b")
BESIDE = (
    "Tuyên truyền về việc",
    "Báo cáo tình hình",
    "Sơ kết việc",
    "Xây dựng kế hoạch",
    "Tập huấn cho cán bộ về việc",
    "Khen thưởng tập thể làm tốt việc",
    "Kiện toàn ban chỉ đạo",
    "Kiểm điểm trách nhiệm trong việc",
    "Đánh giá kết quả",
    "Lập đề án",
    "Khảo sát, thống kê để",
    "Ban hành quy chế phối hợp trong việc",
)
VERBS = {
    "mending": "Sửa chữa",
    "building": "Xây dựng",
    "checking": "Kiểm tra",
    "granting": "Cấp phép",
    "closing": "Đóng cửa",
    "selling": "Cho thuê",
    "equipping": "Mua sắm thiết bị cho",
    "moving": "Di dời",
    "speeding": "Đẩy nhanh tiến độ",
    "stopping": "Ngăn chặn",
    "helping": "Hỗ trợ",
    "punishing": "Xử phạt",
    "taking back": "Thu hồi",
    "raising": "Mở rộng",
    "lowering": "Giảm",
    "measuring": "Kiểm kê",
    "settling": "Quyết toán",
    "dredging": "Nạo vét",
    "gathering": "Thu gom",
    "opening": "Đưa vào hoạt động",
    "merging": "Sáp nhập",
    "hiring": "Tuyển người cho",
    "paying": "Chi trả tiền cho",
    "pricing": "Điều chỉnh giá",
}
NAMES = (
    "Bản Lầu",
    "Cốc Mỳ",
    "Đại Thắng",
    "Phú Lâm",
    "Hưng Đạo",
    "Vĩnh Tân",
    "Kỳ Thượng",
    "Ia Rve",
    "Nậm Cắn",
    "Hòa Khánh",
    "An Thới",
    "Sơn Cẩm",
)
NO_PLACE = re.compile(r"Ủy|Ban|Sở|Bộ|Đảng|Tết|Nhà|Quỹ|Hồ Chí Minh|Trung thu|Chỉ|Việt|Covid|Hội|Mặt|Nghị")
SHORT = 18
"""Syllables of a wording that can be the object of another, at most."""


class Maker:
    """Makes pairs, with the same choices each time."""

    def __init__(self) -> None:
        from giaoban.directives.repetition.meanings import rows, shipped

        self.chance = Random(7)  # noqa: S311  # the same each time is what is wanted
        self.known = shipped()
        self.general: dict[str, list[str]] = {}
        self.special: dict[str, list[str]] = {}
        self.called: dict[str, list[str]] = {}
        for phrase, relation, concept in rows():
            if relation == "kind" and self.known.get(phrase):
                self.general.setdefault(phrase, []).append(concept)
                self.special.setdefault(concept, []).append(phrase)
            elif relation in ("is", "deed"):
                self.called.setdefault(concept, []).append(phrase)

    def pairs(self, rows: Sequence[Pair]) -> Iterator[Pair]:
        """Pairs of all topics, each with its kind as `hand` and the fold of its topic."""
        by: dict[str, list[Pair]] = {}
        for row in rows:
            by.setdefault(row["topic"], []).append(row)
        for topic in by.values():
            asked = [row["wording"] for row in topic if row["asks"] == "a"]
            for at, wording in enumerate(asked):
                again = asked[(at + 1) % len(asked)]
                for kind, same, earlier, now in [*self._changed(wording, again), *self._joined(wording, again, topic, rows)]:
                    yield {"earlier": earlier, "now": now, "same": same, "hand": f"made {kind}", "fold": topic[0]["fold"]}

    def _changed(self, wording: str, again: str) -> Iterator[tuple[str, str, str, str]]:
        for kind, made in (("number", self._number(wording)), ("name", self._name(wording)), ("kind", self._other_kind(wording))):
            if made:
                yield kind, "0", wording, made
        if made := self._name(wording, again):
            yield "name", "0", again, made
        for kind, same, made in (
            ("beside", "0", self._beside(wording)),
            ("deed", "0", self._other_deed(wording)),
            ("words", "1", self._other_words(wording)),
        ):
            if made:
                yield from ((kind, same, each, made) for each in dict.fromkeys((wording, again)))

    def _joined(self, wording: str, again: str, topic: Sequence[Pair], rows: Sequence[Pair]) -> Iterator[tuple[str, str, str, str]]:
        """One clause of several asks it, or none does."""
        others = [each["wording"] for each in self.chance.sample(rows, 2) if each["topic"] != topic[0]["topic"]]
        missed = self.chance.choice([row["wording"] for row in topic if row["asks"] != "a"])
        for same, clause in (("1", again), ("0", missed)):
            clauses = [clause, *others[: self.chance.randint(1, 2)]]
            self.chance.shuffle(clauses)
            yield f"joined {same}", same, wording, "; ".join([clauses[0], *map(_lowered, clauses[1:])])

    def _number(self, wording: str) -> str:
        found = NUMBER.search(wording)
        if not found or "/" in wording[max(0, found.start() - 1) : found.end() + 1]:
            return ""
        other = self.chance.choice([digit for digit in "23456789" if digit != found[0][0]]) + found[0][1:]
        return wording[: found.start()] + other + wording[found.end() :]

    def _name(self, wording: str, held_by: str = "") -> str:
        """Another name instead of the last, if the other wording holds that as well."""
        names = [name for name in _names(wording) if not NO_PLACE.search(name)]
        if not names or (held_by and names[-1] not in held_by):
            return ""
        return wording.replace(names[-1], self.chance.choice([name for name in NAMES if name != names[-1]]))

    def _beside(self, wording: str) -> str:
        from giaoban.directives.repetition.deeds import beside

        return "" if _long(wording) or beside(_demand(wording)) else f"{self.chance.choice(BESIDE)} {_lowered(wording)}"

    def _other_deed(self, wording: str) -> str:
        deed, size = leading(_syllables(wording))
        if deed not in VERBS or _long(wording):
            return ""
        verb = self.chance.choice(sorted(verb for each, verb in VERBS.items() if not _akin(each, deed)))
        return verb + wording[list(SYLLABLE.finditer(wording))[size - 1].end() :]

    def _other_kind(self, wording: str) -> str:
        for start, end in self._phrases(wording):
            phrase = " ".join(_syllables(wording[start:end]))
            mine = self.known[phrase][0].same
            for general in self.general.get(phrase, ()):
                others = [each for each in self.special[general] if general not in mine and not self.known[each][0].same & mine]
                if others:
                    return wording[:start] + self.chance.choice(sorted(others)) + wording[end:]
        return ""

    def _other_words(self, wording: str) -> str:
        made = wording
        for start, end in sorted(self._phrases(wording)[:3], reverse=True):
            concepts = self.known[" ".join(_syllables(wording[start:end]))][0].same
            words = sorted({phrase for concept in concepts for phrase in self.called.get(concept, ())})
            made = made[:start] + self.chance.choice(words) + made[end:] if len(words) > 1 else made
        return "" if made == wording else made

    def _phrases(self, wording: str) -> list[tuple[int, int]]:
        """Where phrases of the thesaurus stand, in an order by chance, none overlapping."""
        from giaoban.directives.repetition.meanings import found

        spans = [each.span() for each in SYLLABLE.finditer(wording)]
        places, end = [], 0
        for at, size in found([wording[start:stop] for start, stop in spans], self.known):
            if at >= end and self.known[" ".join(_syllables(wording[spans[at][0] : spans[at + size - 1][1]]))]:
                places.append((spans[at][0], spans[at + size - 1][1]))
                end = at + size
        self.chance.shuffle(places)
        return places


def made_pairs(rows: Sequence[Pair]) -> list[Pair]:
    """Pairs made of the wordings of topics."""
    return [pair for pair in Maker().pairs(rows) if pair["earlier"] != pair["now"]]


def each_alike(pairs: Sequence[Pair], whole: float) -> Mapping[str, float]:
    """By kind of made pair what one matters, so that all kinds together matter alike and the whole as much as given."""
    kinds = [pair["hand"] for pair in pairs]
    return {kind: whole / len(set(kinds)) / kinds.count(kind) for kind in set(kinds)}


def _syllables(wording: str) -> list[str]:
    return [each.lower() for each in SYLLABLE.findall(wording)]


def leading(syllables: Sequence[str]) -> tuple[str, int]:
    """The deed with which a wording begins, and of how many syllables it is; none: empty and 0."""
    from giaoban.directives.repetition.deeds import LONGEST, rows

    known = {phrase: deed for phrase, deed, _beside in rows("deeds.tsv")}
    begun = ((" ".join(syllables[:size]), size) for size in range(min(LONGEST, len(syllables)), 0, -1))
    return next(((known[phrase], size) for phrase, size in begun if phrase in known), ("", 0))


def _akin(one: str, two: str) -> bool:
    """Whether two deeds are of one kind."""
    from giaoban.directives.repetition.deeds import Demand, compared_deeds

    return bool(compared_deeds(Demand((one,), frozenset()), Demand((two,), frozenset()))["same family"])


def _demand(wording: str):  # of giaoban, which is read only after rarity.tsv is written
    from giaoban.directives.repetition.deeds import demanded

    return demanded(_syllables(wording))


def _long(wording: str) -> bool:
    return len(_syllables(wording)) > SHORT


def _lowered(wording: str) -> str:
    return wording[:1].lower() + wording[1:]


def _names(wording: str) -> list[str]:
    """Two capitalised syllables and more, side by side, not at the beginning."""
    return re.findall(r"(?<=\S )(?:[^\W\d_a-zà-ỹ][^\W\d_]* )+[^\W\d_a-zà-ỹ][^\W\d_]*", wording)
