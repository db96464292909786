"""Bodies and office holders named in the text: who asks, who acts, who sits together.

    "Ban Thường vụ Thị ủy Đông Triều"  "UBND tỉnh"  "các sở, ngành"           bodies
    "Phó Chủ tịch UBND tỉnh"  "Bí thư Thành ủy"  "lãnh đạo các đơn vị"        office holders

A head from the tables of `reference.offices`, then what belongs to the name: capitals, numbers, small words that such names hold. A
person's name ends it. What must and must not be read: corpus/bodies.tsv.
"""

from collections import Counter
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import BodyMention
from giaoban.reading.phrases import listed
from giaoban.reading.rules.named.builders import past_field
from giaoban.reading.rules.named.called_after import ZONE, is_apposed, is_where, past_person
from giaoban.reading.rules.named.surnames import HEADS, PLACED, begins_person
from giaoban.reading.rules.named.verbs_behind import PRESIDES, acts
from giaoban.reading.syllables import Syllables
from giaoban.reading.which import tells_which
from giaoban.reference.offices import FIELDS, INNER, INSIDE, LISTED, OUTER, PAIRS, TAILS, WITHIN_NAMES
from giaoban.reference.phrases import by_syllables
from giaoban.reference.places import PROVINCES

LIGHT_HEADS = frozenset(
    listed("""
ban, bộ, sở, cục, vụ, viện, phòng, đài, báo, hội, trường, quỹ, thuế, ngành, xã, đơn, địa, lực, mỗi, thường, đại, đội, trạm, khoa
""")
)
"""Heads so common as other words that they count only with a capital or with what follows them."""
LIGHT_PAIRS = frozenset((("bộ", "phận"), ("công", "chức"), ("đại", "học"), ("điện", "lực"), ("phân", "xưởng")))
"""The same of two syllables: một bộ phận người dân."""
LINKS = frozenset("-–.&/’'\"”")
APOSTROPHES = frozenset("’'\"”")
SHORTENED = frozenset(("tp", "tx", "tt"))
"""Kinds of places cut short, behind which a full stop ends nothing: UBND TP. Việt Trì."""
LEADERS = frozenset(("đạo", "diện", "trực", "tịch", "thư", "đốc", "trưởng", "ubnd", "hđnd", "dân", "ủy", "an", "sự"))
"""How the names of offices and committees end of which several bodies have one each: lãnh đạo, chủ tịch, UBND các xã."""
GIVEN = ("giao", "ban")
LONGEST = 26
"""Syllables of the longest name followed."""
BEGINS = frozenset(HEADS.begins)
TENDED = by_syllables(dict.fromkeys(FIELDS, True))


@rule(makes=BodyMention, needs=(Syllables,), late=True)
def bodies(page: Page) -> Iterator[Found[BodyMention]]:
    """Every body and office holder that is named, as written."""
    text = page.text
    for found in page.all(Syllables):
        line = found.what
        for first, last, person in named(line):
            span = Span(line.starts[first], line.end(last - 1))
            yield Found(BodyMention(text[span.start : span.end], person), span, confidence=0.9)


def most_named(page: Page) -> str | None:
    """The body the text names most often by a name of its own, of equals the one named first; None where it names none."""
    counts = Counter(body.what.name for body in page.all(BodyMention) if not body.what.person and not body.what.name.islower())
    return max(counts, key=lambda name: counts[name], default=None)


def named(line: Syllables) -> list[tuple[int, int, bool]]:
    """First syllable, the one after the last, and whether it is an office holder, of each body or office in a sentence."""
    words, free = line.words, 0
    found: list[tuple[int, int, bool]] = []
    for at in [at for at, word in enumerate(words) if word in BEGINS]:
        if at >= free and (head := HEADS.at(words, at)) and not _in_a_word(line, at, head[0]):
            after, person = at + head[0], head[1]
            last = reach(line, after, person, apposed=person and is_apposed(line, at))
            if not person and (field := past_field(words, at, last)) > last:
                last = reach(line, field, person)
            if counts(line, at, after, last):
                found.append((at, last, person))
                free = last
    return found


