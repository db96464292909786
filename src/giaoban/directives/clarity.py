"""The clarities that an office asks of a directive ("6 rõ"): person, work, time, responsibility, product, authority.

Each is clear, vague or missing, with the words that make it so. Which of them are asked is the office's own choice: some ask five.
The phrase is the Government's own (rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền); how each is judged here is
this project's reading of it, not an official rule.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from unicodedata import normalize

from giaoban.directives.limits import against
from giaoban.directives.limits_undated import undated
from giaoban.directives.phrases import SYLLABLE, Said, said, syllables
from giaoban.directives.repetition.deeds import deeds_at
from giaoban.directives.task import Task
from giaoban.reference.body_names import several
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
NUMBER = re.compile(r"\d")
SOFT, SEEN = frozenset({"soft", "means"}), frozenset({"deed", "means", "product", "decides"})
OPENING = 4
"""A soft verb within so many syllables from the start opens the directive; what can be seen to be done may still follow it."""


def check(task: Task, asked: Sequence[Clarity] = SIX) -> tuple[Verdict, ...]:
    """The verdict on each clarity that is asked, in that order."""
    read = replace(task, wording=_read(task.wording), lead=task.lead and _read(task.lead), worded=_read(task.worded))
    phrases = said(read.wording)
    return tuple(JUDGES[each](read, phrases) for each in asked)


def _read(text: str) -> str:
    return written(normalize("NFC", text))


def _person(task: Task, phrases: Sequence[Said]) -> Verdict:
    crowd = _words(said(task.lead) if task.lead else phrases, "everybody")
    if crowd:
        return Verdict(Clarity.PERSON, Degree.VAGUE, "clarity-everybody", crowd)
    if not task.lead:
        return Verdict(Clarity.PERSON, Degree.MISSING, "clarity-nobody")
    return Verdict(Clarity.PERSON, Degree.CLEAR)


def _work(task: Task, phrases: Sequence[Said]) -> Verdict:
    if not any(letter.isalpha() for letter in task.wording):
        return Verdict(Clarity.WORK, Degree.MISSING, "clarity-no-work")
    opening = [each for each in phrases if each.kind in SOFT and each.at < OPENING]
    fields = {each.at + each.size for each in phrases if each.kind == "field"}
    doing = [each for each in phrases if each.kind in SEEN and each not in opening[:1] and each.at not in fields]
    if doing or NUMBER.search(task.wording):
        return Verdict(Clarity.WORK, Degree.CLEAR)
    if opening:
        return Verdict(Clarity.WORK, Degree.VAGUE, "clarity-attitude", tuple(each.words for each in opening))
    if set(deeds_at(syllables(task.wording))) - fields:
        return Verdict(Clarity.WORK, Degree.CLEAR)
    return Verdict(Clarity.WORK, Degree.VAGUE, "clarity-unknown-work", (_beginning(task.wording),))


def _beginning(wording: str) -> str:
    """The words that a directive opens with."""
    found = list(islice(SYLLABLE.finditer(wording), OPENING))
    return wording[found[0].start() : found[-1].end()]


def _time(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.deadline:
        other = against(task.deadline, task.wording, task.worded)
        return Verdict(Clarity.TIME, Degree.VAGUE, "clarity-time-against", (other,)) if other else Verdict(Clarity.TIME, Degree.CLEAR)
    if on_no_day := task.worded or undated(task.wording):
        return Verdict(Clarity.TIME, Degree.VAGUE, "clarity-undated", (on_no_day,))
    sometime = _words(phrases, "some_time")
    if sometime:
        return Verdict(Clarity.TIME, Degree.VAGUE, "clarity-sometime", sometime)
    return Verdict(Clarity.TIME, Degree.MISSING, "clarity-no-time")


def _responsibility(task: Task, phrases: Sequence[Said]) -> Verdict:
    if not task.lead:
        return Verdict(Clarity.RESPONSIBILITY, Degree.MISSING, "clarity-no-lead")
    if several(task.lead) or _words(said(task.lead), "everybody"):
        return Verdict(Clarity.RESPONSIBILITY, Degree.VAGUE, "clarity-several-leads", (task.lead,))
    together = _words(phrases, "together")
    if together and not task.supporting:
        return Verdict(Clarity.RESPONSIBILITY, Degree.VAGUE, "clarity-together", together)
    return Verdict(Clarity.RESPONSIBILITY, Degree.CLEAR)


def _product(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.product or NUMBER.search(task.wording) or _words(phrases, "product"):
        return Verdict(Clarity.PRODUCT, Degree.CLEAR)
    return Verdict(Clarity.PRODUCT, Degree.MISSING, "clarity-no-product")


def _authority(task: Task, phrases: Sequence[Said]) -> Verdict:
    if task.authority or _words(phrases, "decides"):
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
