"""Who says what in which manner: a verb of saying, asking or telling with its speaker.

    "Bí thư Tỉnh ủy yêu cầu các sở"              Bí thư Tỉnh ủy, tells
    "…”, ông Nam đề nghị"                        ông Nam, asks; the words stand before the verb
    "Theo báo cáo của UBND tỉnh"                 UBND tỉnh, says

What must and must not be read: corpus/speech.tsv.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.rules.persons import Holder
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, longest, wording

VERBS = {
    "order": BIT["say_order"],
    "request": BIT["say_request"],
    "praise": BIT["praise"],
    "say": BIT["say"],
}
SPEAKING = sum(VERBS.values())
NOT_SAID = frozenset("theo báo kết thông quyết tồn hạn".split())
LIGHT = frozenset(
    "cũng đã còn đồng thời tiếp tục đặc biệt thẳng thắn phát biểu một lần nữa lại nhiều đề rõ và vừa thì chỉ , tiếp luôn tại khi nhấn mạnh biết cho kết luận chỉ đạo"
    .split()
)
"""Syllables that may stand between a speaker and his verb."""
FAR = 6


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech verb: `manner` order, request, praise or say; `speaker` as the text calls him there, None where the verb has none."""

    manner: str
    speaker: str | None


@rule(makes=Speech, needs=(Syllables, BodyMention, Holder))
def speeches(page: Page) -> Iterator[Found[Speech]]:
    for found in page.all(Syllables):
        line = found.what
        verbs = list(_verbs(line))
        if not verbs:
            continue
        named = speakers(page, found.span)
        ends = [span.end for span, _ in named]
        for first, last, manner in verbs:
            speaker = _speaker(line, named, ends, first)
            yield Found(Speech(manner, speaker), Span(line.starts[first], line.ends[last - 1]), confidence=0.9 if speaker else 0.6)


def speakers(page: Page, span: Span) -> list[tuple[Span, str]]:
    """Persons and bodies of a sentence as the text calls them, in order of where they end."""
    holders = page.within(Holder, span)
    within = [each.span for each in holders]
    bodies = [each for each in page.within(BodyMention, span) if not each.what.person and not _covered(within, each.span)]
    return sorted([(each.span, each.what.called) for each in holders] + [(each.span, each.what.name) for each in bodies])


def _covered(spans: list[Span], span: Span) -> bool:
    at = bisect_right(spans, span) - 1
    return at >= 0 and spans[at].covers(span)


def _verbs(line: Syllables) -> Iterator[tuple[int, int, str]]:
    phrases, reach, words, at = wording(), longest(), line.words, 0
    while at < len(words):
        steps = min(reach.get(words[at], 0), len(words) - at)
        while steps:
            found = phrases.get(" ".join(words[at : at + steps]) if steps > 1 else words[at], 0)
            if found:
                break
            steps -= 1
        if steps and found & SPEAKING and not found & BIT["action"]:
            yield at, at + steps, next(manner for manner, bit in VERBS.items() if found & bit)
        at += steps or 1


def _speaker(line: Syllables, named: list[tuple[Span, str]], ends: list[int], verb: int) -> str | None:
    """The nearest named before the verb with only light words between."""
    at = bisect_right(ends, line.starts[verb]) - 1
    if at < 0:
        return None
    gap = bisect_left(line.starts, ends[at])
    between = line.words[gap:verb]
    return named[at][1] if len(between) <= FAR and all(word in LIGHT for word in between) else None