def _in_a_word(line: Syllables, at: int, size: int) -> bool:
    """Whether the head at `at` is half of another word: nhiệm │vụ, │ban│ hành, họp giao │ban; not who is charged: giao │Ban Tổ chức│."""
    if size == 1 and tuple(line.words[at : at + 2]) in OUTER:
        return True
    pair = line.words[at - 1] if at else "", line.words[at]
    return pair in INNER and not (pair == GIVEN and _charged(line, at, size))


def _charged(line: Syllables, at: int, size: int) -> bool:
    """Whether a body written as a name begins at `at`: giao │Ban Tổ chức│."""
    following = "".join(line.said[at + 1 : at + 2])
    return line.said[at].istitle() and (size > 1 or following.istitle())


def counts(line: Syllables, at: int, after: int, last: int) -> bool:
    """A light head (bộ, ban, xã) alone in lower case names nothing; with a capital or a longer name it does; nor does leading others."""
    if last == after and tuple(line.words[at:after]) == LEADING and _leads(line, at, after):
        return False
    if tuple(line.words[at:after]) not in LIGHT_PAIRS and (line.words[at] not in LIGHT_HEADS or after > at + 1):
        return True
    capital = line.said[at][0].isupper()
    return last > after and (capital or any(each[0].isupper() or each[0].isdigit() for each in line.said[after:last]))


def _leads(line: Syllables, at: int, after: int) -> bool:
    """Whether an item or sentence opens with leading others to do something, no leaders: - │Lãnh đạo│ thu hoạch lúa."""
    opens = not at or line.words[at - 1] in ITEMS
    return opens and after < len(line.words) and line.said[after].islower() and line.words[after] not in OF_LEADERS


def reach(line: Syllables, at: int, person: bool, *, apposed: bool = False) -> int:
    """Where the name that is open at syllable `at` ends.

    apposed  the holder of an office stands before it
    """
    words, said = line.words, line.said
    after = at = _of_several(words, at)
    end, limit = at, min(len(words), at + LONGEST)
    capital = said[at - 1][0].isupper() or (at < limit and said[at][0].isupper())
    several = _means_several(words, at)
    if at < limit and tells_which(words, said, at):
        return _last_told(line, at)
    while at < limit:
        if said[at][0].isupper():
            if begins_person(said, at) and not is_where(line, at, person):
                return end if person and not apposed else past_person(line, after, at, end)
            at = end = at + _whole(words, at)
        elif held := _held(words, at, capital and at == end) or 2 * (at == end and _is_apostrophe(line, at)):
            at = end = at + held
        elif _goes_over(line, at, at == end, person) or (at == end and _names_next(line, at, several)):
            at += 1
        else:
            break
    return _of_several(words, end)


def _last_told(line: Syllables, at: int) -> int:
    """Where the last of the names ends that are told behind the colon at `at`: các Bộ: Kế hoạch và Đầu tư, │Tài chính│."""
    while at < len(line.words) and line.words[at] in ":,":
        after = at + 1
        if after >= len(line.said) or not line.said[after][0].isupper() or acts(line.words, after) or begins_person(line.said, after):
            break
        at = reach(line, after + 1, person=False)
    return at


def _means_several(words: list[str], at: int) -> bool:
    """Whether what ends before syllable `at` is the kind of several places: các xã, các thị trấn."""
    return at > 1 and words[at - 1] in PLACED and "các" in words[max(0, at - 3) : at - 1]


def _of_several(words: list[str], at: int) -> int:
    """Where the bodies end whose heads are meant by what ends before syllable `at`: lãnh đạo │các xã│; `at` itself where none follow."""
    if at >= len(words) or words[at] != "các" or words[at - 1] not in LEADERS:
        return at
    follow = HEADS.at(words, at)
    return at + follow[0] if follow else at


