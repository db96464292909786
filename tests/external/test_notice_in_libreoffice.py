"""A drafted notice opened and saved by LibreOffice is still the notice: no change of text, numbers still counted, styles still there."""

import io
import shutil
import subprocess

import docx
import pytest

from giaoban.brief.changes import changed, compare
from giaoban.render.layouts import NAMES, layout
from giaoban.render.notice_around import around
from giaoban.render.notice_docx import docx_of
from giaoban.render.notice_reading import kept, read
from tests.core.render.test_notice import notice
from tests.core.render.test_notice_reading import EDITS, added, boxed, dropped, moved, retyped, table_between

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is absent: apt install libreoffice-writer")
HARD = "Ngày 12/03/2020,  hai bên – “Hạ Lĩnh” & <Phú Vân> – họp; thu 1.040,5 tỷ đồng (tăng 6,3 %)…"


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """The bytes by layout, as LibreOffice saves the drafted documents again."""
    folder = tmp_path_factory.mktemp("notices")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(docx_of(notice(text=HARD), layout(name)))
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "docx", "--outdir"]
    subprocess.run([*command, folder / "saved", *sorted(folder.glob("*.docx"))], check=True, capture_output=True, timeout=240)
    return {name: (folder / "saved" / f"{name}.docx").read_bytes() for name in NAMES}


@pytest.fixture
def resave(tmp_path):
    """resave(document) gives the bytes as LibreOffice saves it again."""

    def by_office(document) -> bytes:
        document.save(tmp_path / "sua.docx")
        command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "docx", "--outdir"]
        subprocess.run([*command, tmp_path / "saved", tmp_path / "sua.docx"], check=True, capture_output=True, timeout=240)
        return (tmp_path / "saved" / "sua.docx").read_bytes()

    return by_office


@pytest.mark.parametrize("name", NAMES)
def test_no_text_changes_and_every_paragraph_is_known_by_its_mark(saved, name):
    drafted, found = kept(notice(text=HARD)), read(saved[name], notice(text=HARD), layout(name))
    assert changed(compare(drafted, found)) == ()
    assert [each.mark for each in found] == [each.mark for each in drafted]


@pytest.mark.parametrize("edit", [retyped, dropped, moved, added, table_between, boxed], ids=lambda edit: edit.__name__)
def test_what_was_edited_in_it_and_saved_again_is_told_as_word_tells_it(saved, resave, edit):
    document = docx.Document(io.BytesIO(saved["state"]))
    edit({each.text: each for each in document.paragraphs}, document)
    back = resave(document)
    found = changed(compare(kept(notice(text=HARD)), read(back, notice(text=HARD), layout("state"))))
    told = [(each.did.value, each.before.text if each.before else "", each.after.text if each.after else "", each.moved) for each in found]
    assert told == dict(EDITS)[edit]
    assert bool(around(back, layout("state")).tables) == (edit is table_between)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_still_counted_and_styles_still_named(saved, name):
    listed = docx.Document(io.BytesIO(saved[name])).paragraphs
    numbered = [each.text for each in listed if each._p.pPr is not None and each._p.pPr.numPr is not None]
    assert {"Đánh giá chung", "Thu ngân sách vượt.", "Trồng rừng."} <= set(numbered)
    assert {"GB Nội dung", "GB Trích yếu", "GB Tên loại"} <= {each.style.name for each in listed}
