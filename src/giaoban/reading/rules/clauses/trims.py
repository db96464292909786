"""What a clause loses and gains at its ends: a list's dash and a word that only joins fall away, a verb cut off comes back.

    "│- Giải phóng mặt bằng còn chậm│"              Giải phóng mặt bằng còn chậm
    "│siết quản lý đất đai, rừng và│ nguồn nước"    siết quản lý đất đai, rừng
    "6. Gắn tuần tra với │bảo vệ rừng│"             Gắn tuần tra với bảo vệ rừng
    "rà soát, │sắp xếp lại trụ sở│"                 rà soát, sắp xếp lại trụ sở

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv.
"""

from collections.abc import Sequence

from giaoban.reading.engine import Page
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.actors import SEVERAL, begins
from giaoban.reading.rules.clauses.behind import SIMPLE, body_ends
from giaoban.reading.rules.named.verbs_behind import CHARGED
from giaoban.reading.signals import DASHES, MARKS
from giaoban.reading.syllables import Syllables
from giaoban.reference.wording import BIT, wording

ELSE = (
    ("nếu", "không", "hoàn", "thành"), *(("nếu", "không", done) for done in ("xong", "đạt", "kịp", "được")), ("nếu", "không"),
    ("hạn", "cuối"), ("hạn", "chót"), ("chậm", "nhất"), ("muộn", "nhất"),
    ("nếu", "chậm"),
)  # fmt: skip
"""What opens what comes of a task that is not done: xong trước 20/11, │nếu không xong│ phải giải trình."""
JOINING = (
    *ELSE,
    ("và", "giao"),
    ("đồng", "thời", "giao"),
    ("đồng", "thời"),
    ("cùng", "với"),
    ("trong", "đó"),
    ("và",),
    ("hoặc",),
    ("nhưng",),
    ("song",),
)
SPLIT = frozenset(listed("gắn, đưa, lấy, biến, dành, coi, chuyển, ứng, trích, tạm ứng"))
"""Verbs whose object stands before the word they need: gắn … với, đưa … vào, lấy … làm, biến … thành, dành … cho."""
IN_CASES, ITEM = ("đối với trường hợp", "đối với các trường hợp", "đối với những trường hợp", "với các trường hợp"), 4
"""How a sentence opens that tells first in which cases, behind the number of its item."""
MUST = frozenset(("phải", "cần", "được"))
SUMS = frozenset((("số", "tiền"), ("tổng", "số"), ("trị", "giá"), ("tổng", "tiền"), ("kinh", "phí"), ("giá", "trị")))
"""What opens how much what was told comes to."""
WHICHEVER = "nào"
THINGS = frozenset(listed("việc, công tác, quá trình, nội dung, kế hoạch, chất lượng, tiến độ"))
"""What opens the name of a thing of which is told what must become of it: công tác trả hồ sơ phải │bảo đảm đúng hẹn."""
BEFORE = frozenset(("cầu", "nghị", "ý", "mạnh", "rõ", "rằng"))
"""What stands before such a name: yêu cầu, đề nghị, lưu ý, nhấn mạnh."""
LONGEST = 16
"""Syllables of the longest name of one."""
PAIR = 2
"""Syllables of an action."""
FOLLOWS_FROM = frozenset(listed("sở, khi, sau, trước, qua, quả, tác, việc, theo, từ, bằng, nhờ, do, để, trong, được, đã, về, cho, của"))
"""Syllables before an action that is a circumstance or a thing: cơ sở, sau khi, kết quả, công tác │ rà soát."""
PURPOSES = frozenset(("để", "nhằm"))
ASKS = frozenset((("đề", "nghị"), ("yêu", "cầu"), ("kiến", "nghị"), ("mong", "muốn"), ("đề", "xuất")))
BARE = frozenset(("bộ", "sở", "cục", "tỉnh", "huyện", "xã", "thôn", "ngành", "phường", "viện", "trường"))
"""Who is asked, called by his kind alone: đề nghị │Bộ│ ứng vốn."""
WHOSE = frozenset(("có", "còn", "đang", "đã", "chưa", "thuộc", "nằm", "ở"))
"""How it is told which of several are meant: các xã │có│ rừng."""
UNDONE = frozenset(("chưa", "không"))
HOW = frozenset(
    (("tiếp", "tục"), ("khẩn", "trương"), ("chủ", "động"), ("tập", "trung"), ("kịp", "thời"), ("thường", "xuyên"), ("trực", "tiếp"))
)
"""How it is to be done, before the first of several actions."""
SURVEYS = frozenset(("khảo sát", "thống kê", "đo đạc", "kiểm đếm", "cân đối", "kiểm điểm"))
"""Actions that seldom stand alone."""
OPENING = MARKS | DASHES
"""Marks behind which a clause opens."""
REACH = 6
"""Syllables of the object of such a verb, at most, that stand before a clause cut off from it."""


def dashes(words: Sequence[str]) -> int:
    """How many of its first syllables are the dash of a list; the last never is."""
    return next((at for at, word in enumerate(words[:-1]) if word not in DASHES), 0)


def joins(words: Sequence[str]) -> int:
    """How many of its last syllables only join what follows; of the first two none does."""
    return next((len(each) for each in JOINING if len(words) > len(each) + 1 and tuple(words[-len(each) :]) == each), 0)


