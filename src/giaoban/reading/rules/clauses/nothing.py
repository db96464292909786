"""What looks like a clause and counts for nothing: a wish, a law, an order of long ago, words that close a notice, an assent, a mere time.

    "hy vọng người dân sớm ổn định cuộc sống"          a wish
    "Đối với kiến nghị │nâng mức hỗ trợ│: Sở Tài chính rà soát"    what is asked about
    "hoàn thành trước ngày 20/6"                        only by when

What must and must not be read: corpus/findings.tsv, corpus/directives.tsv.
"""

from collections.abc import Sequence
from itertools import pairwise

from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.actors import DEEDS
from giaoban.reading.rules.clauses.begins import WITHIN, about, closes, leads_only, may_close
from giaoban.reading.segments import Segment
from giaoban.reading.syllables import shape
from giaoban.reference.wording import BIT, does

WISHES = {("hy", "vọng"), ("hi", "vọng")}
LAWS, RULES = frozenset(("luật", "hiến", "điều")), ("quy", "định")
BY_LAW = frozenset((("nghị", "định"), ("thông", "tư")))
"""First syllables of a sentence about a law, what the law does, and how other laws are called."""
NEAR = 6
"""Syllables before a clause in which hoping makes it a wish."""
LONG_AGO = frozenset((("năm", "ngoái"), ("năm", "trước"), ("tháng", "trước"), ("tuần", "trước"), ("trước", "đó"), ("trước", "đây")))
"""How a sentence opens that tells of what was asked before."""
YEAR = shape("2000")
CONCLUDING = frozenset((("kết", "luận"), ("như", "sau"), ("chỉ", "đạo"), ("ý", "kiến")))
"""What stands before the colon of a sentence that leads on to what somebody concludes."""
HEARD = ["sau", "khi", "nghe"]
"""How a sentence opens that tells after what somebody concludes."""
LONG = 200
"""Syllables in which the colon is looked for."""
ASSENTING = frozenset(("thống", "nhất", "đồng", "ý", "trí", "chủ", "trương", "về", "với", "trên", "cơ", "bản", "cao"))
"""Syllables of nothing but an assent: thống nhất chủ trương."""
CONSENT = frozenset((("đồng", "ý"), ("nhất", "trí"), ("thống", "nhất")))
TO_WHAT = frozenset((
    ("với", "đề"), ("với", "báo"), ("với", "ý"), ("với", "nội"), ("với", "kiến"), ("với", "chủ"), ("theo", "đề"), ("chủ", "trương"),
    ("đề", "xuất"), ("như", "đề"), ("về", "chủ"),
))  # fmt: skip
"""What follows an assent that asks nobody: thống nhất với đề xuất của Sở Y tế, đồng ý chủ trương bổ sung biên chế."""
ON = frozenset(("về", "của", "cho", "trong", "tại"))
"""How it goes on to say what the proposal is on: đồng ý với đề xuất của Sở Y tế │về bổ sung 20 biên chế│."""
OWNER, CHARGED = "của", "giao"
TO_BE_DONE = frozenset(("thành", "xong", "hạn", "tất", "hoàn"))
QUARTERS = frozenset(("i", "ii", "iii", "iv"))
OF_TIME = (
    TO_BE_DONE
    | QUARTERS
    | frozenset(
        listed("""
thời, gian, thực, hiện, trước, trong, ngày, tháng, quý, năm, chậm, nhất, muộn, là, vào, đến, hết, cuối, đầu, giờ, này, tới,
chót
""")
    )
)
"""Syllables of nothing but when something is to be done: "thời gian hoàn thành trước ngày 25/9"."""
SEASONS = frozenset(("mùa", "mưa", "lũ", "bão", "khô", "tết", "vụ", "phải", "cần"))
"""Syllables by which a time is told without a number, and that it must be."""


