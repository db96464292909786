"""What is looked at before a pattern or phrase by phrase lets through all that these would find."""

from itertools import pairwise

import pytest

from giaoban.documents import from_text
from giaoban.reading.engine import Pipeline
from giaoban.reading.rules.clauses import ahead, asked_lists, items, outright, sections, soon
from giaoban.reading.rules.figures import spoken_periods
from giaoban.reading.rules.figures.whereabouts import apart
from giaoban.reading.rules.meeting import convening, meetings
from giaoban.reading.rules.named import agencies, days, full_dates, nations, periods, places, seats, years
from giaoban.reading.sentences import sentences
from giaoban.reading.syllables import Syllables, syllables
from giaoban.reference.wording import BIT, does, wording
from tests.core.reading.fuzzed import fuzzed
from tests.tables import table

SAID = [next(iter(case.values())) for name in ("meetings", "outright", "listed", "anchors", "periods") for case in table(f"{name}.tsv")]
PLAIN = [
    "2020-03-12 08:30", "Thời gian: 8 giờ, 12/03/2020", "Trong tháng, xảy ra 12 vụ", "trong quý đã kết nạp 15 đảng viên",
    "Trong năm tiếp theo", "từ đầu năm đến nay, có 3 vụ", "đứng thứ 6 của ", "xếp hạng nhất", "thứ 30/63 tỉnh, thành phố ",
    "Từ nay đến hết năm, các xã rà soát", "báo cáo trong chiều nay", "xong trước ngày mai", "hoàn thành đến hết năm.",
    "Huyện đoàn An Khê, Thị Ủy Phú Sơn, TỈNH ỦY AN KHÊ", "ngành Hải quan, dự án Tân Lộc, khu công nghiệp An Khê, công ty Hà An",
    "Tập đoàn EVN và Ngân hàng BIDV báo cáo",
]  # fmt: skip
TEXTS = [*PLAIN, *SAID, *(text[:at] for text in SAID for at in range(4, 160)), *map(fuzzed, range(60))]
SHORTCUTS = {
    "an order ends in its verb": (outright.ORDERS, lambda text: text.lower().endswith(outright.ENDS)),
    "a list of tasks is led on to by a colon": (asked_lists.ASKED, lambda text: text.rstrip().endswith(asked_lists.LEADS_ON)),
    **{f"a full date has a century, form {at}": (form, full_dates.CENTURY.search) for at, form in enumerate(full_dates.FORMS)},
    "a date of the month first too": (full_dates.MONTH_FIRST, full_dates.CENTURY.search),
    "a day leads to its year": (years.DAY, years.OF_DATE.search),
    "a month leads to its year": (years.MONTH, years.OF_DATE.search),
    "a quarter leads to its year": (years.QUARTER, years.OF_DATE.search),
    "a part of a year leads to it": (years.PART, lambda text: text.endswith(years.OF_YEAR)),
    "a day has its month behind it": (days.DAY, days.DATE.search),
    "a day in brackets has, too": (days.BRACKETED, days.DATE.search),
    "a day under the heading of minutes has, too": (days.HEADED, days.DATE.search),
    "what speaks of the time named before holds one of a few words": (
        spoken_periods.WITHIN,
        lambda text: any(held in text for held in spoken_periods.HELD),
    ),
    "an act is called by one of its names": (convening.OF_ACT, lambda text: any(act in text.lower() for act in convening.ACTS)),
    "a time told behind holds one of a few words near": (
        ahead.DONE_BY,
        lambda text: any(word in ahead.DONE_BY.search(text)[0][: ahead.DONE_WITHIN].lower() for word in ahead.DONE),
    ),
    "what opens a sentence of tasks begins with one of a few syllables": (
        sections.LEADS,
        lambda text: sections.LEADS.search(text)[0].split()[0].lower() in sections.FIRST,
    ),
    "an item begins with no capital": (items.ITEM, lambda text: not items.ITEM.search(text)[0][0].isupper()),
    "a rank ends in a number or in one of a few words": (
        apart.RANKED,
        lambda text: (said := text.rstrip())[-1:].isdecimal() or said.endswith(apart.RANKS_END),
    ),
    "the rest of a time under way is named by one of a few words": (
        ahead.TO_THE_END,
        lambda text: not {"cuối", "hết", "lại"}.isdisjoint(text.split()),
    ),
    "today and tomorrow are named": (soon.DAYS, lambda text: "nay" in text or "mai" in text),
    "the end of a year names it": (soon.YEAR, lambda text: " năm" in text),
    "a committee is told by its own word": (seats.PARTY, lambda text: any(word in text for word, _ in seats.COMMITTEES)),
    "whose meeting it is stands behind one of a few words": (convening.OWN, lambda text: text.endswith(convening.OF)),
    "a day of a schedule is named": (meetings.WEEKDAYS, lambda text: meetings.BY_DAY.search(text) or meetings.BEGUN[1] in text),
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_a_shortcut_lets_through_what_its_pattern_finds(name):
    pattern, passes = SHORTCUTS[name]
    found = [text for text in (*TEXTS, *map(str.lower, TEXTS)) if pattern.search(text)]
    assert found
    assert [text for text in found if not passes(text)] == []


@pytest.mark.parametrize("kind", ["action", "say_order", "negative"])
def test_whole_sets_of_phrases_say_what_phrase_by_phrase_says(kind):
    known, mask = wording(), BIT[kind]
    for text in TEXTS:
        words = text.lower().split()
        pairs = [" ".join(pair) for pair in pairwise(words)]
        assert does(words, mask) == any(known.get(each, 0) & mask for each in (*words, *pairs)), text


def lines(text: str) -> list[Syllables]:
    return [found.what for found in Pipeline(((sentences,), (syllables,))).run(from_text(text)).all(Syllables)]


def test_a_place_and_a_period_are_looked_for_wherever_they_may_be_named():
    named = 0
    for text in (*PLAIN, *SAID, *map(fuzzed, range(60))):
        page = from_text(text).text
        for line in lines(text):
            for at, (start, said, word) in enumerate(zip(line.starts, line.said, line.words, strict=True)):
                place = places.PLACE.match(page, start) if said in places.BEGINS else None
                if place and places._reach(place):
                    named += 1
                    assert places._may_go_on(line, at), (text, said)
                if word in periods.SECONDS and periods.TRIGGER.match(page, start):
                    assert line.words[at + 1] == periods.SECONDS[word], (text, said)
    assert named > 100


def test_a_small_head_of_an_agency_and_initials_are_looked_for_wherever_they_may_stand():
    heads = companies = 0
    for text in (*PLAIN, *SAID, *map(fuzzed, range(60))):
        page = from_text(text).text
        for line in lines(text):
            for at, (start, said) in enumerate(zip(line.starts, line.said, strict=True)):
                small = agencies.GOES_ON.get(said)
                if small and agencies.AGENCY.match(page, start):
                    heads += 1
                    assert agencies._before_capital(line.said, at + 1, small), (text, said)
            if nations.COMPANY.search(page, line.starts[0], line.end(-1)):
                companies += 1
                assert line.signs & nations.OF_COMPANIES and line.signs & nations.HAS_INITIALS, text
    assert heads > 4 and companies