def must_behind(line: Syllables, first: int, end: int) -> int | None:
    """Where the duty begins of a directive at syllable `first` that only says who has it: các xã có rừng │phải tuần tra│."""
    undone = not UNDONE.isdisjoint(line.words[max(0, first - PAIR) : first])
    if not undone and (line.words[first] not in WHOSE or SEVERAL.isdisjoint(line.words[max(0, first - 3) : max(0, first - 1)])):
        return None
    for at in range(first + 1, min(first + REACH, len(line.words))):
        if line.words[at] in MARKS or line.starts[at] >= end:
            return None
        if line.words[at] == "phải":
            return at
    return None


def after_then(line: Syllables, first: int, end: int) -> int | None:
    """Where the deed begins behind the word that only says it comes of a condition: nếu không đạt │thì │đề xuất chấm dứt hợp đồng."""
    at = first + 1
    return at if line.words[first] == "thì" and at < len(line.words) and line.starts[at] < end and begins(line, at) else None


def after_case(line: Syllables, first: int, end: int) -> int | None:
    """Where the deed begins behind the cases that it is for: Đối với trường hợp │không nhận tiền, │lập hồ sơ cưỡng chế."""
    if not any(" ".join(line.words[at : at + 5]).startswith(IN_CASES) for at in range(min(ITEM, first + 1))):
        return None
    commas = (at for at in range(first, min(first + LONGEST, len(line.words) - 1)) if line.words[at] == ",")
    return next((at + 1 for at in commas if line.starts[at + 1] < end and begins(line, at + 1)), None)


def after_kind(line: Syllables, first: int, end: int) -> int | None:
    """Where the deed begins of a directive that opens with whom it is asked of by his kind alone: kiến nghị │huyện │cấp thêm thùng rác│."""
    at = first + PAIR if tuple(line.words[first : first + PAIR]) in ASKS else first
    if tuple(line.words[max(0, at - PAIR) : at]) not in ASKS or line.words[at : at + 1] == [] or line.words[at] not in BARE:
        return None
    deed = at + 1
    if deed >= len(line.words) or line.starts[deed] >= end:
        return None
    return deed if line.words[deed] in SIMPLE or begins(line, deed) else None


def after_aside(line: Syllables, first: int, end: int) -> int | None:
    """Where a directive begins behind the sum that closes the one before it, or behind who it is that must.

    "│số tiền 1.240 triệu đồng; │báo cáo Thường trực", "xã │nào để kéo dài │phải chịu trách nhiệm"
    """
    opens = tuple(line.words[first : first + PAIR])
    stop = frozenset((";",)) if opens in SUMS else MUST if opens[0] == WHICHEVER else None
    if stop is None:
        return None
    at = next((at for at in range(first + 1, min(first + LONGEST, len(line.words) - 1)) if line.words[at] in stop), None)
    if at is None or line.starts[at + 1] >= end:
        return None
    return at + 1 if opens in SUMS else at


def thing_before(line: Syllables, first: int) -> int:
    """The first syllable of the thing of which a directive at syllable `first` tells what must become; `first` where none is."""
    at = first
    while at and line.words[at - 1] in MUST:
        at -= 1
    if at == first and line.words[first] not in MUST:
        return first
    for place in range(at - 2, max(at - LONGEST, -1), -1):
        if line.words[place + 1] in MARKS:
            break
        named = line.words[place] in THINGS or " ".join(line.words[place : place + 2]) in THINGS
        if named and place and line.words[place - 1] in BEFORE:
            return place
    return first


def before_purpose(page: Page, line: Syllables, first: int) -> int:
    """Where the deed begins of a directive at syllable `first` that is only what it is for: đề nghị Bộ │ứng 50 tỷ đồng │để trả cho dân."""
    if line.words[first] not in PURPOSES or line.words[first + 1 : first + 2] == ["lại"]:
        return first
    for at in range(first - 1, max(-1, first - LONGEST), -1):
        if line.words[at] in MARKS:
            return first
        asks = tuple(line.words[max(0, at - 1) : at + 1]) in ASKS or line.words[at] in MUST or line.words[at] == "sẽ"
        if asks or body_ends(page, line, at + 1):
            begun = at + 1 + (asks and line.words[at + 1] in BARE)
            return begun if begun < first else first
    return first


def verbs_before(line: Syllables, first: int) -> int:
    """The first syllable of the actions that share the object of a directive at syllable `first`: │rà soát,│ sắp xếp lại trụ sở."""
    at = first
    while at > PAIR and line.words[at - 1] == "," and _acts(line, at - 1 - PAIR) and _is_asked(line, at - 1 - PAIR):
        at -= PAIR + 1
    before = at - PAIR - 1
    if before >= 0 and line.words[at - 1] == "và" and _acts(line, before) and (not before or line.words[before - 1] in OPENING):
        at = before
    while at < first and at >= PAIR and tuple(line.words[at - PAIR : at]) in HOW:
        at -= PAIR
    return at


def _is_asked(line: Syllables, at: int) -> bool:
    """Whether the action at syllable `at` is one that is asked, not what something follows from: Trên cơ sở │rà soát, …"""
    return not at or line.words[at - 1] not in FOLLOWS_FROM


def _acts(line: Syllables, at: int) -> bool:
    pair = " ".join(line.words[at : at + PAIR])
    return pair == CHARGED or pair in SURVEYS or bool(wording().get(pair, 0) & BIT["action"])


def split_verb(line: Syllables, first: int) -> int:
    """The syllable of the verb that opens the sentence and whose object `first` stands in; `first` itself where there is none.

    It opens the sentence by its capital: after a number or the dash of a list, or as its first word.
    """
    for at in range(first - 1, max(first - REACH, 0) - 1, -1):
        if line.words[at] in MARKS:
            break
        if line.words[at] in SPLIT and line.said[at][0].isupper():
            return at
    return first
