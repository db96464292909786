"""The words that stand where the one who acts stands, whether or not they are known as a name.

    "đề nghị báo cáo viên các xã cần │ tuyên truyền …"          asked: between the verb of asking and the action
    "…; các chủ thể liên quan phải │ rà soát …"                  opens: from the start of the clause
    "Thời gian tới, hộ kinh doanh cần │ niêm yết giá"           opens, after the comma

What speaks for them is weighed beside the names (`rules.acting`).
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from giaoban.model import Span
from giaoban.reading.choosing import Group
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention, PlaceMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.assignees import SKIPPED
from giaoban.reading.rules.clauses import Clause
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, does, wording

ASKING = BIT["say_order"] | BIT["say_request"]
VERBS = ASKING | BIT["say"] | BIT["action"] | BIT["past"] | BIT["negative"]
STOPS = frozenset(';:.“”"()…?!–*+')
MODALS = frozenset(("cần", "phải", "sẽ", "nên", "hãy"))
LONGEST = 24
"""Syllables of the longest subject."""
DEEDS = frozenset(
    listed("""
công khai, đối chiếu, trang bị, cho mượn, chạy đua, trực tiếp, bàn giao, phân khai, sắp xếp, bố trí, chi trả, giải ngân, thu gom, nạo vét,
gửi, trình, thẩm định, bổ sung, điều chỉnh, vận động, mở, cử, cấp, lập, phun, tiêm, sửa, đôn đốc, nắm, phân công, kiểm tra, hướng dẫn,
tham mưu, giám sát, rà lại, xây, phối hợp, dừng, dành, giao, chốt
""")
)
"""Verbs of tasks that end the name of a body before them."""
ABOUT = 5
"""Code points of "Các " before it."""
SHORT, LONG = 4, 10
"""Syllables up to which, and beyond which, a subject counts as short or long."""


def subjects(page: Page, clause: Clause) -> Iterator[tuple[Group, str]]:
    """What stands before the action of a directive as its subject, with what speaks for it; at most two readings."""
    line, end = clause.line, clause.first
    while end and line.words[end - 1] in SKIPPED:
        end -= 1
    modal = not MODALS.isdisjoint(line.words[end : clause.first])
    start, how = _start(line, end)
    comma = max((at + 1 for at in range(start, end) if line.words[at] == ","), default=start)
    for first, where in ((start, how), (comma, f"{how} after comma")) if comma > start else ((start, how),):
        if 0 < end - first <= LONGEST:
            last = _before_verb(page, line, first, end)
            words = tuple(line.words[first:last])
            yield _speaks(where, modal, words, line.said[first][0].isupper()), page.text[line.starts[first] : line.ends[last - 1]]


def _before_verb(page: Page, line: Syllables, first: int, end: int) -> int:
    """Where a subject ends that opens with a body or place: before the verb of an earlier action (Sở Y tế │ trang bị thêm …)."""
    said = Span(line.starts[first], line.ends[end - 1])
    named = [*page.within(BodyMention, said), *page.within(PlaceMention, said)]
    known = max((bisect_left(line.starts, each.span.end) for each in named if each.span.start <= line.starts[first] + ABOUT), default=end)
    for at in range(known, end):
        if line.said[at].islower() and (line.words[at] in DEEDS or " ".join(line.words[at : at + 2]) in DEEDS):
            return at
    return end


def _start(line: Syllables, end: int) -> tuple[int, str]:
    """Where the subject begins that ends before syllable `end`: after a verb of asking, or after a mark."""
    words, asked = line.words, _asked()
    for at in range(end, max(0, end - LONGEST), -1):
        last = words[at - 1]
        if last in STOPS:
            return at, "opens"
        if last in asked and (asked[last] or (at > 1 and f"{words[at - 2]} {last}" in asked)):
            return at, "asked"
    return max(0, end - LONGEST), "opens" if end <= LONGEST else "runs"


@cache
def _asked() -> dict[str, bool]:
    """Verbs of asking of one or two syllables, and the last syllables of those; whether they are such a verb by themselves."""
    verbs = [phrase for phrase, kinds in wording().items() if kinds & ASKING and phrase.count(" ") < 2]
    return dict.fromkeys((verb.rsplit(" ", 1)[-1] for verb in verbs), False) | dict.fromkeys(verbs, True)


@lru_cache(maxsize=4096)
def _speaks(where: str, modal: bool, words: tuple[str, ...], capital: bool) -> Group:
    verbs = does(words, VERBS)
    size = "short" if len(words) <= SHORT else "long" if len(words) > LONG else "middle"
    said = f"subject {where}"
    return (
        said, f"{said} modal={modal} verbs={verbs}", f"{said} {size} verbs={verbs}", f"{said} capital={capital} modal={modal}",
        f"subject modal={modal} {size}", f"subject first={words[0]}",
    )  # fmt: skip
