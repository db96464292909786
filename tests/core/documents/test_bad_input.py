"""Every kind of bad file is refused clearly, within 2 s of computing and 256 MB of further memory, in a process of its own."""

import multiprocessing
import resource
import time
import tomllib
from contextlib import suppress
from importlib.resources import files

import pytest

from giaoban import messages
from giaoban.documents import odt, page, pdf, read, rtf, word, word97
from giaoban.documents.pdf.columns import Flow
from giaoban.documents.pdf.lines import Line, Part
from giaoban.documents.pdf.paragraphs import pieces
from giaoban.model import Refused
from tests.core.documents import made, older
from tests.core.documents.bad import cases

SECONDS, MEGABYTES = 2.0, 256
CASES = list(cases())
APART = multiprocessing.get_context("fork")


def measured(data, name, answer) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = time.process_time()
    try:
        read(data, name)
        code, values = "read", {}
    except Refused as refused:
        code, values = refused.code, refused.values
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before.ru_maxrss
    answer.send((code, values, time.process_time() - started, grown / 1024))


@pytest.fixture(scope="module", autouse=True)
def _libraries_are_loaded():
    """Loading a library is no part of reading a file."""
    for reader, data in (
        (word.read, made.word()),
        (odt.read, made.odt("<text:p>Xin chào</text:p>")),
        (rtf.read, b"{\\rtf1 Xin}"),
        (word97.read, older.doc("Xin chào\r")),
        (page.read, made.page("<p>Xin chào</p>")),
        (lambda data: pdf.read(data, None), made.pdf()),
    ):
        reader(data)


@pytest.mark.parametrize(("data", "name", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_bad_file_is_refused_soon_and_in_little_memory(data, name, code):
    here, there = APART.Pipe(duplex=False)
    process = APART.Process(target=measured, args=(data if isinstance(data, bytes) else data(), name, there))
    process.start()
    there.close()
    assert here.poll(60), "no answer in a minute"
    found, values, seconds, megabytes = here.recv()
    process.join(10)
    assert found == code
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    said = {language: messages.say(Refused(found, **values), language) for language in messages.LANGUAGES}
    assert said["vi"] != said["en"]


def test_a_paragraph_of_a_hundred_thousand_typed_lines_is_read_soon():
    data = made.page("<p>" + "thu đạt 5 tỷ<br>" * 100_000)
    started = time.process_time()
    assert read(data, "a.html").text.count("thu đạt") == 100_000
    assert time.process_time() - started < 4 * SECONDS


def test_a_pdf_that_names_its_properties_ten_thousand_times_is_read_soon():
    line = b"BT /F 12 Tf 50 700 Td (Thu ngan sach dat 5 ty dong) Tj ET"
    data = made.pdf_of_stream(line, len(line)).replace(
        b"%%EOF", b"% " + b" ".join(b"/Info %d 0 R" % each for each in range(10**4)) + b"a" * 2**23 + b"\n%%EOF"
    )
    started = time.process_time()
    with suppress(Refused):
        read(data, "a.pdf")
    assert time.process_time() - started < SECONDS


def test_a_paragraph_over_two_hundred_pages_is_read_in_linear_time():
    placed = [
        Line(1, number, (Part("thu ngân sách đạt khá-" if number % 2 else "hơn dự toán", 0, 100, number, 1),)) for number in range(40_000)
    ]
    started = time.process_time()
    assert len(list(pieces([Flow(placed, 0, 100)]))) == 1
    assert time.process_time() - started < 4 * SECONDS


def test_drawings_that_draw_a_few_others_are_read():
    for data in (made.pdf_of_drawings(3, 4), made.pdf_of_drawings(3, 4, apart=True), made.pdf_of_drawings(60, 1)):
        assert read(data, "a.pdf").text == "Thu ngan sach dat 2.572 ty dong."


def test_there_is_a_case_for_every_refusal_of_a_file():
    elsewhere = {"state-secret", "ocr-failed", "digits-unsure"}
    said = tomllib.loads((files(messages) / "documents.toml").read_text("utf-8"))
    assert {case[3] for case in CASES} == set(said) - elsewhere


def test_minutes_that_begin_with_labels_are_no_letter():
    text = "Time: 8h00\nPlace: tru so\nThu ngân sách đạt 5 tỷ đồng.\nMIME-Version: 1.0"
    assert "5 tỷ đồng" in read(text.encode(), "a.txt").text
