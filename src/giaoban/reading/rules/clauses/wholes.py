"""Stretches that are whole finds: none is only how the next is done or only by when, none reaches into another sentence.

    "chủ trì │, phối hợp với Chi cục Thuế rà soát nguồn thu"      one directive
    "công khai trên báo│, đài│; phối hợp với ngân hàng"           the radio belongs to the first
    "phân bổ đúng nguyên tắc│; nhân dân │đồng tình hiến đất"       the people belong to the second
    "tăng cường giám sát. │“Không thể chờ│"                       up to the full stop

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.rules.clauses.actors import DEEDS
from giaoban.reading.rules.clauses.judged import TELLS, whole_subjects
from giaoban.reading.rules.clauses.nothing import numbered, only_reports, only_when, words_of
from giaoban.reading.rules.clauses.trims import HOW, PAIR
from giaoban.reading.segments import Segment
from giaoban.reference.wording import BIT, does, wording

LEADS = ("chủ", "trì")
MANNERS = frozenset((("chủ", "trì"), ("chủ", "động"), ("tích", "cực"), ("nỗ", "lực"), ("quyết", "tâm"), ("mạnh", "dạn")))
"""How something is to be done: what is to be done comes after the comma."""
MORE = frozenset(("nhất", "đặc", "trong", "gồm", "như", "và"))
"""What opens words that only say more of what was said: nhất là, trong đó."""
DOES = BIT["action"] | BIT["say_order"] | BIT["say_request"]
ONLY, NO_LIMIT = frozenset(("mới", "chỉ")), frozenset(("số", "tiêu", "đạo", "thị", "lo", "huy"))
"""How it opens that something came so far only, and the second syllables of other words that begin so: chỉ số."""
THEN, IS = "thì", "là"
JOINS = MORE | frozenset(("nhưng", "song", "đồng"))
"""What opens something else, not what is said of what was named."""
THING = 3
"""Syllables of the longest thing that ends a list."""


def wholes(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """The finds of a paragraph, each whole, in their order."""
    judged = _with_how_far(paragraph, whole_subjects(paragraph, found))
    for each in _with_ends(paragraph, _with_manner(paragraph, _with_work(paragraph, judged))):
        yield _ended(paragraph, _said_of(paragraph, _in_a_sentence(paragraph, each)))


def _with_how_far(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """Shortcomings with how far it came, which names nothing else: "bệnh án điện tử triển khai chậm│, mới áp dụng ở 6/24 khoa│"."""
    last: Segment | None = None
    for each in found:
        if last and last.kind == each.kind == "H" and last.last == each.first and _only_so_far(words_of(paragraph, each)):
            last = last._replace(last=each.last)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _only_so_far(words: Sequence[str]) -> bool:
    return words[0] in ONLY and NO_LIMIT.isdisjoint(words[1:2])


def _said_of(paragraph: Paragraph, found: Segment) -> Segment:
    """A judgement that only names something, with what is said of it: "vốn các chương trình│ mục tiêu quốc gia mới đạt 31,8%"."""
    parts, last = paragraph.parts, found.last
    if found.kind == "D" or not TELLS.isdisjoint(words_of(paragraph, found)):
        return found
    while last < len(parts) and not parts[last].mark and paragraph.within[last] == paragraph.within[last - 1]:
        words = parts[last].words
        last += 1
        if words[0] in JOINS:
            break
        if not TELLS.isdisjoint(words) and words[-1] != IS:
            return found._replace(last=last)
    return found


def _ended(paragraph: Paragraph, found: Segment) -> Segment:
    """A find with the year behind a stroke, without the condition of what comes next.

    "trình trong quý II│/2024│", "định giá xong trước 15/11│, quá hạn │thì giải trình"
    """
    parts, last = paragraph.parts, found.last
    follows = parts[last] if last < len(parts) and paragraph.within[last] == paragraph.within[last - 1] else None
    if follows and follows.mark == "/":
        return found._replace(last=last + 1)
    conditional = (
        found.kind == "D"
        and follows is not None
        and follows.words[0] == THEN
        and last - 1 > found.first
        and parts[last - 1].mark[-1:] == ","
    )
    return found._replace(last=last - 1) if conditional else found


def _with_ends(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours parted where one ends: with the last thing of its list, without the subject of the next, which so begins with it.

    "công khai trên báo│, đài; │phối hợp với ngân hàng", "phân bổ đúng nguyên tắc│; nhân dân │đồng tình hiến đất"
    """
    last: Segment | None = None
    for each in found:
        first = each.first
        if each.kind != "D":
            free = last is None or last.last < first or (last.last == first and last.first < first - 1)
            first -= first > 0 and free and _names(paragraph, first - 1)
        elif last and last.kind == "D" and last.last == first:
            first += _ends(paragraph, each)
        if last:
            yield last._replace(last=first) if last.last == each.first else last
        last = each._replace(first=first)
    if last:
        yield last


