"""Who asks in minutes: he whose conclusions a heading announces, and each member in his item under the heading of opinions.

    "III. Kết luận của Chủ tọa"   "1. Ban công tác mặt trận rà soát …"     Chủ tọa
    "II. Ý kiến"   "- Trưởng ấp 3: đề nghị xã sửa cống"                    Trưởng ấp 3

What must and must not be read: corpus/parties.tsv.
"""

import re

from giaoban.model import Block, BlockKind, Meeting, Span
from giaoban.reading.engine import Page

NUMBER = r"(?:(?:[IVX]{1,5}|\d{1,2}|[A-HĐ])[.)/-] ?)?"
OVER = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)/]|(?:Phần|PHẦN|Mục|MỤC)\b|[^\d\-–+•*]")
"""How a heading begins that ends the section before it."""
CONCLUDES = re.compile(
    rf"{NUMBER}(?:(?:(?i:Ý kiến) |Phát biểu )?(?i:kết luận|chốt|KL)"
    r"(?: (?:cuộc họp|hội nghị|buổi làm việc))? (?i:của) (?:(?:các )?đồng chí |đ/c )?"
    r"(?P<of>[^.,:;]{3,60}?)(?: (?:(?i:tại|trong|về|sau khi|đối với|qua)|[-–]) [^.:;]*)?"
    r"|(?P<who>(?i:chủ trì|chủ tọa|chủ toạ|chủ tịch|bí thư|trưởng)[^.,:;]{0,50}?) (?i:kết luận))[: ]*",
)
CONCLUDED_BY_CHAIR = re.compile(rf"{NUMBER}(?i:(?:phần |ý kiến )?kết luận(?: (?:cuộc họp|hội nghị|buổi họp|giao ban))?)[: ]*")
"""The heading of conclusions that does not say whose: those of whoever presides."""
DESKS = "bộ phận|đơn vị|ngành|phòng|thành viên|đội|trạm|khoa|chi cục|tổ|xã|phân xưởng"
OPINIONS = re.compile(
    rf"{NUMBER}(?i:(?:các )?ý kiến(?! (?:kết luận|chỉ đạo))|(?:phần )?thảo luận|phát biểu của|tham luận"
    rf"|(?:các )?(?:{DESKS}|đại biểu|thôn|ban,? ngành)\b[^.:;\d]{{0,30}} báo cáo"
    rf"|báo cáo của các (?:{DESKS}))[^.:;]{{0,50}}[: ]*",
)
ACCOUNT = re.compile(
    rf"{NUMBER}(?i:(?:phần )?(?:nội dung|diễn biến|báo cáo)(?: (?:chính|cuộc họp|buổi họp|họp|giao ban|báo cáo|làm việc|hội nghị))?)[: ]*"
)
"""The heading of what was told and said in minutes that go on to conclusions."""
REPORTS = "báo cáo"
CONCLUDED = re.compile(rf"^{NUMBER}(?:ý kiến |phần )?kết luận\b", re.IGNORECASE | re.MULTILINE)
TITLE = re.compile(r"^(?:ĐỒNG CHÍ|ÔNG|BÀ|Đ/C) ")
HEAD = 1500
"""Code points in which the title of a notice stands."""
OF_COMMITTEE = re.compile(
    r"(?:^|\n)(?:Thông báo )?(?:[Kk]ết luận|KẾT LUẬN|Ý kiến kết luận) của "
    r"(?P<of>(?:Ban Thường vụ|Thường trực|Ban Chấp hành|Ban cán sự đảng) [^\n,.;]{2,40}?)(?= tại\b| về\b| trong\b| qua\b|\n)"
)
"""How it names whose conclusions it is of."""
OF_OFFICE = re.compile(
    r"(?:^|\n)(?:Thông báo )?(?:(?:Ý|ý) kiến )?(?:[Kk]ết luận|KẾT LUẬN)(?: [A-ZĐÀ-Ỹ ]{4,30})?\s(?i:của )(?:đồng chí )?"
    r"(?P<of>(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Cục trưởng|Chi cục trưởng|Tổng [Gg]iám đốc|Thứ trưởng|Bộ trưởng|Trưởng [Bb]an)\b"
    r"[^\n,.;]{0,50}?)(?= tại\b| về\b| trong\b| sau\b|\n)"
)
"""The same of a person of office."""
SPEAKER = re.compile(
    r"(?:(?:[-–+•*]|\d{1,2}[.)/]|[a-zđ][.)]) ?|(?=(?:Ông|Bà|Anh|Chị|Đ/c|Đồng chí|Đại biểu|Đại diện|Cử tri|Hộ (?:ông|bà)) ))"
    r"(?P<who>[^:.;\n(]{2,60}?)(?: \([^)\n]{1,40}\))?:"
)
"""How who speaks stands before his words, in an item or by his title."""
PROPOSER = re.compile(
    r"(?:[-–+•*]|\d{1,2}[.)/]|[a-zđ][.)]) ?(?P<who>[A-ZĐÔ][^:.;,\n(]{1,60}?)(?: \([^)\n]{1,40}\))?"
    r" (?=(?:đề nghị|đề xuất|kiến nghị|phản ánh|góp ý|cho rằng|mong|xin|thắc mắc|bổ sung ý kiến|có ý kiến)\b)"
)
"""How an item opens with who proposes something, without a colon: - Thầy Quý (Tổ trưởng) đề nghị …"""
OPINION = re.compile(rf"{NUMBER}(?:Ý kiến|Phát biểu)(?: (?:của|đồng chí|đ/c|ông|bà)){{0,2}} (?P<who>[A-ZĐ][^:.;\n]{{2,60}}):")
"""How an item opens that holds what one person says: Ý kiến PCT Nguyễn Quốc Việt: …"""
ONE_SPEAKS = re.compile(
    rf"{NUMBER}(?i:ý kiến|phát biểu)(?: (?i:chỉ đạo|phát biểu|tham gia|thảo luận))?(?: của)? "
    r"(?P<who>(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|(?:Phó )?Chủ tịch|(?:Phó )?Bí thư|(?:Phó )?Giám đốc|(?:Phó )?Trưởng) [^.:;\n]{2,70}?)[: ]*"
)
"""How a heading announces what one person says: 2. Ý kiến của đồng chí Phó Chủ tịch."""
ABOVE = "huyện|tỉnh|xã|phường|quận|thành phố|thị xã|trung ương|cấp trên"
PLEA = re.compile(rf"(?:kiến nghị|đề nghị|đề xuất) (?:{ABOVE}) (?=[a-zđ])")
"""How those above are asked: Trạm Y tế: │kiến nghị huyện │bổ sung vắc xin."""
UPWARDS = re.compile(rf" ?(?:kiến nghị|(?:đề nghị|đề xuất) (?=(?:{ABOVE}|Bộ|Chính phủ)\b(?! h[ộo]i)))")
"""What follows where he asks those above him, whatever list he stands in: - Thôn 3: │đề nghị │xã sửa loa."""
COUNTED = re.compile(r"\d{1,2}(?=[.)/])")