REPORTS = (("báo", "cáo", "kết", "quả"), ("báo", "cáo"), ("trình",))
"""What a directive only says that the one before is to be reported, if nothing but a time follows."""
NO_HARM = frozenset((("xảy", "ra"), ("để", "xảy"), ("phát", "sinh"), ("ghi", "nhận")))
DENIES = frozenset(("không", "chưa"))
JUDGING = frozenset(("đánh", "nhận", "cao", "trong", "và", "về"))
"""What follows an assent with which somebody judges: thống nhất đánh giá."""
IN_PRINCIPLE = frozenset((("về", "nguyên"), ("về", "chủ"), ("về", "việc")))
"""What follows one with which something is granted: đồng ý về nguyên tắc."""
PUT_OFF = frozenset((("chưa", "xem", "xét"), ("chưa", "đồng", "ý"), ("chưa", "chấp", "thuận"), ("chưa", "thống", "nhất")))
"""How it opens that something is put off, which nobody is to do."""
PRESIDING = frozenset((("chủ", "trì"), ("chủ", "tọa"), ("chủ", "toạ")))
SITTINGS = frozenset(("họp", "giao", "hội", "cuộc", "buổi", "phiên", "kỳ"))
"""What he does who presides, and the first syllables of what."""
ASKED = frozenset(("phải", "cần", "giao", "yêu", "nghị", "sẽ", "ủy", "công"))
"""Syllables by which one is told to do so: phải, đề nghị, ủy quyền, phân công."""
PAIR, ITEM = 2, 4
ENDED = frozenset((";", ".", ":", CHARGED, "yêu", "phải", "cần"))
"""Syllables and marks behind which more is said than what is assented to."""
GOES_OVER = frozenset(
    (("đánh", "giá"), ("kiểm", "điểm"), ("nhìn", "lại"), ("rà", "soát"), ("thảo", "luận"), ("tổng", "kết"), ("sơ", "kết"))
)
TO_DISCUSS = frozenset(
    (
        ("bàn", "giải"),
        ("bàn", "các"),
        ("bàn", "biện"),
        ("bàn", "nhiệm"),
        ("bàn", "phương"),
        ("bàn", "việc"),
        ("triển", "khai"),
        ("đề", "ra"),
    )
)
"""What a meeting does first, and what it does then."""
JUDGED = frozenset(("đã", "được", "còn", "chưa", "rất", "nhiều", "khá", "vẫn"))
SUCH = frozenset(("năm", "dịp", "nơi", "tỉnh", "huyện", "xã", "địa", "đơn", "cơ", "thời", "giai"))
"""How it goes on behind "là" to say what something is: năm, địa phương, đơn vị, cơ hội, thời điểm."""
BUT = frozenset(("nhưng", "song", "tuy", "còn", "vẫn", "chậm"))
"""Syllables with which something is blamed all the same."""


