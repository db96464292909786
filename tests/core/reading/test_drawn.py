"""Directives whose words somebody has drawn: what stands around them says who asks and who is to act."""

import pytest

from giaoban import documents, flow
from giaoban.model import Span
from giaoban.reading.drawn import drawn

TEXT = """Ngày 12/3/2020, Ban Thường vụ Tỉnh ủy họp giao ban tháng 3, do đồng chí Lê Văn An, Bí thư Tỉnh ủy, chủ trì.

Tỷ lệ tiêm chủng đạt 92%, công tác tuyên truyền có nhiều chuyển biến.

Kết luận cuộc họp, Bí thư Tỉnh ủy yêu cầu Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/6/2020. Hằng tuần có thống kê gửi \
Văn phòng Tỉnh ủy. Công an tỉnh bố trí người trực.
"""
DOCUMENT = documents.read(TEXT.encode(), "a.txt", None)


def of(words):
    start = TEXT.index(words)
    return drawn(DOCUMENT, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "issuer", "assignee", "deadline"),
    [
        ("rà soát các hồ sơ tồn đọng", "Bí thư Tỉnh ủy", "Phòng Kinh tế", "2020-06-30"),
        ("Phòng Kinh tế rà soát các hồ sơ", "Bí thư Tỉnh ủy", "Phòng Kinh tế", "2020-06-30"),
        ("có thống kê gửi", "Bí thư Tỉnh ủy", "Phòng Kinh tế", None),
        ("bố trí người trực", "Bí thư Tỉnh ủy", "Công an tỉnh", None),
        ("Công an tỉnh bố trí người trực", "Bí thư Tỉnh ủy", "Công an tỉnh", None),
    ],
)
def test_a_drawn_directive_is_asked_by_and_of_whom_the_sentences_around_name(words, issuer, assignee, deadline):
    found = of(words)
    assert (found.issuer, found.assignee, found.deadline) == (issuer, assignee, deadline)


def test_words_that_the_reader_heard_itself_say_what_it_heard():
    for each in flow.read(TEXT.encode(), "a.txt")[1].directives:
        assert drawn(DOCUMENT, each.span) == each.what


def test_no_stretch_of_a_text_raises():
    for start in range(0, len(TEXT), 7):
        for length in (1, 5, 40, 400):
            drawn(DOCUMENT, Span(start, min(len(TEXT), start + length)))
    assert of("an") is None
    for text in ("A b", "  x"):
        assert drawn(documents.read(text.encode(), "", None), Span(0, 1)) is None
