"""Whoever is to act, known by his kind alone, at the head of a directive: it begins after him.

    "yêu cầu │các hộ kinh doanh dỡ mái che"    dỡ mái che
    "│các xã, phường báo ngay vị trí sạt lở"   báo ngay vị trí sạt lở

What must and must not be read: corpus/directives.tsv.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from giaoban.model import Span
from giaoban.reading.engine import Page
from giaoban.reading.marks import BodyMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.desks import DESKS
from giaoban.reading.rules.named.persons import Holder
from giaoban.reading.signals import MARKS
from giaoban.reading.syllables import Syllables
from giaoban.reference.phrases import Phrases, by_syllables
from giaoban.reference.wording import BIT, wording

KINDS = listed("""
các hộ, hộ, hộ dân, bà con, người dân, nhân dân, người lao động, công nhân, chủ đầu tư, nhà đầu tư, nhà thầu, đơn vị thi công,
đơn vị tư vấn, tư vấn giám sát, chủ cơ sở, chủ trang trại, chủ rừng, chủ tàu, chủ xe, các chủ, hiệu trưởng, trưởng thôn, trưởng ấp,
trưởng bản, trưởng khu phố, trưởng xóm, trưởng các, bí thư các, giám đốc các, chủ tịch các, thủ trưởng, lãnh đạo, người đứng đầu, bộ phận,
kế toán, thủ quỹ, giáo viên, phụ huynh, học sinh, cán bộ, công chức, viên chức, đảng viên, hội viên, đoàn viên, chi hội, các chi hội,
chi bộ, các chi bộ, chi đoàn, cấp ủy, các cấp, phân xưởng, các phân xưởng, các đội, các tổ, tổ tự quản, các nhóm, các nhà máy,
nhà máy, các trường, các trường học, các đồn, các trạm, các hợp tác xã, hợp tác xã, các cửa hàng, các doanh nghiệp, doanh nghiệp,
các cơ sở, cơ sở, các ban, các phòng, các đơn vị, đơn vị, các đồng chí, mỗi xã, mỗi thôn, mỗi đồng chí, từng đồng chí, mỗi đơn vị,
mỗi ngành, từng xã,
từng đơn vị, lực lượng, lực lượng chức năng, cảnh sát, cơ quan, cơ quan thuế, các hội, các đoàn thể, các tiểu thương, tiểu thương,
các tổ chức, các chủ đầu tư, các nhà thầu, các nhà đầu tư, các bên, các ngân hàng,
các chi nhánh, các lực lượng, các tổ dân phố, thôn, ấp, xóm
""")
COUNTED = [f"{count} {kind}" for count in ("hai", "ba", "bốn", "năm", "sáu") for kind in ("xã", "phường", "huyện", "thôn", "sở", "phòng")]
"""Those of a kind that are told by their number: yêu cầu │ba xã│ công khai nợ."""
SEVERAL = frozenset(("các", "những", "mọi", "mỗi", "từng"))
"""Words before a kind of which several are meant: │các│ trưởng thôn."""
ASKS = frozenset((("đề", "nghị"), ("yêu", "cầu")))
ASSENTS = frozenset((("đồng", "ý"), ("thống", "nhất"), ("nhất", "trí")))
PLAN = ["chủ", "trương"]
"""What is assented to where nothing more is said of it: đồng ý │chủ trương│, thôn lập dự toán."""
TITLES = frozenset(("đồng", "ông", "bà"))
"""How a person begins who is charged: giao │đồng chí Bính│ kèm cặp một quần chúng."""
CHARGE, PARTS = "giao", frozenset((",", ";", "và"))
COSTS, COST_WITHIN = frozenset((("dự", "kiến"), ("kinh", "phí"), ("tổng", "kinh"), ("nguồn", "vốn"), ("tổng", "mức"))), 16
"""How it is told what something costs, which is no action, and within how many syllables."""
NEED, NEEDED = "cần", frozenset(("khoảng", "gần", "hơn", "trên", "thêm", "hết"))
MONEY = frozenset(("tỷ", "tỉ", "triệu", "nghìn", "đồng"))
"""What stands before a sum that is needed, and behind its number: cần khoảng │46 tỷ đồng."""
ALONE = "riêng"
"""What stands before him who is to do something of his own: │riêng│ thôn Tân Lập khẩn trương sửa đường điện."""
MOST = 8
"""Syllables at most between the kind and the action."""
STOPS = frozenset(';:.“”"()…?!') | frozenset(listed("không, chưa, đã, đang, bị, được, có, là, để, nhằm, còn, vẫn, sẽ, mà, thì, nếu, khi"))
"""Syllables that end the search: what follows tells of him, or is no action of his."""
LEVELS, NOT = frozenset(("xã", "phường", "huyện", "quận", "tỉnh")), "không"
"""What follows him who is not to do what comes: lưu ý các xã │ không chạy theo thành tích."""
MODALS = frozenset(("phải", "cần", "nên", "hãy"))
OF_NAMES = frozenset((("thi", "công"), ("đầu", "tư"), ("quản", "lý"), ("sản", "xuất"), ("kinh", "doanh"), ("xây", "dựng"), ("kiểm", "tra")))
"""Actions that belong to the name where another action follows at once: nhà thầu thi công │ nạo vét mương."""
SUBMITS, WORKS = "trình", frozenset(("công", "chương", "quy", "lộ", "tờ", "hành", "tiến", "quá", "giáo"))
"""What ends other words as well: các công │trình│."""
DEEDS = frozenset(
    listed("""