def counts_for_nothing(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch that is likely a clause is one of these."""
    return any(tells(paragraph, found) for tells in TELLS)


def _is_about(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it stands in what a sentence is about, before the colon: "Đối với kiến nghị nâng mức hỗ trợ: Sở Tài chính rà soát"."""
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    return found.kind == "D" and about(line, len(line.words)) > first


def _only_assents(paragraph: Paragraph, found: Segment) -> bool:
    """Whether somebody only assents: "thống nhất chủ trương", "đồng ý với đề xuất của Sở Y tế │về bổ sung 20 biên chế│"."""
    if found.kind != "D":
        return False
    words = words_of(paragraph, found)
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    return (
        words[:3] in PUT_OFF
        or _put_off(line.words, first)
        or ASSENTING.issuperset(words)
        or (_agrees(paragraph, found) and not _charges(words))
    )


def _put_off(words: Sequence[str], first: int) -> bool:
    """Whether the sentence opens with putting off what stands at syllable `first`: Chưa xem xét đề nghị │mua máy gặt│."""
    at = next((at for at in range(min(ITEM, first + 1)) if tuple(words[at : at + 3]) in PUT_OFF), None)
    return at is not None and first - at <= WITHIN and ENDED.isdisjoint(words[at:first])


def _agrees(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it is, or belongs to, what the sentence opens with an assent to."""
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    opens = next((at for at in range(first, max(-1, first - WITHIN), -1) if tuple(line.words[at : at + PAIR]) in CONSENT), None)
    if opens is None or tuple(line.words[opens + PAIR : opens + 2 * PAIR]) not in TO_WHAT:
        return False
    goes_on = line.words[first] in ON or line.words[first - 1] == OWNER or line.said[first][0].isupper()
    return first in (opens, opens + PAIR) or (goes_on and ENDED.isdisjoint(line.words[opens:first]))


def _charges(words: tuple[str, ...]) -> bool:
    """Whether somebody is charged in it with something to do: "… và giao Sở Công Thương hướng dẫn nhà đầu tư"."""
    if CHARGED not in words:
        return False
    rest = words[words.index(CHARGED) + 1 :]
    return does(rest, BIT["action"]) or any(" ".join(pair) in DEEDS for pair in pairwise(rest))


def _wished(paragraph: Paragraph, found: Segment) -> bool:
    """Whether somebody only hopes for it: "hy vọng người dân sớm ổn định cuộc sống"."""
    first = paragraph.parts[found.first].first
    words = paragraph.lines[paragraph.within[found.first]].words[max(0, first - NEAR) : first]
    return any(pair in WISHES for pair in pairwise(words))


def _says_what_it_is(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says what something is: "năm 2024 là │năm bứt phá thực hiện nghị quyết│"."""
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    said = line.words[first - 1 : first + 1] if first else []
    return found.kind == "D" and said[:1] == ["là"] and said[-1] in SUCH


def _of_law(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a law is told of: "Luật Đất đai quy định người sử dụng đất phải nộp thuế"."""
    words = paragraph.lines[paragraph.within[found.first]].words
    return (words[0] in LAWS or tuple(words[:PAIR]) in BY_LAW) and RULES in pairwise(words[: paragraph.parts[found.first].first])


def _long_ago(paragraph: Paragraph, found: Segment) -> bool:
    """Whether an order of the past is told: "Năm ngoái, UBND tỉnh đã yêu cầu các sở rà soát quy hoạch"."""
    words = paragraph.lines[paragraph.within[found.first]].words
    opens = found.kind == "D" and (tuple(words[:2]) in LONG_AGO or words[:2] == ["năm", YEAR])
    return opens and "đã" in words[: paragraph.parts[found.first].first]


def _says_nothing(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only closes a notice ("thông báo để các đơn vị biết, thực hiện") or leads on to what follows ("còn một số hạn chế:")."""
    line, closing = (paragraph.lines[paragraph.within[at]] for at in (found.first, found.last - 1))
    first, last = paragraph.parts[found.first].first, paragraph.parts[found.last - 1].last
    if found.kind == "D":
        return may_close(line, first) and closes(line.words, first)
    return line is closing and leads_only(line, first, last)


def only_when(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says by when the directive before is to be done: "hoàn thành trước ngày 20/6"."""
    return found.kind == "D" and tells_only_when(words_of(paragraph, found))


def tells_only_when(words: Sequence[str]) -> bool:
    """Whether syllables say nothing but by when something is to be done: "hoàn thành trong quý III"."""
    if TO_BE_DONE.isdisjoint(words) or not (numbered(words) or not SEASONS.isdisjoint(words)):
        return False
    return all(word in OF_TIME or word in SEASONS or not word.isalpha() for word in words)


def numbered(words: Sequence[str]) -> bool:
    """Whether one of them is a number, be it that of a quarter."""
    return any(word[0].isdigit() or word in QUARTERS for word in words)


def only_reports(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says that the directive before is to be reported by some time: "rà soát các chợ, │báo cáo trước ngày 20/11│"."""
    words = words_of(paragraph, found)
    told = next((len(each) for each in REPORTS if words[: len(each)] == each), 0)
    rest = words[told:]
    return bool(told and rest) and found.kind == "D" and all(word in OF_TIME or not word.isalpha() for word in rest)


def words_of(paragraph: Paragraph, found: Segment) -> tuple[str, ...]:
    """The syllables of a stretch, folded, without the marks between its fragments."""
    return tuple([word for part in paragraph.parts[found.first : found.last] for word in part.words])


def _presides(paragraph: Paragraph, found: Segment) -> bool:
    """Whether somebody is only told to preside, whom nobody asks to: "Giám đốc Sở Y tế │chủ trì giao ban với các bệnh viện│"."""
    words = words_of(paragraph, found)
    if found.kind != "D" or words[:PAIR] not in PRESIDING or SITTINGS.isdisjoint(words[PAIR : PAIR + 1]):
        return False
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    return ASKED.isdisjoint(line.words[max(0, first - WITHIN) : first])


def _leads_to_conclusions(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says after what, or that, somebody concludes: "Sau khi nghe báo cáo tình hình, Ban Thường vụ kết luận:"."""
    line, last = paragraph.lines[paragraph.within[found.last - 1]], paragraph.parts[found.last - 1].last
    if line.words[: len(HEARD)] == HEARD:
        return last <= LONG and ":" not in line.words[:last] and ":" in line.words[last : last + WITHIN]
    return line.words[last : last + 1] == [":"] and words_of(paragraph, found)[-2:] in CONCLUDING


def _did_not_happen(paragraph: Paragraph, found: Segment) -> bool:
    """Whether what would be a shortcoming is only said not to have happened: "trong tuần không xảy ra tai nạn giao thông"."""
    words = words_of(paragraph, found)
    denied = found.kind == "H" and any(words[at : at + 2] in NO_HARM and words[at - 1] in DENIES for at in range(1, len(words)))
    return denied and BUT.isdisjoint(words)


def _on_agenda(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it only says what a meeting is to go over: hội nghị đánh giá │công tác quý I và bàn giải pháp quý II│."""
    if found.kind == "D":
        return False
    line, first, last = (
        paragraph.lines[paragraph.within[found.first]],
        paragraph.parts[found.first].first,
        paragraph.parts[found.last - 1].last,
    )
    said = line.words[max(0, first - PAIR) : last]
    return tuple(said[:PAIR]) in GOES_OVER and any(pair in TO_DISCUSS for pair in pairwise(said)) and JUDGED.isdisjoint(said)


def _openings(words: Sequence[str], first: int) -> list[int]:
    """Where an assent may open before syllable `first`: at the head of an item, or right behind what it is about."""
    return [*range(min(ITEM, first + 1)), *(at + 1 for at in range(max(0, first - WITHIN), first) if words[at] == ":")]


def _asked_for(paragraph: Paragraph, found: Segment) -> bool:
    """Whether what would be a judgement is assented to, or given to a body: đồng ý │xây dựng đề án│; │giao Ban Tổ chức chỉ đạo│."""
    if found.kind == "D":
        return False
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    if line.words[first] == CHARGED and line.said[min(first + 1, len(line.said) - 1)][:1].isupper():
        return True
    opens = next((at for at in _openings(line.words, first) if tuple(line.words[at : at + PAIR]) in CONSENT), None)
    if opens is None or opens + PAIR >= len(line.words):
        return False
    judges = line.words[opens + PAIR] in JUDGING and tuple(line.words[opens + PAIR : opens + 2 * PAIR]) not in IN_PRINCIPLE
    return not judges and BUT.isdisjoint(line.words[opens : first + 1])


TELLS = (
    _presides,
    _leads_to_conclusions,
    _is_about,
    _only_assents,
    _wished,
    _of_law,
    _says_what_it_is,
    _long_ago,
    _says_nothing,
    only_when,
    _did_not_happen,
    _asked_for,
    _on_agenda,
)
