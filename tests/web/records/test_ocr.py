import subprocess

import pytest

from giaoban.documents import read
from giaoban.model import Refused
from giaoban_web.records import ocr
from tests.core.documents import made

installed = pytest.mark.skipif(not ocr.available(), reason="tesseract with Vietnamese is not installed")
LINES = ("Thị xã giao ban công tác quý I năm 2020.", "Thu ngân sách đạt 2.572 tỷ đồng.")


@installed
@pytest.mark.parametrize(("words", "degrees"), [("MẬT", 0), ("TỐI MẬT", 6), ("TUYỆT MẬT", -14)])
def test_a_stamp_in_a_frame_is_found_straight_and_aslant(words, degrees):
    with pytest.raises(Refused, match="state-secret"):
        read(made.scan_of([made.stamped(words, degrees)]), "quet.pdf", ocr.ocr)


@installed
@pytest.mark.parametrize(("words", "degrees", "frame"), [("MẬT", 0, False), ("TỐI MẬT", 8, False), ("TUYỆT MẬT", -12, True)])
def test_a_red_stamp_over_a_line_of_print_is_found_straight_and_aslant(words, degrees, frame):
    with pytest.raises(Refused, match="state-secret"):
        read(made.scan_of([made.overprinted(words, degrees, frame=frame)]), "quet.pdf", ocr.ocr)


@installed
def test_a_red_stamp_that_says_something_else_refuses_nothing():
    for words in ("ĐẾN", "HỎA TỐC", "MẶT TRẬN"):
        assert "Thị xã" in read(made.scan_of([made.overprinted(words, 5, frame=True)]), "quet.pdf", ocr.ocr).text


@installed
def test_a_scan_is_read_through_tesseract_without_a_file(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    text = read(made.scan(lines=LINES), "quet.pdf", ocr.ocr).text
    assert all(words in text for words in ("Thị xã giao ban", "2.572 tỷ đồng"))
    assert list(tmp_path.iterdir()) == []


@installed
def test_a_stamp_on_a_scanned_page_is_seen():
    with pytest.raises(Refused) as refused:
        read(made.scan(lines=("TỐI MẬT", *LINES)), "quet.pdf", ocr.ocr)
    assert (refused.value.code, refused.value.values["level"]) == ("state-secret", "TỐI MẬT")


def test_without_tesseract_a_scan_is_refused_and_the_reason_said(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)
    with pytest.raises(Refused) as refused:
        ocr.ocr(b"", page=1, pages=4)
    assert (refused.value.code, refused.value.values) == ("scan-needs-ocr", {"pages": 4})


@pytest.mark.parametrize("error", [subprocess.TimeoutExpired("tesseract", 1), subprocess.CalledProcessError(1, "tesseract"), OSError()])
def test_a_page_that_tesseract_cannot_read_is_named(monkeypatch, error):
    def fails(*arguments, **options):
        raise error

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr.subprocess, "run", fails)
    with pytest.raises(Refused) as refused:
        ocr.ocr(b"", page=3, pages=4)
    assert (refused.value.code, refused.value.values) == ("ocr-failed", {"page": 3})
