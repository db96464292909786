"""Judgements set right: what is judged is not cut in two, harm that fell is praised, and what contrasts is two.

    "Công tác kiểm soát ma túy, │tiền chất được đẩy mạnh"    one judgement, of both
    "tội phạm xâm phạm sở hữu được kéo giảm"                  a strength
    "tội phạm chưa giảm"                                      a shortcoming
    "sản xuất phát triển nhưng │thị trường còn khó khăn"     a strength, then a shortcoming

What must and must not be read: corpus/findings.tsv.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from giaoban.model import Span
from giaoban.reading.paragraphs import Paragraph
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.nothing import words_of
from giaoban.reading.rules.clauses.owning import MUST, happened, owned_up
from giaoban.reading.rules.clauses.results import asks
from giaoban.reading.segments import Segment

WORK = (("công", "tác"), ("hoạt", "động"), ("lĩnh", "vực"), ("cơ", "sở"))
"""What opens the name of some work of which something is to be said."""
OTHERS = frozenset((*WORK, ("tình", "hình"), ("kết", "quả"), ("tiến", "độ"), ("một", "số")))
"""What opens something else that is judged by itself."""
THINGS = frozenset(("việc", "số", "người", "các"))
TELLS = frozenset(
    listed("""
được, bị, đã, đang, còn, chưa, không, có, rất, khá, vẫn, là, đạt, tăng, giảm, tốt, cao, thấp, yếu, kém, chậm, mạnh, rõ, thiếu, ít, nhiều,
đúng, nghiêm, chặt, vượt, nâng, mở, giữ, đi, trở, góp, tiếp, làm, bỏ, để, hiệu, tích, ổn, hạn, khó, phức, kịp, kéo, đảm, thuận, hình,
quá, gần, ngày, bước, vào, ra, lại, nên, thì, mới
""")
)
"""Syllables of which one stands in whatever says how something is."""
LONGEST = 9
"""Syllables of the longest such name."""
HARM = frozenset((
    ("tội", "phạm"), ("tai", "nạn"), ("phạm", "pháp"), ("vi", "phạm"), ("dịch", "bệnh"), ("hình", "dịch"), ("tệ", "nạn"), ("ùn", "tắc"),
    ("đơn", "thư"), ("khiếu", "kiện"), ("nợ", "thuế"), ("nợ", "đọng"), ("nhập", "siêu"), ("lạm", "phát"), ("buôn", "lậu"),
    ("hộ", "nghèo"), ("cận", "nghèo"), ("thất", "nghiệp"), ("nợ", "xấu"), ("bỏ", "học"),
))  # fmt: skip
ENDED = frozenset((("kéo", "giảm"), ("được", "giảm"), ("suy", "giảm"), ("lại", "giảm"), ("giảm", "sâu"), ("giảm", "mạnh"), ("giảm", "hẳn"),
                   ("giảm", "nhiều"), ("giảm", "rõ"), ("giảm", "cả"), ("được", "kiềm"), ("được", "kiểm"), ("được", "khống"),
                   ("được", "đẩy"), ("được", "ngăn"), ("được", "khắc"), ("giảm", "còn"), ("giảm", "xuống")))  # fmt: skip
"""What is said of harm that became less: được kéo giảm, được kiềm chế."""
ROSE = frozenset((("gia", "tăng"), ("phức", "tạp"), ("tăng", "mạnh"), ("tăng", "nhanh"), ("tràn", "lan"), ("lan", "rộng"), ("còn", "cao")))
PREVENTS = frozenset(("giảm", "kiềm", "không", "ngăn", "phòng", "chống", "đấu", "xử", "phát", "phá", "bắt", "khám"))
"""What is said of harm that there is more of, and syllables by which something is done against it."""
BUT = frozenset(("nhưng", "song", "tuy", "còn", "vẫn", "chưa", "không", "sẽ", "thì", "cần", "phải", "để", "nhằm", "nếu", "chậm", "khó"))
"""Syllables with which it is blamed all the same, or only wished."""
FELL = "giảm"
"""Before what harm fell to: giảm │còn│ 4%."""
CONTRASTS = frozenset(("nhưng", "song"))
YIELDS = frozenset(("tuy", "mặc", "dù"))
YIELDED = 4
"""Syllables with which the first half only yields to the second (tuy có tăng nhưng │ còn thấp), and before it in which one stands."""
BLAMED = frozenset(listed("chậm, thấp, yếu, kém, khó, chưa, không, thiếu, bất, còn, vẫn, vướng, nặng, lúng"))
PRAISED = frozenset((
    ("tích", "cực"), ("hiệu", "quả"), ("ổn", "định"), ("giữ", "vững"), ("nâng", "lên"), ("nâng", "cao"), ("bảo", "đảm"), ("đảm", "bảo"),
    ("kịp", "thời"), ("đồng", "bộ"), ("quyết", "liệt"), ("phát", "triển"), ("hoàn", "thành"), ("thành", "công"), ("cố", "gắng"),
    ("nỗ", "lực"), ("chuyển", "biến"), ("tiến", "bộ"), ("cải", "thiện"), ("có", "đủ"), ("tăng", "mạnh"), ("tăng", "khá"), ("tăng", "cao"),
    ("rất", "tốt"), ("khá", "tốt"), ("làm", "tốt"), ("quan", "tâm"), ("đầy", "đủ"), ("rõ", "nét"), ("rõ", "rệt"), ("được", "mùa"),
))  # fmt: skip
PLAINLY = frozenset((
    ("giữ", "vững"), ("nâng", "lên"), ("rõ", "nét"), ("rõ", "rệt"), ("được", "mùa"), ("tiến", "bộ"), ("được", "bảo"), ("được", "đảm"),
    ("đầy", "đủ"), ("thành", "công"), ("đúng", "hạn"),
))  # fmt: skip
"""Words of praise that are none of blame: an ninh được giữ vững."""
SHORT_OF = frozenset(
    tuple(each.split())
    for each in listed("""
