"""What the clause of a figure begins with, or its section: most often the figure is of it, whatever it is.

"Trạm Y tế xã Phú Lâm khám 1.900 lượt, điều trị 210 lượt"
"2. Huyện Bình", then "Thu ngân sách đạt 95 tỷ đồng"
"""

import re
from bisect import bisect_left, bisect_right

from giaoban.reading.rules.figures.placing.clauses import begins, parted
from giaoban.reading.rules.figures.placing.mentions import LOCAL, Mention
from giaoban.reading.rules.figures.placing.standing import START, Standing
from giaoban.reading.rules.figures.placing.surroundings import SIZES, sort_of

SUBJECTS = frozenset(("commune", "district", "customs", "office", "firm", "work", "nation", "initials", "city", "province", "country"))
"""Sorts of which a figure is whose clause they begin."""
PLACES = LOCAL | {"country"}
TALKED_OF = frozenset(("general", "host", "bare"))
"""Sorts of what a sentence may begin with that has no figures of its own, or is weighed."""
INTRODUCED = re.compile(r"[^,.;:()\n]{2,60}, ")
"""What may stand before what a sentence is of: when, who tells it."""
ASIDE = re.compile(r" ?\([^()\n]{1,60}\)")
"""What is told of a name in brackets: dự án tuyến metro số 1 │(Bến Thành - Suối Tiên)│ là 20 tỷ đồng."""
WHOSE = re.compile(r"của \S+(?: \S+)? (?:là|đạt|ước đạt|chỉ đạt|mới đạt|chỉ là) (?:khoảng |trên |gần |hơn )?")
FIRST = len("- X")
"""Code points before what begins a sentence."""


def under_heading(at: Standing) -> str | None:
    """The place that the section is of, where the sentence names none before the figure."""
    if at.local:
        return None
    starts, names = at.around.sections
    index = bisect_right(starts, at.line.span.start) - 1
    return names[index] or None if index >= 0 else None


def begins_clause(at: Standing) -> str | None:
    """What begins the clause of a figure, or its sentence where nothing else is named in between."""
    floor = at.line.span.start
    leads = at.around.leads
    led = [
        each for each in leads[bisect_left(leads, at.begin, key=START) : bisect_left(leads, at.figure, key=START)] if each.end <= at.figure
    ]
    begun = [each for each in at.named if _may_be_subject(at.text, each) and begins(at.text, floor, each.start)]
    last = max([*led, *begun], key=lambda each: (each.start, each.end), default=None)
    if last is None or last.apart or any(each.start >= last.end for each in at.named):
        return None
    opens = last in led and last.start - floor < FIRST
    tight = at.figure - last.end <= len(" (")
    aside = ASIDE.match(at.text, last.end, at.figure)
    return last.name if opens or tight or not parted(at.text, aside.end() if aside else last.end, at.figure) else None


def called(at: Standing) -> str | None:
    """The body called by its kind alone that begins the clause of a figure, where nothing else is named behind it."""
    found = at.around.called
    last = next(iter(reversed(found[bisect_left(found, at.begin, key=START) : bisect_left(found, at.figure, key=START)])), None)
    if last is None or last.apart or any(each.start >= last.end and each.sort != "bare" for each in at.named):
        return None
    return last.name


def begins_sentence(at: Standing) -> str | None:
    """What the sentence begins with, where it names nothing else before the figure."""
    match at.local:
        case [only] if only.start - at.line.span.start < FIRST and only.sort not in TALKED_OF:
            return only.name
        case [only] if only.sort in PLACES and INTRODUCED.fullmatch(at.text, at.line.span.start, only.start):
            return only.name
    return None


def another_kind(at: Standing) -> str | None:
    """The kind of place that begins the clause, or whose figure it is, where the text is about one of another size: in a report of a
    province, │huyện có 95 ha; in one of a district, bình quân chung của │tỉnh là 9%."""
    last = at.near[-1] if at.near else None
    if last is not None and last.sort == "bare" and WHOSE.fullmatch(at.text, last.start - len("của "), at.figure):
        return last.name if _of_another_size(at, last) else None
    match at.local:
        case [only] if only.sort == "bare" and begins(at.text, at.line.span.start, only.start) and not at.text.startswith(",", only.end):
            return only.name if _of_another_size(at, only) else None
    return None


def _of_another_size(at: Standing, mention: Mention) -> bool:
    own = (SIZES.get(sort_of(at.own), 0) or SIZES.get(sort_of(f"{at.around.spoken} "), 0)) if at.own else 0
    return own > 0 and SIZES.get(sort_of(f"{mention.name} "), own) != own


def _may_be_subject(text: str, mention: Mention) -> bool:
    """Whether it is of a sort of which a figure is whose clause it begins; a town is where its number follows at once."""
    return mention.sort in SUBJECTS or (mention.sort == "city" and text[mention.end : mention.end + len(" 5")][1:].isdigit())
