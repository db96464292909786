"""Files brought as evidence: what a browser is told beforehand, and what is said of a file too large for every upload."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban.model import Refused
from giaoban_web.directives.checking import LARGEST
from giaoban_web.directives.file_fields import EvidenceFiles


class CutOff:
    name = "lon.pdf"

    def read(self):
        raise Refused("upload-too-large", limit=50)


def test_a_file_that_was_cut_off_is_told_the_limit_of_evidence():
    with pytest.raises(ValidationError) as wrong:
        EvidenceFiles().clean([CutOff()])
    assert "lon.pdf: " in wrong.value.messages[0]
    assert "20 MB" in wrong.value.messages[0]
    assert "50 MB" not in wrong.value.messages[0]


def test_the_field_tells_a_browser_how_large_a_file_may_be():
    shown = EvidenceFiles().widget.render("files", None)
    assert f'data-largest="{LARGEST}"' in shown
    assert "20 MB" in shown


@pytest.mark.parametrize(
    ("head", "name", "told"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMG_0042.HEIC", "dạng HEIC. Hãy lưu lại ảnh dạng JPG hoặc PNG"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "cau.mp4", "dán liên kết vào đây"),
    ],
)
def test_a_photo_or_film_that_cannot_be_kept_is_told_what_to_send_in_its_place(head, name, told):
    with pytest.raises(ValidationError) as wrong:
        EvidenceFiles().clean([SimpleUploadedFile(name, head + bytes(range(256)) * 9)])
    assert told in wrong.value.messages[0]
    assert "cuộc họp" not in wrong.value.messages[0] and "tên tệp ghi khác" not in wrong.value.messages[0]


def test_a_phone_is_asked_for_kinds_of_pictures_that_can_be_kept():
    accepted = EvidenceFiles().widget.attrs["accept"].split(",")
    assert {f"image/{kind}" for kind in ("jpeg", "png", "webp")} == {each for each in accepted if each.startswith("image")}
    assert {".pdf", ".docx", ".xlsx"} <= set(accepted)


@pytest.mark.parametrize("name", ["bao-cao.pdf", "BAO-CAO.PDF", "danh-sach.xlsx", "to-trinh.docx"])
def test_a_file_that_is_something_else_than_its_name_says_is_refused_before_somebody_has_to_open_it(name):
    with pytest.raises(ValidationError) as wrong:
        EvidenceFiles().clean([SimpleUploadedFile(name, "Danh sách 12 hộ đã nhận tiền.".encode())])
    assert name in wrong.value.messages[0]
    assert "không ai mở được" in wrong.value.messages[0]


def test_a_text_or_picture_is_taken_by_any_name_of_its_own():
    assert [each.media_type for each in EvidenceFiles().clean([SimpleUploadedFile("ghi-chep", "Xong 12 hộ.".encode())])] == ["text/plain"]