còn chậm, còn thấp, còn yếu, còn thiếu, còn hạn, còn lúng, còn lỏng, chưa chặt, chưa nghiêm, chưa kịp, chưa cao,
chưa tốt, chưa đáp, chưa đảm, chưa bảo, chưa sâu, chưa rõ, chưa thường, chưa đồng, chưa quyết, buông lỏng, đạt thấp, rất chậm, quá chậm,
chưa tương, sơ sài, thiếu trách, sơ hở, lúng túng, yếu kém, chậm được
""")
)
"""Words of blame that are none of praise."""
MENDS = frozenset((("khắc", "phục"), ("giải", "quyết"), ("tháo", "gỡ"), ("kết", "quả"), ("xử", "lý"), ("chấn", "chỉnh")))
NOTES = frozenset((("lưu", "ý"), ("nhắc", "nhở"), ("nhấn", "mạnh")))
STILL = frozenset(("còn", "chưa", "sài"))
CRITICISES, ITEM = ("phê", "bình"), 6
"""How a sentence opens that criticises, within its first syllables."""
LOOK_BACK, LEAD = 60, 40
"""Syllables before what was heard as a directive in which somebody asks; those of a sentence in which the colon stands behind the flaws."""
ASKING = frozenset((("yêu", "cầu"), ("đề", "nghị"), ("kiến", "nghị"), ("phải", "kiểm"), ("kiểm", "điểm"), ("rút", "kinh")))
FLAWS = frozenset((("hạn", "chế"), ("tồn", "tại"), ("yếu", "kém"), ("khuyết", "điểm"), ("bất", "cập")))
WHY = frozenset(("nguyên", "để", "khắc", "sau", "nhờ"))
"""How a sentence opens that names flaws and lists something else: causes, remedies."""
NO_HARM = frozenset(
    tuple(each.split())
    for each in listed("""
