"""Countries, sectors in small letters and companies by their initials, beside the agencies: whatever else figures may be about.

    "Việt Nam"  "ASEAN"  "cả ngành dệt may"  "EVN" (where the text says of whom: Tập đoàn Điện lực Việt Nam (EVN), Tập đoàn EVN)

What must and must not be read: corpus/agencies.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import CAPITALS, either
from giaoban.reading.marks import AgencyMention
from giaoban.reading.syllables import Syllables, sign

NATIONS = (
    "Việt Nam", "VN", "Trung Quốc", "Mỹ", "Hoa Kỳ", "EU", "ASEAN", "Nhật Bản", "Hàn Quốc", "Thái Lan", "Lào", "Campuchia", "Singapore",
    "Malaysia", "Indonesia", "Philippines", "Ấn Độ", "Nga", "Pháp", "Australia", "Đài Loan", "Hồng Kông", "Canada", "Brazil", "Myanmar",
    "Bangladesh", "Hà Lan", "Thụy Sĩ", "Thụy Điển", "Na Uy", "Đan Mạch", "Italia", "Tây Ban Nha", "Ba Lan", "New Zealand", "Triều Tiên",
    "Pakistan", "Nam Phi", "Mexico", "Chile",
    "Ukraine", "Belarus", "Ai Cập", "Iran", "Iraq", "UAE", "Kuwait", "Qatar", "Cuba", "Argentina", "Phần Lan", "Cộng hòa Séc", "Hungary",
    "Thổ Nhĩ Kỳ", "Mông Cổ", "Đông Timor", "Brunei", "Sri Lanka", "Algeria", "Nigeria", "Angola", "Israel", "Ả Rập Xê Út", "Tây Âu",
    "Trung Đông",
    "châu Âu", "châu Á", "Châu Âu", "Châu Á", "thế giới", "đất nước",
)  # fmt: skip
SECTORS = (
    "nông nghiệp", "công nghiệp", "du lịch", "giáo dục", "y tế", "thuế", "hải quan", "dệt may", "dệt", "than", "điện", "ngân hàng",
    "xây dựng", "thủy sản", "lâm nghiệp", "thanh tra", "công thương", "giao thông", "vận tải", "chăn nuôi", "kiểm sát", "tòa án",
)  # fmt: skip
NATION = re.compile(rf"(?:{either(NATIONS)})(?! [{CAPITALS}])(?!\w)")
SECTOR = re.compile(rf"(?:(?:[Tt]oàn|[Cc]ả) )?[Nn]gành (?:{either(SECTORS)})(?!\w)")
BEGINS = {
    **{name.split(" ")[0]: NATION for name in NATIONS},
    **dict.fromkeys(("ngành", "Ngành", "toàn", "Toàn", "cả", "Cả"), SECTOR),
}
"""Which pattern may begin at a syllable as written."""
MAY_BEGIN = sign(forms=BEGINS)
NAMES_BEFORE = frozenset(("ông", "bà", "Nam", "Bắc", "Trần", "Lê", "Phạm", "Nguyễn", "Kim", "Anh", "Thị", "Văn", "la"))
"""Syllables after which such a word is somebody's name, or the second half of another word."""
PART_OF_NAME = frozenset(("xuất", "trị", "trọng", "cấu"))
"""Syllables after which a sector is part of what is measured: giá trị sản xuất │ ngành công nghiệp."""
WORDS_BEFORE = 70
"""Code points before initials in which the words stand that they shorten."""
INITIAL = re.compile(r"[A-ZĐ]")
TWICE = 2
BRACKETED = re.compile(r"\(([A-ZĐ]{3,8})\)")
COMPANY = re.compile(r"[A-ZĐ](?=[A-ZĐ]{2})(?:(?<=[Tt]ập đoàn .)|(?<=[Tt]ổng công ty .)|(?<=[Cc]ông ty .)|(?<=[Nn]gân hàng .))[A-ZĐ]{2,7}\b")
"""The initials after such a word; begins with a capital, so that a text is searched quickly."""
COMPANIES = frozenset(("đoàn", "ty", "hàng"))
"""Syllables of which one stands before them."""
OF_COMPANIES, HAS_INITIALS = sign(words=COMPANIES), sign(holding=re.compile("[A-ZĐ]{3}"))
GENERAL = frozenset((
    "GDP", "GRDP", "FDI", "ODA", "NSNN", "UBND", "HĐND", "VND", "USD", "EUR", "CPI", "IIP", "GTGT", "XNK", "BHXH", "BHYT", "BHTN", "TTHC",
    "CNTT", "CCHC", "NTM", "OCOP", "THCS", "THPT", "TNHH", "ATGT", "KTXH", "FTA", "WTO", "PCI", "PAPI", "BOT", "PPP", "XDCB", "GPMB",
    "MTQG", "HTX", "CCN", "KCN", "TTXVN", "QLTT", "CBCC", "MTTQ", "BCH", "BTV", "DNNN", "HĐQT", "TPHCM", "HCM", "QPAN", "ANTT", "TTATGT",
    "CHQS", "TDP", "DQTV", "VGP", "KTSTQ", "PCTN", "PCTNTC", "PCTT", "ĐBQH", "NLĐ", "DTTS", "GTSX", "TNGT", "VSMT", "BVTV", "TMĐT", "ATTP",
    "NLTS", "SXKD", "TTCN",
))  # fmt: skip
"""Initials of general words, which are no companies."""


