import pytest

from giaoban.documents import legacy, read
from giaoban.documents.encodings import decoded
from giaoban.model import Refused
from tests.core.documents.made import REPORT, encoded
from tests.tables import table

TEXT = "\n".join(REPORT)
OLD = ("tcvn3", "vni", "viscii", "vps", "windows-1258")


@pytest.mark.parametrize("case", table("legacy_encodings.tsv"), ids=lambda case: f"{case['encoding']}: {case['unicode'][:30]}")
def test_what_was_typed_in_an_old_font_is_put_into_unicode(case):
    assert legacy.converted(case["written"], case["encoding"]) == case["unicode"]
    assert legacy.found_in(case["written"]) == case["encoding"]


@pytest.mark.parametrize("name", OLD)
def test_an_old_encoding_is_told_by_what_reads_as_vietnamese(name):
    document = read(encoded(TEXT, name), "cu.txt")
    assert document.text == TEXT
    assert document.encoding == name


@pytest.mark.parametrize("name", OLD)
@pytest.mark.parametrize("line", REPORT)
def test_one_sentence_is_enough_to_tell(name, line):
    assert read(encoded(line, name), "cu.txt").text == line


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_an_old_encoding_saved_as_utf_8_is_told_too(name):
    document = read(encoded(TEXT, name).decode("latin-1").encode(), "chep-lai.txt")
    assert document.text == TEXT
    assert document.encoding == f"utf-8, {name}"


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_in_each_of_its_forms(name):
    assert read(TEXT.encode(name), "moi.txt").text == TEXT


def test_utf_8_cut_within_its_last_letter_is_still_utf_8():
    text, name = decoded((TEXT + " và các phường").encode()[:-7])
    assert name == "utf-8"
    assert text.startswith(TEXT)


@pytest.mark.parametrize("text", ["Les élèves étaient très fâchés près de la forêt.", "Größe der Übergänge für Straßen in München."])
def test_another_language_in_latin_letters_is_refused_rather_than_garbled(text):
    with pytest.raises(Refused) as refused:
        read(text.encode("latin-1"), "la.txt")
    assert refused.value.code == "encoding-unknown"


@pytest.mark.parametrize("text", [TEXT, "THỊ XÃ ĐÔNG TRIỀU", "Plain English text", "Café Résumé in a Vietnamese sentence về kinh tế"])
def test_what_is_unicode_already_is_left_alone(text):
    assert legacy.found_in(text) is None
    assert read(text.encode(), "a.txt").text == text


def test_capitals_of_tcvn3_which_has_no_accented_ones_are_put_back():
    assert legacy.converted("Céng hoµ x· héi chñ nghÜa", "tcvn3") == "Cộng hoà xã hội chủ nghĩa"
    assert legacy.converted("ThÞ x· §«ng TriÒu", "tcvn3", ".VnTimeH") == "THỊ XÃ ĐÔNG TRIỀU"
    assert legacy.converted("CéNG HOµ", "tcvn3") == "CỘNG HOÀ"


def test_a_minus_sign_that_a_pdf_puts_for_a_letter_of_tcvn3_becomes_that_letter():
    assert legacy.converted("nhµ n−íc giao −u tiªn 12 − 15", "tcvn3") == "nhà nước giao ưu tiên 12 − 15"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"),
        ("ABCDEF+.VnArialH", "tcvn3"),
        ("VNI-Times", "vni"),
        ("vni-helve", "vni"),
        ("VPS Times", "vps"),
        ("Times New Roman", None),
        ("VnTimeH", "tcvn3"),
        ("VnExpress Serif", None),
        ("", None),
    ],
)
def test_the_name_of_a_font_tells_its_encoding(font, encoding):
    assert legacy.of_font(font) == encoding