def asked_by(page: Page) -> dict[int, tuple[str, int]]:
    """Who asks in blocks of minutes, with where his words begin, by where the block begins."""
    found: dict[int, tuple[str, int]] = {}
    concludes, opinions = "", ""
    for block in page.document.blocks:
        said = block.span.of(page.text)
        opinions = _opinions(page, block, said, opinions)
        if block.kind is BlockKind.HEADING:
            opens = CONCLUDES.fullmatch(said)
            one = None if opens else ONE_SPEAKS.fullmatch(said)
            if opens or one or opinions or OVER.match(said):
                concludes = (
                    _chair(page)
                    if CONCLUDED_BY_CHAIR.fullmatch(said)
                    else _spelt(page.text, (opens["of"] or opens["who"]) if opens else one["who"] if one else "")
                )
        elif concludes:
            found[block.span.start] = concludes, block.span.start
        elif (
            (speaker := OPINION.match(said))
            or (opinions and (speaker := SPEAKER.match(said) or PROPOSER.match(said)))
            or (speaker := _upwards(said))
        ):
            found[block.span.start] = speaker["who"], block.span.start + speaker.end()
    return found


def _chair(page: Page) -> str:
    """How he is called who presides: by his office, else by his name; by nothing where nobody is read."""
    chair = next((each.what.chair for each in page.all(Meeting)), None)
    return (chair.offices[0] if chair.offices else chair.name) if chair else ""


