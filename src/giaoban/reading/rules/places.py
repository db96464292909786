"""Places named in the text: a kind with a name, a province by its bare name, or a whole.

    "TX Đông Triều"  "huyện Krông Nô"  "quận 2"  "TP.HCM"  "Quảng Ninh"  "cả nước"

What must and must not be read (Ban Quản lý dự án, Hồ Chí Minh the man, xã hội): corpus/places.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.letters import NAME, WORD
from giaoban.reading.marks import PlaceMention
from giaoban.reading.sentences import Sentence
from giaoban.reference.places import ABBREVIATED, KINDS, NO_NAMES, PROVINCES, SURNAMES, WHOLES


def _either_case(words: tuple[str, ...]) -> str:
    """The words, each with a small or a capital first letter, longest first."""
    return "|".join(f"[{word[0].lower()}{word[0].upper()}]{re.escape(word[1:])}" for word in sorted(words, key=len, reverse=True))


PLACE = re.compile(
    rf"\b(?:(?:{'|'.join(map(re.escape, ABBREVIATED))})(?:\. ?| )(?P<name>HCM|{NAME}|\d\d?(?![\d.,/]))|(?P<city>TP ?HCM)"
    rf"|(?P<letter>[HQPX]\.)(?P<short>{WORD} {NAME}|\d\d?(?![\d.,/]))"
    rf"|(?P<kind>{_either_case(KINDS)}) (?P<named>{NAME}|\d\d?(?![\d.,/]|\w)))(?!\w)"
    rf"|\b(?P<whole>{_either_case(WHOLES)})\b(?! hội)"
)
NUMBERED = re.compile(r"(?:quận|phường|khu phố|tổ dân phố|thôn|ấp|bản|Q\.?|P\.?) ?\d", re.IGNORECASE)
RUN = re.compile(WORD + rf"(?: ?[-–] ?{WORD}| {WORD})+|Huế\b")
NOT_BEFORE = re.compile(r"(?:[Đđ]ường|[Pp]hố|[Cc]ầu|[Tt]ư tưởng|[Cc]hủ tịch|[Bb]ác|[Ll]ăng|[Đđ]ồng chí|[Ôô]ng|[Bb]à|TNCS|[Cc]ộng sản) $")
"""What makes a province's name something else: a street, a man."""


@rule(makes=PlaceMention, needs=(Sentence,))
def places(page: Page) -> Iterator[Found[PlaceMention]]:
    text = page.text
    for sentence in page.all(Sentence):
        start, end = sentence.span.start, sentence.span.end
        taken = start
        for match in PLACE.finditer(text, start, end):
            if reach := _reach(match):
                yield from _provinces(text, taken, match.start())
                yield Found(PlaceMention(text[match.start() : reach]), Span(match.start(), reach), confidence=0.95)
                taken = reach
        yield from _provinces(text, taken, end)


def _reach(match: re.Match[str]) -> int:
    """Where the place ends: before the name of a person who follows it; 0 where no place is named."""
    group = match.lastgroup or ""
    if group in ("whole", "city"):
        return match.end()
    named = match["name"] or match["short"] or match["named"]
    if named.isdigit():
        return match.end() if NUMBERED.match(match[0]) else 0
    words = named.split(" ")
    province = next((size for size in range(len(words), 0, -1) if " ".join(words[:size]) in PROVINCES), 0)
    kept = province or next((at for at in range(1, len(words) - 1) if words[at] in SURNAMES), len(words))
    if (
        (words[0] in NO_NAMES and not province)
        or (words[0] in SURNAMES and kept > 2 and not province)
        or (named.isupper() and named != "HCM")
    ):
        return 0
    return match.end() - len(named) + len(" ".join(words[:kept]))


def _provinces(text: str, start: int, end: int) -> Iterator[Found[PlaceMention]]:
    """Provinces by bare name between two offsets."""
    for run in RUN.finditer(text, start, end):
        words = run[0].split(" ")
        at = run.start()
        for index in range(len(words)):
            name = next((name for size in (5, 4, 3, 2, 1) if (name := " ".join(words[index : index + size])) in PROVINCES), None)
            if name and not (index and words[index - 1] in SURNAMES) and not NOT_BEFORE.search(text, max(0, at - 14), at):
                yield Found(PlaceMention(name), Span(at, at + len(name)), confidence=0.85)
                break
            at += len(words[index]) + 1
