"""The clarities that an office asks of a directive ("6 rõ"): person, work, time, responsibility, product, authority.

Each is clear, vague or missing, with the words that make it so. Which of them are asked is the office's own choice: some ask five.
The phrase is the Government's own (rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền); how each is judged here is
this project's reading of it, not an official rule.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from unicodedata import normalize

from giaoban.directives.amounts import amount_named
from giaoban.directives.limits import against, day_named
from giaoban.directives.limits_undated import undated
from giaoban.directives.phrases import SYLLABLE, Said, said, syllables
from giaoban.directives.repetition.deeds import deeds_at
from giaoban.directives.task import Task
from giaoban.reading.phrases import listed
from giaoban.reference.body_names import MANY, several
from giaoban.reference.folding import written


class Clarity(StrEnum):
    """What a directive must say before a desk can act, in the order in which the Government names them."""

    PERSON = "person"
    WORK = "work"
    TIME = "time"
    RESPONSIBILITY = "responsibility"
    PRODUCT = "product"
    AUTHORITY = "authority"


class Degree(StrEnum):
    """How well a directive says one of them: vague is said, but in words that settle nothing."""

    CLEAR = "clear"
    VAGUE = "vague"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How clear one thing is.

    code   of the message that says why; "" where it is clear
    words  what of the wording makes it vague
    """

    clarity: Clarity
    degree: Degree
    code: str = ""
    words: tuple[str, ...] = ()


SIX = tuple(Clarity)
SOFT, SEEN = frozenset({"soft", "means"}), frozenset({"deed", "means", "product", "decides"})
GIVEN = "giao cho|giao|yêu cầu|đề nghị"
KINDS = "sở|ngành|phòng|ban|xã|phường|đơn vị|cơ quan|hội|đoàn thể|thôn|chi bộ"
OF_A_KIND = re.compile(rf"(?:(?:{GIVEN})\s+)?(?P<crowd>(?:các|mọi|những|toàn thể)\s+(?:{KINDS})\b)", re.IGNORECASE)
RECURRING = re.compile(r"\b(?:(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|định\s+kỳ)\b", re.IGNORECASE)
NO_YEAR = re.compile(r"\b(?:trước|xong|nhất|hết|đến)(?: (?:trước|ngày|là|vào|hết)){0,4} \d{1,2}/\d{1,2}(?![\d/])", re.IGNORECASE)
"""A last day without its year."""
FOR_WHOM = re.compile(
    r"\btham mưu (?:(?:cho|với|giúp|trình) )?(?:UBND|HĐND|Ủy ban|Hội đồng|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Thường trực|Ban Thường vụ"
    r"|Ban Chấp hành|Chủ tịch|Bí thư)\b[^,;.]{0,60}?\b(?:ban hành|quyết định|phê duyệt|thông qua|cho ý kiến|cho chủ trương)\b"
)
"""Who decides, where a body is to prepare it for him: tham mưu UBND xã ban hành kế hoạch."""
HELD_TO = (["theo"], ["hiện"], ["nghiêm"], ["khai"], ["triệt"], ["của"], ["cố"], ["mắc"], ["độ"])
"""Before a paper or a work it is one that there is: theo, thực hiện (nghiêm), triển khai, quán triệt, của, sự cố, vướng mắc, tiến độ."""
LOOKED_AT = frozenset(
    tuple(each.split())
    for each in listed("""
rà soát, kiểm tra, thẩm định, thẩm tra, xử lý, giải quyết, giám sát, quản lý, bảo vệ, đối với, kiểm kê
""")
)
DONE, WAS = frozenset({"deed", "decides"}), (["được"], ["đã"], ["bị"])
FILLING = frozenset(("các", "những", "toàn", "bộ", "mọi", "lại", "số", "dứt", "điểm", "triệt", "để", "nhanh", "ngay"))
OPENING = 4
"""Syllables that are quoted of a wording in which no work is known."""


def check(task: Task, asked: Sequence[Clarity] = SIX) -> tuple[Verdict, ...]:
    """The verdict on each clarity that is asked, in that order."""
    read = replace(task, wording=_read(task.wording), lead=task.lead and _read(task.lead), worded=_read(task.worded))
    read = replace(read, wording=_without(read.lead, read.wording))
    phrases = _told(read.wording)
    return tuple(JUDGES[each](read, phrases) for each in asked)


def _without(lead: str | None, wording: str) -> str:
    """The wording behind whom it is given to, where it begins with that: the name of a body is no work ("Sở Xây dựng")."""
    found = re.match(rf"(?:{GIVEN})?\s*{re.escape(lead)}(?!\w)[\s,:]*(?=\w)", wording, re.IGNORECASE) if lead else None
    return wording[found.end() :] if found else wording


def _read(text: str) -> str:
    return written(normalize("NFC", text))


def _told(wording: str) -> list[Said]:
    """The phrases of a wording. A paper by which something is done, or that is looked at, is none that it asks for: theo kế hoạch."""
    told = syllables(wording)
    return [replace(each, kind="plain") if _is_told(told, each) else each for each in said(wording)]


def _is_told(told: Sequence[str], phrase: Said) -> bool:
    """Whether a phrase tells of what there is or was done, and asks for nothing: quy hoạch đã được phê duyệt, rà soát hồ sơ."""
    if phrase.kind in DONE and told[phrase.at - 1 : phrase.at] in WAS:
        return True
    return phrase.kind == "product" and _there(told, phrase.at)


def _there(told: Sequence[str], at: int) -> bool:
    """Whether the words before a paper or a work say that there is one already."""
    if told[at - 1 : at] in HELD_TO:
        return True
    while at > 0 and told[at - 1] in FILLING:
        at -= 1
    return tuple(told[max(at - 2, 0) : at]) in LOOKED_AT


