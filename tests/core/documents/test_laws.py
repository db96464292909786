"""What holds for any bytes and any text."""

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.documents import from_text, read
from giaoban.model import Document, Refused
from tests.core.documents import made, older
from tests.core.documents.papers import saved

LOOSE = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
STARTS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html><body>",
    b"<?xml",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"{\\rtf",
)
WORDS = st.sampled_from(
    [
        "Thị xã",
        "đạt 2.572 tỷ đồng",
        "I.",
        "- ",
        "1. ",
        "a) ",
        "\n",
        "\n\n",
        "\t",
        ".",
        "; ",
        "Ảnh: T.L",
        "MẬT",
        "bí mật",
        "ngày 12/3/2020",
        "của",
        "(",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))
WHOLE = {
    "a.docx": made.word(),
    "a.doc": saved("merged", "doc"),
    "b.doc": older.doc("Xin chào.\rXã\x0732\x07\x07"),
    "b.odt": saved("levels", "odt"),
    "a.rtf": saved("merged", "rtf"),
    "b.rtf": rb"{\rtf1{\fonttbl{\f0 .VnTime;}}{\header a}\f0 Xin ch\'b5o\par\trowd\cellx9\cellx20 a\cell b\cell\row}",
    "a.odt": made.odt("<text:p>Xin chào.</text:p><table:table><table:table-row><table:table-cell/></table:table-row></table:table>"),
    "a.pdf": made.pdf(),
    "a.html": made.page("<h1>Tin</h1><table><tr><td>a</td><td>b</td></tr></table><p>Xin chào.</p>"),
}


def is_sound(document: Document) -> bool:
    spans = [block.span for block in document.blocks]
    inside = all(block.span.covers(cell) for block in document.blocks for cell in block.cells)
    apart = all(before.end <= after.start for before, after in pairwise(spans))
    return inside and apart and all(0 <= span.start < span.end <= len(document.text) for span in spans)


def taken(data: bytes, name: str = "a") -> Document | None:
    """The document, or None where it is refused; anything else that is raised fails the test."""
    try:
        return read(data, name, lambda png, page, pages: "Trang quét.")
    except Refused:
        return None


@LOOSE
@given(st.sampled_from(STARTS), st.binary(max_size=600))
def test_no_bytes_do_anything_but_make_a_document_or_be_refused(start, rest):
    document = taken(start + rest)
    assert document is None or is_sound(document)


@pytest.mark.parametrize("name", WHOLE)
@LOOSE
@given(st.data())
def test_a_damaged_file_makes_a_document_or_is_refused(name, data):
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.just(len(whole)), st.integers(1, len(whole))))
    document = taken(bytes(whole[:end]), name)
    assert document is None or is_sound(document)


@LOOSE
@given(TEXTS)
def test_blocks_lie_in_the_text_in_order_and_apart(text):
    try:
        assert is_sound(from_text(text))
    except Refused as refused:
        assert refused.code == "state-secret"


@LOOSE
@given(TEXTS)
def test_however_the_same_text_is_written_it_is_the_same_document(text):
    def made_of(written):
        try:
            document = from_text(written)
        except Refused as refused:
            return refused.code
        return document.text, document.blocks

    composed = unicodedata.normalize("NFC", text.replace("\r", ""))
    assert made_of(composed) == made_of(unicodedata.normalize("NFD", composed)) == made_of(composed.replace("\n", "\r\n"))


@LOOSE
@given(TEXTS)
def test_the_text_is_normal_and_stays_so(text):
    try:
        kept = from_text(text).text
    except Refused:
        return
    assert unicodedata.is_normalized("NFC", kept)
    assert from_text(kept).text == kept


@LOOSE
@given(
    st.text(
        alphabet=st.characters(
            blacklist_categories=("Cs", "Cc", "Cf"),
            blacklist_characters="\u2028\u2029\u034f\u115f\u1160" + "".join(map(chr, range(0xFE00, 0xFE10))),
        ),
        min_size=1,
    )
)
def test_a_normal_text_without_hidden_signs_is_kept_code_point_for_code_point(text):
    composed = unicodedata.normalize("NFC", text)
    try:
        assert from_text(composed).text == composed
    except Refused as refused:
        assert refused.code == "state-secret"


def test_the_work_grows_with_the_text_and_no_faster():
    """Counted in calls, which do not depend on the machine."""
    text = "\n\n".join(made.REPORT) + "\n\n"
    small, large = (_calls(text * times) for times in (20, 200))
    assert large < 12 * small


def _calls(text: str) -> int:
    import sys

    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        from_text(text)
    finally:
        sys.setprofile(None)
    return count


def test_a_document_is_the_same_each_time_it_is_read():
    for name, data in WHOLE.items():
        assert read(data, name) == read(data, name)


def test_junk_of_any_length_is_refused_or_read():
    source = random.Random(5)
    for length in (1, 2, 3, 5, 8, 100, 5_000):
        document = taken(source.randbytes(length))
        assert document is None or is_sound(document)
