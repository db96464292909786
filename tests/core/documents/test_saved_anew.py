"""A paper that LibreOffice saved in another form of Word and its kind is read as the .docx is: the same text, blocks and finds."""

import shutil
import subprocess

import pytest

from giaoban import flow
from giaoban.documents import read
from tests.core.documents.papers import FORMS, PAPERS, all_saved, paper, saved

SOFFICE = shutil.which("soffice")


def told(document):
    return document.text, document.blocks


@pytest.mark.parametrize(("name", "form"), all_saved())
def test_it_is_read_as_the_docx_is(name, form):
    assert told(read(saved(name, form), f"{name}.{form}")) == told(read(paper(name), f"{name}.docx"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["report", "old_letters"])
def test_it_gives_the_same_finds(name, form):
    found = flow.read(saved(name, form), f"{name}.{form}")[1]
    assert found.observations
    assert found == flow.read(paper(name), f"{name}.docx")[1]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is absent: apt install libreoffice-writer")
@pytest.mark.parametrize("form", FORMS)
def test_so_it_is_as_the_libreoffice_here_saves_it(form, tmp_path):
    for name in PAPERS:
        (tmp_path / f"{name}.docx").write_bytes(paper(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", tmp_path / "saved", *sorted(tmp_path.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for name in (name for name, made in all_saved() if made == form):
        assert told(read((tmp_path / "saved" / f"{name}.{form}").read_bytes(), name)) == told(read(paper(name), name)), name


@pytest.mark.parametrize("name", ["x.doc", "x.docx", "x.odt", "x.pdf", ""])
def test_it_is_read_as_what_it_is_whatever_it_is_called(name):
    written = "<html><body><p>Thu ngân sách đạt 5 tỷ đồng.</p></body></html>".encode()
    for data in (written, paper("lists"), *(saved("lists", form) for form in FORMS)):
        assert read(data, name).blocks
