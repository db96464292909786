"""Where the clauses of lists begin and end, in the record of the demo and word by word."""

from functools import cache
from importlib.resources import files

import pytest

from giaoban import documents, reading
from giaoban.documents import from_text
from giaoban.model import Directive, Finding
from giaoban.reading.engine import Pipeline
from giaoban.reading.rules.clauses.begins import after_body, closes
from giaoban.reading.rules.clauses.trims import after_case, after_then, dashes, joins, verbs_before
from giaoban.reading.sentences import sentences
from giaoban.reading.syllables import Syllables, syllables
from tests.core.reading.written import page

RECORD = files("giaoban_web.demo").joinpath("records", "dong-trieu-2020-03-12.txt")


@cache
def quotes() -> list[str]:
    document = documents.read(RECORD.read_bytes(), RECORD.name)
    said = reading.read(document)
    return [each.span.of(document.text) for each in (*said.findings, *said.directives) if isinstance(each.what, Finding | Directive)]


def test_no_find_of_a_list_begins_with_its_dash():
    assert [each for each in quotes() if each.startswith(("-", "–"))] == []


def test_no_find_ends_with_a_word_or_mark_that_only_joins_what_follows():
    assert [each for each in quotes() if each.endswith((" và", "đồng thời", ","))] == []


@pytest.mark.parametrize("words", ["Gắn đô thị hóa với xây dựng nông thôn mới", "Đưa công nghệ thông tin vào trường học"])
def test_a_directive_keeps_the_verb_whose_object_stands_before_the_word_it_needs(words):
    assert [each for each in quotes() if each.startswith(words)]


@pytest.mark.parametrize("said, first, size", [("- thu gom rác", 1, 0), ("thu gom rác", 0, 0), ("rừng phòng hộ và", 0, 1), ("đi và", 0, 0),
                                               ("giữ rừng đồng thời", 0, 2), ("đo lại đất và giao", 0, 2),
                                               ("-", 0, 0)])  # fmt: skip
def test_dashes_fall_away_before_and_joining_words_after_but_never_all_of_it(said, first, size):
    assert (dashes(said.split()), joins(said.split())) == (first, size)


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("yêu cầu các xã rà soát, sắp xếp lại trụ sở", "rà soát"),
        ("giao Công an xã tiếp tục theo dõi, đôn đốc, nhắc nhở các hộ", "tiếp tục theo dõi"),
        ("trên cơ sở rà soát, đề xuất phương án", "đề xuất"),
        ("sau khi kiểm tra, báo cáo UBND huyện", "báo cáo"),
        ("làm tốt công tác kiểm tra, xử lý vi phạm", "xử lý"),
    ],
)
def test_actions_that_share_an_object_begin_with_the_first_that_is_asked(said, begins):
    document = from_text(f"{said}\n")
    line = next(iter(Pipeline(((sentences,), (syllables,))).run(document).all(Syllables))).what
    last = max(at for at, word in enumerate(line.words[:-1]) if word == ",") + 1
    assert document.text[line.starts[verbs_before(line, last)] :].startswith(begins)


@pytest.mark.parametrize(("said", "at"), [("thì kiểm tra hợp đồng", 1), ("thì mới xong", None), ("kiểm tra hợp đồng", None)])
def test_a_deed_that_comes_of_a_condition_begins_behind_its_word(said, at):
    line = next(iter(Pipeline(((sentences,), (syllables,))).run(from_text(said)).all(Syllables))).what
    assert after_then(line, 0, len(said)) == at


def test_a_deed_for_some_cases_begins_behind_them():
    line = next(
        iter(Pipeline(((sentences,), (syllables,))).run(from_text("Đối với trường hợp không nhận tiền, kiểm tra hồ sơ")).all(Syllables))
    )
    at = line.what.words.index("không")
    assert after_case(line.what, at, line.span.end) == line.what.words.index("kiểm")
    assert after_case(line.what, at, line.what.starts[at + 2]) is None


@pytest.mark.parametrize(
    ("said", "is_last"), [("kết thúc lúc 16 giờ", True), ("kết thúc vào hồi 16 giờ", True), ("kết thúc vào ngày 30/6", False)]
)
def test_the_last_line_of_minutes_is_told_by_its_hour(said, is_last):
    assert closes(said.split(), 0) == is_last


@pytest.mark.parametrize("words", ["Sở Nội vụ, rà soát biên chế", "Công an huyện và các xã rà soát"])
def test_a_clause_that_ends_with_a_body_has_nothing_behind_it(words):
    read = page(words)
    line = next(found.what for found in read.all(Syllables) if found.span.start == read.text.index(words))
    assert [after_body(read, line, 0, line.end(last), True) for last in range(3)] == [None] * 3