def _upwards(said: str) -> re.Match[str] | None:
    """Who opens an item and asks those above him, under no heading that says so."""
    speaker = SPEAKER.match(said)
    return speaker if speaker and UPWARDS.match(said, speaker.end()) else None


def conclusions(page: Page) -> list[int]:
    """Where the headings end that announce whose conclusions follow."""
    headings = (block for block in page.document.blocks if block.kind is BlockKind.HEADING)
    return [block.span.end for block in headings if CONCLUDES.fullmatch(page.text, block.span.start, block.span.end)]


def _spelt(text: str, who: str) -> str:
    """A name in capitals as the text writes it elsewhere: KẾT LUẬN CỦA │BÍ THƯ HUYỆN ỦY│."""
    if not who.isupper():
        return who
    said = re.finditer(re.escape(TITLE.sub("", who)), text, re.IGNORECASE)
    return next((match[0] for match in said if not match[0].isupper()), who)


def concluding(page: Page) -> str | None:
    """Whose conclusions a notice is of by its head, where nobody is read who presides: Kết luận của Ban Thường vụ Tỉnh ủy.

    A committee's whoever presides.
    """
    said = OF_COMMITTEE.search(page.text, 0, HEAD)
    if said is None and not any(each.what.chair for each in page.all(Meeting)):
        said = OF_OFFICE.search(page.text, 0, HEAD)
    return said["of"] if said else None


def in_opinions(page: Page, block: Block, before: str) -> str:
    """The heading of the opinions in which a block stands, else none; `before` that of the block before it."""
    return _opinions(page, block, block.span.of(page.text), before)


def accounts(page: Page) -> list[Span]:
    """The stretches of minutes that go on to conclusions in which it is told what was reported, each up to opinions or the next part."""
    found: list[Span] = []
    start: int | None = None
    for block in page.document.blocks:
        said = block.span.of(page.text)
        ends = OVER.match(said) or (OPINIONS.fullmatch(said) and REPORTS not in said.lower())
        if block.kind is not BlockKind.HEADING or (start is not None and not ends):
            continue
        if start is not None:
            found.append(Span(start, block.span.start))
        start = block.span.end if _accounts(page, block, said) else None
    return found


def _accounts(page: Page, block: Block, said: str) -> bool:
    told = ACCOUNT.fullmatch(said) or (OPINIONS.fullmatch(said) and REPORTS in said.lower())
    return bool(told and CONCLUDED.search(page.text, block.span.end))


def _opinions(page: Page, block: Block, said: str, before: str) -> str:
    if block.kind is not BlockKind.HEADING:
        return before
    if OPINIONS.fullmatch(said) or _accounts(page, block, said):
        return said
    return "" if OVER.match(said) or CONCLUDES.fullmatch(said) or _next(before, said) else before


def _next(before: str, said: str) -> bool:
    """Whether a heading bears the number that follows: "2. Ý kiến", then "3. Triển khai nhiệm vụ"."""
    first, second = COUNTED.match(before), COUNTED.match(said)
    return first is not None and second is not None and int(second[0]) == int(first[0]) + 1


def asker(page: Page, known: dict[int, tuple[str, int]], span: Span) -> str | None:
    """Who asks for what stands in `span`; None where it is in no such section."""
    block = page.block_at(span.start) if known else None
    told = known.get(block.span.start) if block else None
    return told[0] if told and told[1] <= span.start else None
