"""A PDF is set in one family, whatever fonts the machine has."""

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from giaoban.render import faces
from giaoban.render.faces import ALWAYS, Faces, used_in
from giaoban.render.typesetting import pdf
from tests.core.documents.made import font

WORDS = (
    '#set document(title: "a")\n#set text(font: json(bytes(sys.inputs.faces)))\nCỘNG HÒA *CHỦ NGHĨA VIỆT NAM* _Độc lập - Tự do - Hạnh phúc_'
)


@pytest.fixture
def partial(tmp_path):
    """A folder with a font that has the letters of French, and of Vietnamese only those that French has."""
    cut, whole = Subsetter(), TTFont(font())
    cut.populate(unicodes=range(0x20, 0x100))
    cut.subset(whole)
    whole.save(tmp_path / "partial.ttf")
    return Faces(("Be Vietnam Pro", ALWAYS), str(tmp_path))


def test_a_family_without_all_letters_of_vietnamese_is_passed_over(partial, monkeypatch):
    monkeypatch.setattr(faces, "WANTED", (partial,))
    faces.faces.cache_clear()
    assert faces.faces() == Faces((ALWAYS,))
    faces.faces.cache_clear()


def test_a_family_with_all_letters_is_taken_from_where_it_lies(monkeypatch):
    whole = Faces(("Be Vietnam Pro", ALWAYS), font().rpartition("/")[0])
    monkeypatch.setattr(faces, "WANTED", (whole,))
    faces.faces.cache_clear()
    assert faces.faces() == whole
    faces.faces.cache_clear()


def families(data):
    return {name.partition("+")[2].partition("-")[0] for name in used_in(data)}


def test_words_in_every_style_are_set_in_one_family(monkeypatch, tmp_path):
    (tmp_path / "a.typ").write_text(WORDS, "utf-8")
    monkeypatch.setattr("giaoban.render.typesetting.files", lambda _package: tmp_path)
    assert len(families(pdf("a.typ"))) == 1


def test_a_letter_that_the_family_lacks_is_looked_for_in_other_fonts(partial, monkeypatch, tmp_path):
    (tmp_path / "a.typ").write_text(WORDS.replace("CỘNG", "\N{GREEK CAPITAL LETTER OMEGA}"), "utf-8")
    monkeypatch.setattr("giaoban.render.typesetting.files", lambda _package: tmp_path)
    monkeypatch.setattr("giaoban.render.typesetting.faces", lambda: partial._replace(families=("Be Vietnam Pro",)))
    assert pdf("a.typ").startswith(b"%PDF")
