"""The time that stands over a list, for the tasks in its items.

    "Để hoàn thành nhiệm vụ năm 2020, giám đốc yêu cầu:"   the year
    "II. Nhiệm vụ trọng tâm quý III"                        the quarter
    "Trong tháng 9, các xã cần làm tốt các việc sau:"       the month

What must and must not be read: corpus/parties.tsv.
"""

import re

from giaoban.model import Block
from giaoban.reading.rules.clauses.ahead import coming, gone, opens
from giaoban.reading.rules.clauses.items import item_at, sort_of
from giaoban.reading.rules.clauses.times import DAILY, MONTH, Named, Times

ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-zđ][.)]|[-–+•*]|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)(?: là)?,|Thứ \w+,) ?", re.IGNORECASE)
"""How an item of a list begins."""
LONG_LIST = 40
"""Items of a list that are gone back over to what stands over it."""
OPENS = 20
"""Code points of a line before a day up to which there is time for all below it: Từ nay đến 30/6, Chủ tịch yêu cầu: …"""
HEADING = 90
"""Code points of the longest item that heads others."""
ENDS = frozenset('.,;:!?”"…)')
"""Marks at the end of a paragraph that is no title."""
NUMBER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)/-] ?")
OF_TASKS = re.compile(r"(?:(?:Các|Một số|Về) )?(?:nhiệm vụ|phương hướng|công việc|giải pháp)\b", re.IGNORECASE)
TASKS = re.compile(
    r"\b(?:nhiệm vụ|phương hướng|giải pháp|công việc|(?:các|mấy|những|một số|hai|ba|bốn|năm|sáu|bảy|tám|\d) việc|nội dung)\b", re.IGNORECASE
)
"""What a list is said to be of."""


ALL_BY = re.compile(
    r"(?:\b(?:hoàn thành|hoàn tất|làm xong|xong|thời hạn|thời gian|hạn)\b[^,;.:]{0,30}"
    r"\b(?:trước|chậm nhất|muộn nhất|trong|đến|hết)\b|\btrước)"
    r"(?: là| vào| hết| ngày| tháng)* ?$",
    re.IGNORECASE,
)
"""What stands before a day by which all of a list is to be done."""
OF_RESULTS, BEFORE = re.compile(r"\b(?:kết quả|tình hình)\b[^,;.:]*$", re.IGNORECASE), 60
"""What stands before a time of which results are told, and within how many code points: kết quả thực hiện nhiệm vụ │ quý I."""


def told_over(times: Times, at: int) -> str | None:
    """The time whose tasks the list is of that the words at `at` stand in."""
    blocks = times.page.document.blocks
    place = times.page.place_of(at)
    if place not in times.heads:
        back = range(place, max(-1, place - LONG_LIST), -1)
        own = next((said for each in back if each < place and (said := _heads(times, each))), None)
        first = -1 if own else next((each for each in back if not ITEM.match(times.page.text, blocks[each].span.start)), -1)
        own = own or _over_items(times, place)
        times.heads[place] = own or (_of_list(times, blocks[first]) if 0 <= first < place else None) or _under_title(times, place)
    return times.heads[place]


def _over_items(times: Times, place: int) -> str | None:
    """The time of the item that heads the items of another sort below it: 2. Từ nay đến hết quý II, UBND huyện chỉ đạo: │a) …│"""
    text, blocks = times.page.text, times.page.document.blocks
    item = item_at(text, blocks[place])
    for each in range(place - 1, max(-1, place - LONG_LIST), -1) if item else ():
        over = item_at(text, blocks[each])
        if over is None:
            return None
        if item and sort_of(over) != sort_of(item) and text[blocks[each].span.start : blocks[each].span.end].rstrip().endswith(":"):
            return _of_list(times, blocks[each])
    return None


def _under_title(times: Times, place: int) -> str | None:
    """The time of the line without a mark at its end under which a paragraph stands: Nhiệm vụ quý III."""
    text, blocks = times.page.text, times.page.document.blocks
    back = (blocks[each].span for each in range(place - 1, max(-1, place - LONG_LIST), -1))
    over = next((each for each in back if len(each) <= HEADING and text[each.end - 1] not in ENDS), None)
    number = NUMBER.match(text, over.start) if over else None
    if over is None or not OF_TASKS.match(text, number.end() if number else over.start):
        return None
    named = (each for at in times.within(over.start, over.end) if (each := coming(times, times.named(at))))
    return next((each.text for each in named if _of_plan(each, False)), None)


def _heads(times: Times, place: int) -> str | None:
    """The time of an item that only heads those below it: "1. Nhiệm vụ trọng tâm tháng 10"."""
    if place not in times.headings:
        block = times.page.document.blocks[place]
        item = ITEM.match(times.page.text, block.span.start) if len(block.span) <= HEADING else None
        heads = item and OF_TASKS.match(times.page.text, item.end())
        times.headings[place] = _of_list(times, block) if heads else None
    return times.headings[place]


def _of_list(times: Times, head: Block) -> str | None:
    said = head.span.of(times.page.text).rstrip()
    tasks, colon = TASKS.search(said) is not None, said.endswith(":")
    if not (tasks or colon):
        return None
    named = [each for place in times.within(head.span.start, head.span.end) if (each := coming(times, times.named(place)))]
    named = [each for each in named if not OF_RESULTS.search(times.page.text, max(head.span.start, each.at - BEFORE), each.at)]
    if colon and (by := next((each.text for each in named if _by(times, each, head)), None)):
        return by
    fits = (each for each in named if (_of_plan(each, colon) or (colon and _for_all(times, each, head, tasks))))
    return next((each.text for each in fits), None)


def _by(times: Times, named: Named, head: Block) -> bool:
    """Whether all of a list is to be done by a day or month that its head tells: Các việc sau hoàn thành trước ngày 15/11: …"""
    return ALL_BY.search(times.page.text, max(head.span.start, named.at - BEFORE), named.at) is not None


def _of_plan(named: Named, colon: bool) -> bool:
    return named.lead == "plan of" and (colon or named.shape not in DAILY)


def _for_all(times: Times, named: Named, head: Block, tasks: bool) -> bool:
    if named.shape in DAILY:
        return named.lead == "until" and named.at - head.span.start <= OPENS and not gone(times, named)
    if gone(times, named) or (named.shape == MONTH and not tasks):
        return False
    return opens(times, named, head.span.start) or (tasks and named.shape != MONTH and named.lead == "other")
