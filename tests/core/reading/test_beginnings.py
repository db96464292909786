import re
from re import _compiler  # type: ignore[attr-defined]

import pytest

from giaoban.kept import KEPT
from giaoban.reading.beginnings import compiled, may_begin, with_heads
from giaoban.reading.rules.meeting import convening, modes, reviewing, witnesses
from giaoban.reading.rules.named import dates, days, periods
from tests.core.reading.fuzzed import fuzzed
from tests.tables import table

SPREAD = (
    r"(?:[Hh]ội [Nn]ghị|[Hh]ội thảo|\b[Hh]ọp|[Cc]uộc họp)(?: \w+){0,2}",
    r"(?<!tính )(?:[Đđ]ến|[Tt]rước) (?P<day>\d+)",
    r"^Họp|[.;] ?Họp|(?:chủ trì )?họp",
    r"(?P<kind>[Hh]uyện|[Xx]ã|[Tt]ỉnh) (?P<name>[A-Z]\w+)",
    r"(?:quý|(?:hết )?quý|hết) I",
    r"(?<=[ ,])(?:và|với)(?! nhau)",
)
ALONE = (
    r"(?P<kind>(?P<small>[Xx]ã)|[Tt]ỉnh) [A-Z]",
    r"\d+|năm",
    r"(?i:họp|năm)",
    r"(?i)họp|năm",
    r"(?m)^họp|^năm",
    r"(?:họp)*|năm",
    r"\b[-–]|\bnăm",
    r"(?=h)họp|năm",
    "",
    "năm|",
)
SAID = ("Hội nghị họp. Họp", "đến 12, tính đến 3; trước 4", "xã An, Tỉnh Bo, huyện Cu", "hết quý I, quý I, hết I, và với, với nhau", "")


def finds(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups(), match.lastgroup) for start in (0, 3) for match in pattern.finditer(text, start, 180)]


@pytest.mark.parametrize("pattern", [*SPREAD, *ALONE])
def test_a_pattern_compiled_so_finds_what_it_finds(pattern):
    for text in (*SAID, *map(fuzzed, range(100))):
        assert finds(compiled(pattern), text) == finds(re.compile(pattern), text)


@pytest.mark.parametrize(("pattern", "spread"), [*((pattern, True) for pattern in SPREAD), *((pattern, False) for pattern in ALONE)])
def test_only_a_pattern_that_begins_with_a_few_letters_is_searched_by_them(pattern, spread, monkeypatch):
    made = []
    monkeypatch.setattr(KEPT, "known", None)
    monkeypatch.setattr(_compiler, "_compile_info", lambda code, parsed, flags: made.append(_compiler._get_charset_prefix(parsed, flags)))
    compiled(pattern)
    assert bool(made[0]) == spread


def test_patterns_of_the_reader_find_the_same():
    texts = [case["text"] for name in ("meetings", "contexts", "periods", "years") for case in table(f"{name}.tsv")]
    read = (witnesses.MEETING, witnesses.OTHER, convening.OWN, convening.DIRECT, convening.ELSE, days.BRACKETED, days.TODAY, modes.ONLINE)
    said = [each.said for each in (*read, reviewing.REVIEWED, dates.LEGAL, *(each for each, _ in witnesses.BORNE))]
    for pattern in said:
        mine, plain = compiled(pattern), re.compile(pattern)
        assert [finds(mine, text) for text in texts] == [finds(plain, text) for text in texts]
    assert all(periods.LIMIT.search(text) for text in ("chậm nhất ngày ", "(đến hết tháng "))


def test_forms_of_periods_begin_as_the_text_does_where_they_are_found():
    texts = [text for case in table("periods.tsv") for text in (case["text"], case["text"].upper())]
    begun = {
        (kind, text[said.start() : said.end() + 1], may_begin(heads, text[said.start() :]))
        for kind, pattern, heads in periods.COMPILED
        for text in texts
        for said in pattern.finditer(text)
    }
    assert len(begun) > 100
    assert all(known for _, _, known in begun)


@pytest.mark.parametrize(
    ("pattern", "begins", "other"),
    (
        ("(?i:ba|hai) tháng", ("Ba thì", "HAI thế", "ba tháng"), ("ba năm", "bốn tháng", "")),
        (r"[1-3]?\d/", ("12/3", "2/", "٣/"), ("năm", "123", "12-")),
        ("(?:a|bc)+d", ("aaad", "bcbcd", "abcd"), ("ac", "dd")),
        (r"\bnăm(?! qua)", ("năm", "năm qua"), ("năng",)),
    ),
)
def test_a_pattern_is_tried_only_where_the_text_begins_as_it_may(pattern, begins, other):
    heads = with_heads(pattern)[1]
    assert all(may_begin(heads, text) for text in begins)
    assert not any(may_begin(heads, text) for text in other)


def test_a_pattern_that_may_begin_with_anything_is_tried_everywhere():
    assert [with_heads(pattern)[1] for pattern in ("a*", "(?:a|.)b", r"\w+", "[^a]")] == [None] * 4