không có trường hợp, không có vụ việc, không có đơn thư, không có tai nạn, không có án oan, không để xảy ra, không xảy ra trường
""")
)
"""How a judgement begins that harm did not happen."""
GOES_ON = frozenset(
    listed("""
còn, chưa, vẫn, lại, không, chỉ, mới, đã, cũng, rất, hiện, nhìn, chủ, do, vì, nếu, để, phải, cần, đến, có, thực, ở, tại, trong, trên, với,
về, theo, khi, chậm, thiếu, ít, kết, chất, tỷ, mức, so
""")
)
"""How the second half begins that says more of what the first judges, not of something else."""
SUBJECT, STOPS = 8, frozenset(";:")
"""Syllables of an item before what was heard of it as a deed that are its subject."""
LOOK = 3
"""Syllables of a stretch in which it is heard that somebody is asked."""
JOINS = frozenset(("đồng", "hoặc", "trong", "và", "nhất", "đặc"))
"""Syllables with which what stands behind a semicolon still belongs to what is judged before it."""
HALF, REST = 4, 6
"""Syllables of the shortest half; of what is only the rest of another, at most."""


def contrasted(paragraph: Paragraph, found: Segment) -> Iterator[Segment]:
    """The stretch, in two where it praises one thing and then blames another."""
    parts = paragraph.parts
    for at in range(found.first + 1, found.last - 1 if found.kind != "D" else 0):
        halves = found._replace(last=at, kind="S"), found._replace(first=at + 1, kind="H")
        if parts[at].words[0] in CONTRASTS and len(parts[at].words) == 1 and _contrast(*(words_of(paragraph, each) for each in halves)):
            yield from halves
            return
    yield found


def without_rest(paragraph: Paragraph, found: Segment) -> Segment:
    """A judgement without the few words left of the one before that a semicolon parts from it: đọc báo cáo là chính; │đường chưa xong│."""
    parts, first = paragraph.parts, found.first
    ends = [at for at in range(first + 1, found.last) if parts[at].mark[-1:] == ";" and parts[at].words[0] not in JOINS]
    left = words_of(paragraph, found._replace(last=ends[0])) if ends else ()
    if found.kind == "D" or not ends or len(left) > REST or tuple(left[:2]) in WORK:
        return found
    rest = found._replace(first=ends[0])
    return rest if len(words_of(paragraph, rest)) > REST else found


def _contrast(praise: Sequence[str], blame: Sequence[str]) -> bool:
    if min(len(praise), len(blame)) < HALF or blame[0] in GOES_ON or BLAMED.isdisjoint(blame):
        return False
    return not PRAISED.isdisjoint(pairwise(praise)) and YIELDS.isdisjoint(praise) and BLAMED.isdisjoint(praise)


def whole_subjects(paragraph: Paragraph, found: Iterable[Segment]) -> Iterator[Segment]:
    """The stretches, none of which is only the first half of what the next judges."""
    held: Segment | None = None
    for each in found:
        if held and held.last == each.first and each.kind != "D" and _tells_of_both(words_of(paragraph, each)):
            yield each._replace(first=held.first)
            held = None
            continue
        if held:
            yield held
        held = each if each.kind != "D" and (_names_work(words_of(paragraph, each)) or _names_places(paragraph, each)) else None
        if held is None:
            yield each
    if held:
        yield held


def turned(paragraph: Paragraph, found: Segment, sections: tuple[list[Span], list[Span]]) -> Segment:
    """The stretch, a strength where it would blame that harm became less, or blames nothing and stands among what was well done.

    sections  the stretches of text of what was well done, and of what was not
    """
    words = words_of(paragraph, found)
    at = paragraph.lines[paragraph.within[found.first]].starts[0]
    good, flaws = (any(each.start <= at < each.end for each in spans) for spans in sections)
    listed_so = _listed_as_flaws(paragraph, found)
    if owned_up(paragraph.lines[paragraph.within[found.first]].words, paragraph.parts[found.first].first) is not None:
        return found._replace(kind="H")
    if found.kind == "D" and _blamed(paragraph, found):
        return found._replace(kind="H")
    if found.kind == "D" and (opens := _noted(paragraph, found)) is not None:
        return found._replace(kind="H", first=opens)
    praised = _harm_fell(words) or _plainly_praised(words) or words[:4] in NO_HARM or _conceded(paragraph, found, words)
    if found.kind == "H" and (praised or (good and not listed_so and BLAMED.isdisjoint(words))):
        return found._replace(kind="S")
    if found.kind == "S" and (_harm_rose(words) or _plainly_blamed(words)):
        return found._replace(kind="H")
    return found._replace(kind="H") if found.kind == "S" and (flaws or listed_so) and PRAISED.isdisjoint(pairwise(words)) else found


def as_headed(paragraph: Paragraph, found: Segment, sections: tuple[list[Span], list[Span]]) -> Segment:
    """A stretch under a heading of what was well done, or of what was not, as a judgement, unless somebody is asked there.

    "1. Ưu điểm"  "- Hai huyện │sửa xong trường lớp trước ngày tựu trường│"
    """
    if found.kind != "D":
        return found
    line, first = paragraph.lines[paragraph.within[found.first]], paragraph.parts[found.first].first
    good, flaws = (any(each.start <= line.starts[0] < each.end for each in spans) for spans in sections)
    said = line.words[max(0, first - LOOK_BACK) : first + LOOK]
    if good == flaws or asks(said) or not ASKING.isdisjoint(pairwise(said)):
        return found
    opens, within = found.first, paragraph.within
    while opens and within[opens - 1] == within[found.first] and first - paragraph.parts[opens - 1].first <= SUBJECT:
        opens -= 1
    whole = (not opens or within[opens - 1] != within[found.first]) and STOPS.isdisjoint(line.words[paragraph.parts[opens].first : first])
    return found._replace(kind="S" if good else "H", first=opens if whole else found.first)


def _blamed(paragraph: Paragraph, found: Segment) -> bool:
    """Whether what was heard as a directive asks nothing, and is what somebody is criticised for, a flaw listed, or harm let happen.

    "Phê bình Giám đốc Ban QLDA │để chậm tiến độ│", "Tồn tại: │thông tin của Đội 2│ còn chậm", "buông lỏng kiểm soát, để xảy ra 5 ổ dịch"
    """
    line, first = paragraph.lines[paragraph.within[found.first]].words, paragraph.parts[found.first].first
    asked = words_of(paragraph, found)
    if not (ASKING.isdisjoint(pairwise(line[max(0, first - LOOK_BACK) : first + 1])) and ASKING.isdisjoint(pairwise(asked))):
        return False
    opens = next((at for at, pair in enumerate(pairwise(line[:ITEM])) if pair == CRITICISES), first + 1)
    return opens <= first or _listed_as_flaws(paragraph, found) or happened(asked)


def _noted(paragraph: Paragraph, found: Segment) -> int | None:
    """The fragment at which begins what somebody only says is wrong; None where anything is asked.

    "Bà lưu ý │tiến độ giải ngân còn chậm, hồ sơ sơ sài│"
    """
    line, first = paragraph.lines[paragraph.within[found.first]].words, paragraph.parts[found.first].first
    said, before = words_of(paragraph, found), list(pairwise(line[max(0, first - LOOK_BACK) : first]))
    if (
        NOTES.isdisjoint(before)
        or not ASKING.isdisjoint(before)
        or not MUST.isdisjoint(said)
        or STILL.isdisjoint(said)
        or not _plainly_blamed(said)
    ):
        return None
    opens = found.first
    while not paragraph.parts[opens].mark and NOTES.isdisjoint(pairwise(paragraph.parts[opens - 1].words)):
        opens -= 1
    return opens


def _listed_as_flaws(paragraph: Paragraph, found: Segment) -> bool:
    """Whether it stands behind the colon of a sentence that tells of flaws: "Bên cạnh đó còn những hạn chế: │tỷ lệ án trả lại 3,6%│"."""
    words = paragraph.lines[paragraph.within[found.first]].words
    opening = words[:LEAD]
    colon = opening.index(":") if ":" in opening else 0
    return 0 < colon < paragraph.parts[found.first].first and not FLAWS.isdisjoint(pairwise(words[:colon])) and words[0] not in WHY


def _names_work(words: Sequence[str]) -> bool:
    return tuple(words[:2]) in WORK and len(words) <= LONGEST and TELLS.isdisjoint(words)


def _names_places(paragraph: Paragraph, found: Segment) -> bool:
    """Whether a stretch only names the first of several places, whose list goes on behind a comma: ba xã Bình Hòa, │Bình Minh đứng yên│."""
    words = words_of(paragraph, found)
    if len(words) > LONGEST or not TELLS.isdisjoint(words) or found.last >= len(paragraph.parts):
        return False
    follows, line = paragraph.parts[found.last], paragraph.lines[paragraph.within[found.last]]
    named = line.said[follows.first : follows.first + 2]
    return follows.mark[-1:] == "," and line.said[follows.first - 2].istitle() and len(named) > 1 and all(map(str.istitle, named))


def _tells_of_both(words: Sequence[str]) -> bool:
    return not TELLS.isdisjoint(words) and tuple(words[:2]) not in OTHERS and words[0] not in THINGS


def _harm_fell(words: Sequence[str]) -> bool:
    pairs = list(pairwise(words))
    harmed = next((at for at, pair in enumerate(pairs) if pair in HARM), None)
    blamed = (after for before, after in pairs if after in BUT and before != FELL)
    return (
        harmed is not None
        and words[0] not in BUT
        and not any(blamed)
        and (words[-1] == FELL or any(pair in ENDED for pair in pairs[harmed:]))
    )


def _harm_rose(words: Sequence[str]) -> bool:
    """Whether it is told of harm that there is more of it: đơn thư vượt cấp có chiều hướng gia tăng."""
    pairs = list(pairwise(words))
    harmed = next((at for at, pair in enumerate(pairs) if pair in HARM), None)
    rose = harmed is not None and any(pair in ROSE for pair in pairs[harmed:])
    return rose and PREVENTS.isdisjoint(words) and PRAISED.isdisjoint(pairs)


def _plainly_blamed(words: Sequence[str]) -> bool:
    """Whether something is plainly blamed, and nothing is done about it: "tiến độ còn chậm, nhất là ở các xã vùng cao"."""
    pairs = set(pairwise(words))
    return not SHORT_OF.isdisjoint(pairs) and MENDS.isdisjoint(pairs) and YIELDS.isdisjoint(words) and PRAISED.isdisjoint(pairs)


def _conceded(paragraph: Paragraph, found: Segment, words: Sequence[str]) -> bool:
    """Whether it is praise that only yields to what is blamed next: mặc dù │phong trào được hưởng ứng tích cực│ nhưng …"""
    line, first = paragraph.lines[paragraph.within[found.first]].words, paragraph.parts[found.first].first
    before = line[max(0, first - YIELDED) : first]
    yields = not YIELDS.isdisjoint(before) and "," not in before
    return yields and not PRAISED.isdisjoint(pairwise(words)) and BLAMED.isdisjoint(words)


def _plainly_praised(words: Sequence[str]) -> bool:
    """Whether nothing is said but praise: "quốc phòng, an ninh được giữ vững"."""
    return not PLAINLY.isdisjoint(pairwise(words)) and BUT.isdisjoint(words) and BLAMED.isdisjoint(words)