tiếp tục, khẩn trương, chủ động, thường xuyên, kịp thời, nghiêm túc, chỉ đạo, nạo vét, dỡ, tháo dỡ, trực tiếp, công khai, ứng, ứng trước,
cấp đủ, cấp ngay, lo đủ, niêm yết,
đối chiếu, sửa chữa, tăng ca, tăng kíp, ra quân, tiến hành, tổng vệ sinh,
chuẩn bị, hoàn thiện, hoàn tất, hoàn chỉnh, báo cáo, gửi, trình, lập, mở, cử, nộp, ký, dọn, làm xong, sửa xong, rà lại, lên danh sách,
cân đối, khảo sát, thống kê, đo đạc, kiểm đếm, phun, vay, vay tạm, mượn, tạm ứng, tăng thời lượng, tăng tần suất, nâng tỷ lệ, nâng tỉ lệ,
thanh toán, quyết toán, chi trả, cắm mốc, rút kinh nghiệm, cấp giấy,
nâng mức, kéo giảm, rút ngắn, thu đủ, trả kết quả, trả lời
""")
)


def after_actor(page: Page, line: Syllables, first: int, end: int) -> int | None:
    """The syllable at which the action of a directive begins that starts with whoever acts; None where it does not."""
    charged = line.words[first] == CHARGE and (not first or line.words[first - 1] in MARKS or line.words[first - 1] == "và")
    opened = first + 2 if tuple(line.words[first : first + 2]) in ASKS else first + charged
    alone = line.words[opened : opened + 1] == [ALONE]
    opened += alone
    if opened >= len(line.words) or begins(line, opened):
        return None
    at = opened + 1 if line.words[opened] in LEVELS and line.words[opened + 1 : opened + 2] == [NOT] else _named(page, line, opened)
    if at is not None and at < len(line.words) and line.words[at] == NOT and line.starts[at] < end:
        return at
    sure = alone or (charged and (line.said[opened][0].isupper() or line.words[opened] in TITLES))
    if sure and at is not None and at + 1 < len(line.words) and line.said[at].islower() and not _told_of(line.words[at]):
        return at
    last = (at or 0) + MOST
    while at is not None and at < min(last, len(line.words) - 1) and line.words[at] not in STOPS and line.starts[at + 1] < end:
        if line.words[at] in MODALS:
            return at + 1
        if _acts(line, at):
            return at
        kind = _kinds().at(line.words, at)
        at += kind[0] if kind else 1
    return None


def _told_of(word: str) -> bool:
    """Whether a syllable right behind somebody tells of him, or is no action yet."""
    return word in STOPS or word in MODALS or word in PARTS


def after_consent(page: Page, line: Syllables, first: int, end: int) -> int | None:
    """The syllable at which the action begins of somebody who is charged behind an assent: đồng ý, giao Kế toán │ cân đối nguồn."""
    opens = assents(line, first)
    if opens is None:
        return None
    last = bisect_left(line.starts, end) - 1
    charged = (at + 1 for at in range(opens, last) if line.words[at] == CHARGE and line.words[at - 1] in PARTS)
    if found := next((action for at in charged if (action := after_actor(page, line, at, end))), None):
        return found
    rest = opens + len(PLAN) * (line.words[opens : opens + len(PLAN)] == PLAN)
    return after_actor(page, line, rest + 1, end) if rest < last and line.words[rest] in PARTS else None


def assents(line: Syllables, first: int) -> int | None:
    """The syllable behind the assent that opens at syllable `first` or ends right before it; None where nobody assents there."""
    if tuple(line.words[first : first + 2]) in ASSENTS:
        return first + 2
    return first if first > 1 and tuple(line.words[first - 2 : first]) in ASSENTS else None


def after_cost(page: Page, line: Syllables, first: int, end: int) -> int | None:
    """The syllable at which the action begins behind what it costs: "dự kiến kinh phí 1,9 tỷ đồng, │báo cáo Thường trực …"."""
    if needs_sum(line.words, first):
        charged = (at for at in range(first, bisect_left(line.starts, end) - 1) if line.words[at] == CHARGE and line.words[at - 1] in PARTS)
        return next((action for at in charged if (action := after_actor(page, line, at, end))), None)
    if tuple(line.words[first : first + 2]) not in COSTS:
        return None
    comma = next((at for at in range(first, min(first + COST_WITHIN, len(line.words) - 1)) if line.words[at] == ","), None)
    return comma + 1 if comma and line.starts[comma + 1] < end and begins(line, comma + 1) else None


def needs_sum(words: Sequence[str], first: int) -> bool:
    """Whether it only says at syllable `first`, or up to there, how much money is needed: cần khoảng 46 tỷ đồng │để mở lớp│."""
    opens = min(first + 1, len(words) - 1)
    for at in range(opens, max(-1, first - COST_WITHIN), -1):
        if words[at] == NEED:
            told = next((behind for behind in range(at + 1, len(words)) if words[behind] not in NEEDED), at)
            return words[told][0] == "0" and not MONEY.isdisjoint(words[told + 1 : told + 4])
        if words[at] in MARKS and at < opens:
            return False
    return False


def kinds_before(line: Syllables, at: int) -> Iterator[int]:
    """The syllables at which whoever acts may be named by his kind, right before what he does at syllable `at`; the nearest first."""
    for place in range(at - 1, max(-1, at - 1 - MOST), -1):
        if line.words[place] in STOPS or line.words[place] == ",":
            return
        if _kinds().at(line.words, place):
            yield place - (place > 0 and line.words[place - 1] in SEVERAL)


def _named(page: Page, line: Syllables, at: int) -> int | None:
    """The syllable after the kind or body that opens at syllable `at`; None where none does."""
    for begun in range(at, min(at + 1 + (line.words[at] in SEVERAL), len(line.words))):
        if kind := _kinds().at(line.words, begun):
            return begun + kind[0]
    start = line.starts[at]
    if line.said[at][0].isupper() and (desk := DESKS.match(page.text, start)):
        return bisect_left(line.starts, desk.end())
    ends = [each.span.end for kind in (BodyMention, Holder) for each in page.within(kind, Span(start, start + 1))]
    return bisect_left(line.starts, max(ends)) if ends else None


def _acts(line: Syllables, at: int) -> bool:
    """Whether an action begins at syllable `at`, and is no part of a name."""
    return line.said[at].islower() and begins(line, at) and not (tuple(line.words[at : at + 2]) in OF_NAMES and begins(line, at + 2))


def begins(line: Syllables, at: int) -> bool:
    """Whether an action begins at syllable `at`."""
    words = line.words
    if words[at] == SUBMITS and at and words[at - 1] in WORKS:
        return False
    if any(" ".join(words[at : at + size]) in DEEDS for size in (3, 2, 1)):
        return True
    return bool(wording().get(" ".join(words[at : at + 2]), 0) & BIT["action"])


def acts_behind(line: Syllables) -> bool:
    """Whether a sentence goes on behind a comma to a deed: Đối với các hộ nghèo, │xem xét hỗ trợ thêm."""
    return any(word == "," and at + 1 < len(line.words) and begins(line, at + 1) for at, word in enumerate(line.words))


@cache
def _kinds() -> Phrases[bool]:
    return by_syllables(dict.fromkeys([*KINDS, *COUNTED], True))
