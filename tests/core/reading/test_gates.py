import re

import pytest

from giaoban.reading.gates import FAR, Gated, may_stand, needed
from giaoban.reading.rules.clauses import leads
from giaoban.reading.rules.meeting import convening, witnesses
from giaoban.reading.rules.named import year_wordings
from giaoban.reading.syllables import pieces
from tests.core.reading.fuzzed import fuzzed
from tests.tables import table

CASES = (
    ("(?:tổng kết|sơ kết)(?: công tác)? $", ("tổng kết", "sơ kết")),
    (r"[Hh]ội nghị[^.;]{0,60}diễn ra\b(?! vào)", ("ội nghị",)),
    ("(?:trong )?(?:quý )+I", ("quý ",)),
    (r"\d+(?:/\d+)? $", (" ",)),
    ("[Kk]ỳ họp|[Bb]uổi họp", ("Kỳ họp", "kỳ họp", "uổi họp")),
    (r"[Pp]hiên (?:bế|khai) mạc\d", ("Phiên ", "phiên ")),
    ("(?:đến|)nay?", ("na",)),
    ("đến|(?i:so với)", ()),
    ("(?i)so với", ()),
    (r"[Nn]ăm|\d{4}", ()),
    ("(?<=tính )đến(?= hết)", ("đến",)),
)


@pytest.mark.parametrize(("pattern", "words"), CASES)
def test_a_gate_asks_for_the_longest_words_that_must_stand(pattern, words):
    assert needed(pattern)[0] == words


@pytest.mark.parametrize(
    ("pattern", "lead"),
    [
        ("(?:tổng kết|sơ kết) $", 0),
        (r"(?:mở|triển khai)(?: \w){0,3} hội nghị", 16),
        (r"[Hh]ội thảo|[Bb]uổi họp", 1),
        ("(?<=tính )đến hết", 0),
        (r"của [^.;]* diễn ra", FAR),
    ],
)
def test_a_gate_knows_how_far_into_its_pattern_the_word_stands(pattern, lead):
    assert needed(pattern)[1] == lead


GATED = (
    *(pattern for _, pattern in (*year_wordings.MANNERS, *leads.LEADS)),
    *(pattern for pattern, _ in (*witnesses.BY_NAME, *witnesses.BY_DEED)),
    *(witnesses.MEETING, witnesses.OTHER, convening.WITH, convening.MEMBER, convening.SECTOR),
)


def test_a_gated_pattern_finds_what_the_pattern_alone_finds():
    texts = [case["text"] for name in ("meetings", "contexts", "periods") for case in table(f"{name}.tsv")]
    texts += [text[:at] for text in texts for at in range(20, 160, 20)]
    for text in (*texts, *map(fuzzed, range(200))):
        for each in GATED:
            pattern = re.compile(each.said)
            alone = pattern.search(text, 2)
            found = each.search(text, 2)
            assert (found and found.span()) == (alone and alone.span()), (each.said, text)
            assert [match.span() for match in each.finditer(text)] == [match.span() for match in pattern.finditer(text)]


def test_what_a_pattern_finds_may_stand_among_the_syllables_of_the_text():
    asked = [(pattern, pattern.ways) for _, pattern in year_wordings.MANNERS]
    asked += [(pattern, pattern.ways) for pattern, _ in witnesses.BY_DEED]
    asked += [(pattern, beside.ways) for (pattern, _), beside in zip(witnesses.BY_NAME, witnesses.BESIDE, strict=True)]
    found = 0
    for text in (case["text"] for name in ("meetings", "contexts", "years") for case in table(f"{name}.tsv")):
        for said in (text, text.lower()):
            syllables = frozenset(word for between in said.split() for word in pieces(between).words)
            for pattern, ways in asked:
                if pattern.search(said):
                    found += 1
                    assert may_stand(ways, syllables), (pattern.said, said)
    assert found


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        (r"(?:đã|vừa) nghe [^.;]{0,60}báo cáo", "xã nghe báo cáo", False),
        (r"(?:đã|vừa) nghe [^.;]{0,60}báo cáo", "báo cáo vừa nghe", True),
        ("sơ kết|giao ban", "giao sơ", False),
        ("sơ kết|giao ban", "giao ban", True),
        (r"[ab] \d", "năm", True),
        ("(?i)giao ban", "năm", True),
    ],
)
def test_each_part_of_a_pattern_asks_for_its_syllables(pattern, text, may):
    assert may_stand(Gated(pattern).ways, frozenset(text.split())) is may


def test_a_pattern_of_the_beginning_is_found_only_there():
    opens = Gated("^(?:[-+] )?Thời gian")
    assert opens.search("- Thời gian: 8 giờ") is not None
    assert opens.search("Địa điểm, Thời gian") is None
    assert opens.search("- Thời gian", 2) is None


def test_a_pattern_without_such_words_is_always_searched_for():
    assert Gated(r"\d\d").needs[0] == ()
    assert Gated(r"\d\d").search("năm 20") is not None