def _names(paragraph: Paragraph, at: int) -> bool:
    """Whether the fragment at `at` is what the judgement right behind it is about: alone behind a semicolon, with no mark after it."""
    subject, follows = paragraph.parts[at], paragraph.parts[at + 1]
    alone = subject.mark[-1:] == ";" and not follows.mark and paragraph.within[at] == paragraph.within[at + 1]
    named = alone and len(subject.words) <= THING and subject.words[0] not in MORE and not does(subject.words, BIT["action"])
    return named and not does(follows.words[:2], BIT["say"])


def _ends(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a directive opens with a thing behind a comma, behind which a semicolon parts it from the rest, or an action follows."""
    parts, first = paragraph.parts, found.first
    opens, follows = parts[first], parts[first + 1] if first + 1 < found.last else None
    if follows is None or opens.mark[-1:] != "," or does(opens.words, DOES) or " ".join(opens.words) in DEEDS:
        return False
    acts = follows.mark[-1:] == "," and len(opens.words) == PAIR and does(follows.words[:PAIR], BIT["action"])
    return acts or (follows.mark[-1:] == ";" and len(opens.words) <= THING)


def _in_a_sentence(paragraph: Paragraph, found: Segment) -> Segment:
    """A find in the sentence in which most of it stands: none goes on behind a full stop."""
    within, parts = paragraph.within, paragraph.parts
    words: Counter[int] = Counter()
    for at in range(found.first, found.last):
        words[within[at]] += len(parts[at].words)
    most = max(words, key=lambda sentence: words[sentence])
    kept = [at for at in range(found.first, found.last) if within[at] == most]
    return found._replace(first=kept[0], last=kept[-1] + 1)


def _with_manner(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """Directives, none of which is only how the next is to be done, or an action that shares what the next is done to.

    "chủ trì │, phối hợp với Chi cục Thuế rà soát nguồn thu", "tập trung tuyên truyền │, vận động các hộ bàn giao đất"
    """
    manner: Segment | None = None
    for each in found:
        joined = manner is not None and each.kind == "D" and each.first == manner.last
        if manner and not joined:
            yield manner
        one = each._replace(first=manner.first) if manner and joined else each
        manner = one if one.kind == "D" and (_is_manner(paragraph, one) or _bare(paragraph, one)) else None
        if manner is None:
            yield one
    if manner:
        yield manner


def _is_manner(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says how, or that somebody leads: "giao Sở Tài chính chủ trì │, phối hợp với …"."""
    words = words_of(paragraph, found)
    return words in MANNERS or (words[-2:] == LEADS and not does(words[:-2], BIT["action"]))


def _bare(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it is an action without anything that it is done to, before a comma."""
    words = words_of(paragraph, found)
    deed = words[2:] if words[:2] in HOW else words
    goes_on = found.last < len(paragraph.parts) and paragraph.parts[found.last].mark == ","
    return goes_on and len(deed) == PAIR and bool(wording().get(" ".join(deed), 0) & BIT["action"])


def _numbered(paragraph: Paragraph, found: Segment) -> bool:
    return numbered(words_of(paragraph, found))


def _with_work(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """Directives, where one only says by when something is to be done, with what that is: "đẩy nhanh tiến độ, │phải xong trước mùa lũ".

    A time that tells no day goes on with the directive before it, of whose deadline nothing else would be known.
    """
    last: Segment | None = None
    for each in found:
        timed = each.first > 0 and only_when(paragraph, each) and paragraph.within[each.first - 1] == paragraph.within[each.first]
        goes_on = last is not None and last.last == each.first and last.kind == each.kind
        if last and goes_on and (only_reports(paragraph, each) or (timed and not _numbered(paragraph, each))):
            last = last._replace(last=each.last)
            continue
        if last:
            yield last
        last = each._replace(first=each.first - 1) if timed and (last is None or last.last < each.first) else each
    if last:
        yield last
