"""Laws that the reader keeps for every text: the meeting, findings and directives."""

import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.model import Reading
from giaoban.reading import read
from tests.core.reading.shaken import shaken
from tests.tables import table

PIECES = (
    "Sáng 10/3, ", "UBND huyện Tân Sơn ", "tổ chức hội nghị ", "Bí thư Huyện ủy ", "Lê Văn Hùng", ", ", "yêu cầu ", "cần ", "phải ",
    "rà soát quy hoạch", "; ", ". ", "đồng thời ", "công tác ", "còn chậm", "đạt kết quả tốt", "chưa ", "các sở, ngành ", "và ", "của ",
    "trước ngày 30/6", "trong quý II", "“", "”", "(", ")", " - ", "\n", "\n\n", "Đối với UBND các xã:", "Ông ", "làm việc với ",
    "Thành ủy TP.HCM ", "năm 2020 ", "31/2 ", "0", "|", "\t", "…", "\u00a0", "\u200b", "oà uỷ ", "A" * 40,
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANYTHING = st.text(max_size=200)
CAPTION = "Bí thư Huyện ủy Lê Văn Hùng phát biểu kết luận buổi làm việc với xã Mỹ Thuận."
REPORT = f"""Huyện ủy Tân Sơn làm việc với xã Mỹ Thuận

Thứ Năm, 12/03/2020, 08:00

Sáng 10/3, Ban Thường vụ Huyện ủy Tân Sơn họp trực tuyến với Đảng ủy xã Mỹ Thuận. Đồng chí Lê Văn Hùng, Bí thư Huyện ủy, chủ trì.

{CAPTION}

Năm 2019, công tác cải cách hành chính của xã có nhiều chuyển biến tích cực. Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm.

Bí thư Huyện ủy yêu cầu xã Mỹ Thuận khẩn trương hoàn thành hồ sơ trước ngày 30/6; đồng thời cần quan tâm công tác giảm nghèo.
"""
AGAINST_TIME = (
    "tăng cường kiểm tra, xử lý nghiêm vi phạm và công khai kết quả ",
    "Bí thư Tỉnh ủy Nguyễn Văn An, Chủ tịch UBND tỉnh Trần Thị Bình và ",
    "các sở, ngành, ",
    "“phải làm”, ông Nam nói ",
    "ngày 12/3 hội nghị ",
    "hội nghị cuộc họp làm việc với ",
    "Đối với các xã:\n\n",
    "((((",
)
"""Texts without an end, for rules that look too far."""


WRITTEN = sorted(Path("corpus/annotated/written/worked_from/text").glob("*.txt"))
"""Whole records, as offices and papers write them."""


def facts(reading: Reading) -> list[object]:
    return [found.what for found in reading.finds()]


@given(st.one_of(WORDS, ANYTHING))
@settings(max_examples=150, deadline=None)
def test_no_text_raises_and_every_quote_is_the_text_at_its_span(text):
    document = from_text(text)
    reading = read(document)
    for found, said in zip(reading.finds(), record(document, reading)["findings"] + record(document, reading)["directives"], strict=False):
        assert 0 <= found.span.start < found.span.end <= len(document.text)
        assert said["quote"] == document.text[said["span"]["start"] : said["span"]["end"]]
        assert found.rule and 0 <= found.confidence <= 1


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_finds_of_one_kind_do_not_overlap(text):
    reading = read(from_text(text))
    clauses = sorted(found.span for found in (*reading.findings, *reading.directives))
    assert all(before.end <= after.start for before, after in pairwise(clauses))


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_record(text):
    assert record(from_text(text), read(from_text(text))) == record(from_text(text), read(from_text(text)))


@pytest.mark.parametrize(
    "other",
    [
        unicodedata.normalize("NFD", REPORT),
        REPORT.replace("\n", "\r\n"),
        "\ufeff" + REPORT,
        REPORT.replace(CAPTION, f"{CAPTION}\n{CAPTION}"),
        REPORT.replace(" ", "\u00a0"),
        REPORT.replace(" ", "\u2009"),
    ],
    ids=["decomposed letters", "Windows line ends", "byte order mark", "a caption said twice", "no-break blanks", "thin blanks"],
)
def test_how_a_text_is_encoded_does_not_change_what_is_found(other):
    expected = read(from_text(REPORT))
    assert expected.meeting and expected.findings and expected.directives
    assert facts(read(from_text(other))) == facts(expected)


def once(text: str) -> float:
    started = time.process_time()
    read(from_text(text))
    return time.process_time() - started


@pytest.mark.parametrize("piece", AGAINST_TIME)
def test_reading_time_grows_with_the_length_of_the_text_and_no_faster(piece):
    """The quickest of three readings counts: the others may have had to share the machine. Once one is quick enough, no other is asked."""
    read(from_text(REPORT))
    short, long = (f"{REPORT}\n\n{piece * (size // len(piece))}" for size in (20_000, 160_000))
    most = max(min(once(short) for _ in range(3)), 1e-2) * 8 * 3
    assert any(once(long) < most for _ in range(3))


@pytest.mark.parametrize("seed", range(4))
def test_no_record_raises_whatever_an_installation_has_learned(seed):
    weights = shaken(seed)
    readings = [read(from_text(path.read_text("utf-8")), weights) for path in WRITTEN[seed::4]]
    assert len(readings) == len(WRITTEN[seed::4]) > 0


@pytest.mark.parametrize("name", ["outright.tsv", "directives.tsv", "parties.tsv", "placing.tsv", "meetings.tsv", "findings.tsv"])
def test_no_text_raises_that_begins_with_what_rules_look_for(name):
    texts = [case["text"].replace(" / ", "\n\n") for case in table(name)]
    assert len([read(from_text(text)) for text in texts]) == len(texts) > 0


@pytest.mark.parametrize("words", ["Đề nghị Quốc hội sửa Luật", "Kiến nghị UBND tỉnh hỗ trợ", "đề nghị TP.HCM cần ", "Giao Sở Y tế"])
def test_no_text_raises_that_begins_with_who_is_asked(words):
    assert read(from_text(f"{words}.\n\n{REPORT}")).meeting