def _names_next(line: Syllables, at: int, several: bool) -> bool:
    """Whether another name follows the comma at `at`, of places whose kind was told before: các xã Hòa Phú│,│ Tân Mỹ.

    several  the kind was told of several; else an action has to follow: Chi bộ Nà Pồ│,│ Khuổi Sao kiểm điểm
    """
    said = line.said
    if line.words[at] != "," or at + 2 >= len(said) or begins_person(said, at + 1) or line.words[at + 1] in HEADS.begins:
        return False
    if not (said[at + 1].istitle() and said[at + 2].istitle()):
        return False
    return several or (said[at - 1].istitle() and acts(line.words, at + 3) and " ".join(said[at + 1 : at + 3]) not in PROVINCES)


def _whole(words: list[str], at: int) -> int:
    """How many syllables the capital at `at` opens: of a body's head inside the name (Ngân hàng), of a field, of a pair, or itself."""
    if field := TENDED.at(words, at):
        return field[0]
    if (head := HEADS.at(words, at)) and head[0] > 1 and not head[1]:
        return head[0]
    return 2 if " ".join(words[at : at + 2]) in PAIRS else 1


def _held(words: list[str], at: int, capital: bool) -> int:
    """How many small syllables at `at` a name holds: a number, a word that such names hold, no verb.

    capital  the name has a capital and stands open right before `at`
    """
    if words[at] not in MAY_BE_HELD:
        return int(words[at][0] == "0")
    if words[at] == "miền" and words[at + 1 : at + 2] and words[at + 1] in REGIONS:
        return 2
    if (here := tuple(words[at : at + 2])) in WHOLE_PAIRS or (words[at - 1] == "đốc" and here in DIRECTED):
        return 2
    if (
        words[at] == "khu"
        and words[at + 1 : at + 2] == ["vực"]
        and at + 2 < len(words)
        and (words[at + 2][0] == "0" or words[at + 2] in NUMBERED)
    ):
        return 3
    pair = capital and " ".join(words[at : at + 2]) in PAIRS
    held = 2 if pair else int(words[at] in INSIDE or (capital and words[at] in TAILS))
    return 0 if acts(words, at) or _ends(words, at, capital) else held


def _ends(words: list[str], at: int, capital: bool) -> bool:
    """Whether a denial, or what others build, follows a name at `at`: UBND xã │ không …, các nhà thầu │ công trình."""
    return (words[at] == "không" and words[at - 1] not in BEFORE_AIR) or (not capital and tuple(words[at : at + 2]) == WORKS)


def _goes_over(line: Syllables, at: int, tight: bool, person: bool) -> bool:
    """Whether a name goes on over the dash, comma or "và" at `at`."""
    word = line.words[at]
    if at + 1 >= len(line.words):
        return False
    return (word in LINKS and tight and _linked(line, at)) or (word in (",", "và") and _goes_on(line.said, line.words, at, person))