def _person(task: Task, phrases: Sequence[Said]) -> Verdict:
    crowd = _crowd(task.lead) if task.lead else _words(phrases, "everybody") or _kind_begun(task.wording)
    if crowd:
        return Verdict(Clarity.PERSON, Degree.VAGUE, "clarity-everybody", crowd)
    if not task.lead:
        return Verdict(Clarity.PERSON, Degree.MISSING, "clarity-nobody")
    return Verdict(Clarity.PERSON, Degree.CLEAR)


def _crowd(lead: str) -> tuple[str, ...]:
    """The words of a lead that name nobody: "các cấp, các ngành", "các phòng, ban"; "UBND các xã" is each of them."""
    return _words(said(lead), "everybody") or ((lead,) if lead.split(" ", 1)[0].lower() in MANY else ())


def _kind_begun(wording: str) -> tuple[str, ...]:
    """The bodies of a kind that a wording begins with, where no lead is told."""
    found = OF_A_KIND.match(wording)
    return (found["crowd"],) if found else ()


def _work(task: Task, phrases: Sequence[Said]) -> Verdict:
    if not any(letter.isalpha() for letter in task.wording):
        return Verdict(Clarity.WORK, Degree.MISSING, "clarity-no-work")
    soft = [each for each in phrases if each.kind in SOFT]
    fields = _fields(phrases)
    doing = [each for each in phrases if each.kind in SEEN and each not in soft[:1] and each.at not in fields]
    if doing or amount_named(task.wording):
        return Verdict(Clarity.WORK, Degree.CLEAR)
    other = min(set(deeds_at(syllables(task.wording))) - _covered(phrases), default=None)
    if soft and (other is None or soft[0].at < other):
        return Verdict(Clarity.WORK, Degree.VAGUE, "clarity-attitude", tuple(each.words for each in soft))
    if other is not None:
        return Verdict(Clarity.WORK, Degree.CLEAR)
    return Verdict(Clarity.WORK, Degree.VAGUE, "clarity-unknown-work", (_beginning(task.wording),))


def _fields(phrases: Sequence[Said]) -> set[int]:
    """The syllables right behind a word that makes a field of work of what follows: công tác kiểm tra, chất lượng tham mưu."""
    return {each.at + each.size for each in phrases if each.kind == "field" and not each.ends}


def _covered(phrases: Sequence[Said]) -> set[int]:
    """The syllables of phrases of the table, and those that name a field: no other deed is looked for there."""
    return {at for each in phrases for at in range(each.at, each.at + each.size)} | _fields(phrases)


def _beginning(wording: str) -> str:
    """The words that a directive opens with."""
    found = list(islice(SYLLABLE.finditer(wording), OPENING))
    return wording[found[0].start() : found[-1].end()]


def _time(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.deadline:
        other = against(task.deadline, task.wording, task.worded)
        return Verdict(Clarity.TIME, Degree.VAGUE, "clarity-time-against", (other,)) if other else Verdict(Clarity.TIME, Degree.CLEAR)
    for code, words in _loosely(task, phrases):
        if words:
            return Verdict(Clarity.TIME, Degree.VAGUE, code, words)
    return Verdict(Clarity.TIME, Degree.MISSING, "clarity-no-time")


def _loosely(task: Task, phrases: Sequence[Said]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may be said of a time without a deadline, each with the code of why it settles nothing, and the words; none where it is not."""
    yield "clarity-undated", _one(task.worded or undated(task.wording))
    yield "clarity-day-named", _one(day_named(task.wording))
    for code, pattern in (("clarity-recurring", RECURRING), ("clarity-no-year", NO_YEAR)):
        found = pattern.search(task.wording)
        yield code, _one(found[0] if found else "")
    yield "clarity-sometime", _words(phrases, "some_time")


def _one(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _responsibility(task: Task, phrases: Sequence[Said]) -> Verdict:
    if not task.lead:
        return Verdict(Clarity.RESPONSIBILITY, Degree.MISSING, "clarity-no-lead")
    if several(task.lead) or _crowd(task.lead):
        return Verdict(Clarity.RESPONSIBILITY, Degree.VAGUE, "clarity-several-leads", (task.lead,))
    together = _words(said(task.lead), "together") or tuple(each.words for each in phrases if each.kind == "together" and not each.named)
    if together and not task.supporting:
        return Verdict(Clarity.RESPONSIBILITY, Degree.VAGUE, "clarity-together", together)
    return Verdict(Clarity.RESPONSIBILITY, Degree.CLEAR)


def _product(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.product or amount_named(task.wording) or _words(phrases, "product"):
        return Verdict(Clarity.PRODUCT, Degree.CLEAR)
    return Verdict(Clarity.PRODUCT, Degree.MISSING, "clarity-no-product")


def _authority(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.authority or _words(phrases, "decides") or FOR_WHOM.search(task.wording):
        return Verdict(Clarity.AUTHORITY, Degree.CLEAR)
    left_open = _words(phrases, "some_power")
    if left_open:
        return Verdict(Clarity.AUTHORITY, Degree.VAGUE, "clarity-some-power", left_open)
    return Verdict(Clarity.AUTHORITY, Degree.MISSING, "clarity-no-authority")


def _words(phrases: Sequence[Said], kind: str) -> tuple[str, ...]:
    return tuple(each.words for each in phrases if each.kind == kind)


JUDGES: Mapping[Clarity, Callable[[Task, Sequence[Said]], Verdict]] = {
    Clarity.PERSON: _person,
    Clarity.WORK: _work,
    Clarity.TIME: _time,
    Clarity.RESPONSIBILITY: _responsibility,
    Clarity.PRODUCT: _product,
    Clarity.AUTHORITY: _authority,
}
