import io
import subprocess

import pytest
from PIL import Image

from giaoban.documents import read
from giaoban.documents.ocr import SeenWord
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


def test_a_table_of_tesseract_says_where_each_word_stands_and_how_sure_it_is():
    rows = ("level\tpage_num", "1\t1\t0\t0\t0\t0\t0\t0\t1656\t2342\t-1\t", "4\t1\t1\t1\t1\t0\t228\t176\t400\t42\t-1\t",
            "5\t1\t1\t1\t1\t1\t228\t176\t58\t27\t96.5\tđạt", "5\t1\t1\t1\t1\t2\t300\t176\t60\t28\t41\t26,8%", "")  # fmt: skip
    (line,) = ocr.sight("\n".join(rows)).lines
    assert line == (SeenWord("đạt", 228, 176, 286, 203, 0.965), SeenWord("26,8%", 300, 176, 360, 204, 0.41))


@installed
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_on_its_head_is_turned(degrees):
    text = read(lying(degrees), "quet.pdf", ocr.ocr).text
    assert all(words in text for words in ("Thị xã giao ban", "2.572 tỷ đồng"))


@installed
@pytest.mark.parametrize("degrees", [90, 180])
def test_a_mark_of_secrecy_on_a_page_that_lies_wrongly_is_seen(degrees):
    with pytest.raises(Refused, match="state-secret"):
        read(lying(degrees, "TỐI MẬT"), "quet.pdf", ocr.ocr)


def test_a_page_that_is_read_surely_is_read_once_and_looked_at_no_further(monkeypatch):
    asked = []

    def run(command, **_options):
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, b"4\n" + "5\t1\t1\t1\t1\t1\t0\t0\t90\t20\t96\tngân".encode())

    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr.subprocess, "run", run)
    assert ocr.ocr(b"", page=1, pages=1).text == "ngân" and len(asked) == 1


def lying(degrees: int, *above: str) -> bytes:
    """A PDF with one page that lies so, with print enough on it to tell how it lies."""
    with Image.open(io.BytesIO(made.picture((*above, *LINES * 6)))) as upright:
        file = io.BytesIO()
        upright.convert("L").rotate(degrees, expand=True).save(file, "PDF", resolution=150)
    return file.getvalue()


@installed
def test_the_sides_of_a_letterhead_are_told_apart():
    document = read(made.scan_of([made.headed()]), "quet.pdf", ocr.ocr)
    texts = [block.span.of(document.text) for block in document.blocks]
    assert texts[:4] == ["ỦY BAN NHÂN DÂN", "XÃ THANH LÂM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
