"""Catalogues are made from what people wrote, when it is newer, and a broken one is named."""

import gettext
import os

import pytest

from giaoban_web.ui.translations import compile_all

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Desk"
msgstr "Bàn làm việc"

#, fuzzy
msgid "Doubtful"
msgstr "Chưa chắc"
"""


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "app/locale/vi/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO, "utf-8")
    return tmp_path


def test_a_catalogue_is_made_once_and_again_when_its_source_is_newer(package):
    (made,) = compile_all(package)
    assert compile_all(package) == []
    os.utime(made.with_suffix(".po"), (made.stat().st_mtime + 5,) * 2)
    assert compile_all(package) == [made]
    assert [path.name for path in made.parent.iterdir() if path.name not in {"django.po", "django.mo"}] == []


def test_a_catalogue_says_what_is_sure_and_leaves_out_what_is_doubtful(package):
    compile_all(package)
    said = gettext.translation("django", package / "app/locale", ["vi"])
    assert said.gettext("Desk") == "Bàn làm việc"
    assert said.gettext("Doubtful") == "Doubtful"


def test_a_broken_catalogue_is_named_with_its_line(package):
    (package / "app/locale/vi/LC_MESSAGES/django.po").write_text(
        PO + 'msgid "x"\nmsgid_plural "xs"\nmsgstr[0] "a"\nmsgstr[1] "b"\n', "utf-8"
    )
    with pytest.raises(ValueError, match=r"app/locale/vi/LC_MESSAGES/django\.po, line \d+"):
        compile_all(package)