@rule(makes=AgencyMention, needs=(Syllables,))
def nations(page: Page) -> Iterator[Found[AgencyMention]]:
    """Every country, sector and company by its initials that is named, in the order of the text."""
    text = page.text
    known = _initials(page)
    begins = known.union(BEGINS)
    for found in page.all(Syllables):
        if not found.what.signs & MAY_BEGIN and (not known or known.isdisjoint(found.what.said)):
            continue
        said, starts = found.what.said, found.what.starts
        for at in [at for at, word in enumerate(said) if word in begins]:
            word = said[at]
            if word in known:
                yield Found(AgencyMention(word), Span(starts[at], starts[at] + len(word)), confidence=0.7)
                continue
            pattern = BEGINS.get(word)
            match = pattern.match(text, starts[at]) if pattern else None
            if pattern and match and not (at and (_inside(said[at - 1], pattern) or _ends_name(text, match, said[at - 1]))):
                yield Found(AgencyMention(match[0]), Span(*match.span()), confidence=0.7)


def _inside(before: str, pattern: re.Pattern[str]) -> bool:
    """Whether a word is part of another name, told by the syllable before it."""
    return before in NAMES_BEFORE or (pattern is SECTOR and before in PART_OF_NAME)


def _ends_name(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a country of one syllable is the last of another name: huyện Chương │ Mỹ; not: vốn FDI │ Mỹ."""
    capital = before[0].isupper() and not before.isupper() and text[match.start() - 1] == " "
    return capital and " " not in match[0] and match.re is NATION and before not in NATIONS


def _shortens_words(text: str, match: re.Match[str]) -> bool:
    """Whether initials in brackets only shorten the words before them, which are in small letters: lực lượng lao động (LLLĐ)."""
    words = text[max(0, match.start() - WORDS_BEFORE) : match.start()].split()[-len(match[1]) :]
    return "".join(word[0] for word in words).lower() == match[1].lower() and all(word.islower() for word in words[1:])


def _initials(page: Page) -> frozenset[str]:
    """Initials that the text says of whom they are, and uses again."""
    text = page.text
    told = {match[1] for match in BRACKETED.finditer(text) if not _shortens_words(text, match)}
    of_companies = (found.span for found in page.all(Syllables) if found.what.signs & OF_COMPANIES and found.what.signs & HAS_INITIALS)
    told = told.union(*(COMPANY.findall(text, span.start, span.end) for span in of_companies)) - GENERAL
    return frozenset(name for name in told if not set(name) <= set("IVX") and _stands_twice(text, name))


def _stands_twice(text: str, name: str) -> bool:
    """Whether initials stand twice by themselves, not as a part of longer ones."""
    stood, at = 0, text.find(name)
    while at >= 0 and stood < TWICE:
        end = at + len(name)
        stood += not (INITIAL.match(text, end) or (at and INITIAL.match(text, at - 1)))
        at = text.find(name, end)
    return stood == TWICE