LEADING, ITEMS = ("lãnh", "đạo"), frozenset("-–+•*.)/")
OF_LEADERS = frozenset((
    "cần", "phải", "sẽ", "đã", "đang", "cũng", "và", "các", "có", "được", "không", "chưa", "cho", "báo", "đề", "yêu", "chỉ", "phát", "nhấn",
    "khẳng", "thì", "là", "phân", "trực", "của", "hứa", "cam", "nhận", "giải", "trả", "đánh", "kiến", "nêu", "thông", "chủ", "một", "hai",
))  # fmt: skip
"""First syllables of what follows leaders of whom nothing more is said."""
NUMBERED = frozenset(
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx")
)
"""How the regions of an office are counted: Kho bạc Nhà nước khu vực XII."""
BEFORE_AIR = frozenset(("hàng", "phòng"))
"""Before "không" that is no denial: Cảng vụ Hàng │không│ miền Bắc; but Sở Y tế │ không để …"""
WORKS = ("công", "trình")
"""What a body is there for that has no capital: các nhà thầu │ công trình."""
WHOLE_PAIRS = frozenset((("hai", "cấp"), ("nhà", "trường"), ZONE))
"""Pairs of syllables that go on a name: mô hình chính quyền hai cấp, Hiệu trưởng │nhà trường│, Đảng ủy │đặc khu│ Lý Sơn."""
DIRECTED = frozenset((
    ("bệnh", "viện"), ("công", "ty"), ("trung", "tâm"), ("xí", "nghiệp"), ("nhà", "máy"), ("chi", "nhánh"), ("ngân", "hàng"),
    ("doanh", "nghiệp"), ("dự", "án"), ("nông", "trường"), ("lâm", "trường"), ("bảo", "tàng"), ("nhà", "hát"), ("nhà", "xuất"),
))  # fmt: skip
"""What a director is of where only its kind is told: Giám đốc │bệnh viện│ chủ trì."""
TOGETHER = frozenset((
    ("hđnd", "ubnd"), ("ủy", "hđnd"), ("uỷ", "hđnd"), ("ủy", "ubnd"), ("uỷ", "ubnd"), ("ubnd", "ubmttq"), ("ubnd", "mttq"),
))  # fmt: skip
"""Bodies of one place that share what is joined by dashes: Văn phòng HĐND │-│ UBND xã."""
REGIONS = frozenset(("bắc", "trung", "nam", "đông", "tây"))
MAY_BE_HELD = INSIDE | TAILS | {"miền", "khu"} | {pair.split(" ")[0] for pair in PAIRS} | {first for first, _ in WHOLE_PAIRS | DIRECTED}
"""All words at which a name may go on in small letters, numbers aside."""
"""What goes on the name of a company: Tổng công ty Điện lực miền Trung."""


def _linked(line: Syllables, at: int) -> bool:
    """A dash, dot or stroke belongs to a name between capitals that are not a person's: VH-TT, Thừa Thiên - Huế."""
    following = line.said[at + 1]
    if line.words[at + 1] == "chủ" and " ".join(line.words[at + 1 : at + 3]) in PRESIDES:
        return False
    tight = line.starts[at] == line.end(at - 1) and line.starts[at + 1] == line.end(at)
    if not following[0].isupper() or (tight and not line.said[at - 1][:1].isupper()):
        return tight and line.words[at] in "/’'\"”" and following[0].isalpha()
    if (line.words[at - 1], line.words[at + 1]) in TOGETHER and line.words[at] in "-–":
        return True
    other = _head_at(line.words, at + 1) and " ".join(line.words[at + 1 : at + 3]) not in PAIRS
    if line.words[at] == "." and line.words[at - 1] in SHORTENED and not begins_person(line.said, at + 1):
        return True
    return tight or (line.words[at] in "-–" and not begins_person(line.said, at + 1) and not other)


def _is_apostrophe(line: Syllables, at: int) -> bool:
    """Whether the mark at `at` stands within a name of the Highlands whose second half is small: Đắk R│’│lấp."""
    if line.words[at] not in APOSTROPHES or not line.said[at - 1].isupper():
        return False
    after = "".join(line.said[at + 1 : at + 2])
    return after.isalpha() and after.islower() and line.starts[at + 1] - line.end(at - 1) == 1


def _head_at(words: list[str], at: int) -> bool:
    """Whether a whole head stands at `at`: Ngân hàng, not Ngân │ sách."""
    return HEADS.at(words, at) is not None


def _goes_on(said: list[str], words: list[str], at: int, person: bool) -> bool:
    """After a comma or "và": another of a list (các sở, ngành), or the second half of a name (Kế hoạch và Đầu tư)."""
    if words[at] == "," and (words[at - 1], words[at + 1]) in WITHIN_NAMES:
        return said[at + 1][0].isupper()
    if person and words[at] == ",":
        return False
    if words[at - 1 : at + 2] == ["hđnd", "và", "ubnd"]:
        return True
    pair = " ".join(words[at + 1 : at + 3]) in PAIRS
    if not (pair and person) and words[at + 1] in LISTED and (said[at + 1][0].islower() or words[at] == "và"):
        return not person
    return words[at] == "và" and said[at + 1][0].isupper() and (pair or not _head_at(words, at + 1)) and not begins_person(said, at + 1)
