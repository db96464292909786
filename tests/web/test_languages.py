"""Both languages are complete: every sentence of ours has its Vietnamese, every message both, with the same things named in them."""

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter

import allauth
import django
import pytest
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import trans_real

import giaoban_web
from giaoban.messages import table as messages
from giaoban_web.ui.translations import catalogues
from tests.web.catalogue import Sentence, sentences

PACKAGE = Path(giaoban_web.__file__).parent
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


@cache
def ours() -> tuple[Sentence, ...]:
    return tuple(sentences(PACKAGE))


def in_vietnamese() -> set[str]:
    catalogue = trans_real.translation("vi")._catalog
    return {key[0] if isinstance(key, tuple) else key for part in catalogue._catalogs for key, value in part.items() if value}


def test_every_sentence_of_the_web_has_its_vietnamese():
    known = in_vietnamese()
    missing = [f"{found.where} {found.key!r}" for found in ours() if found.key not in known]
    assert not missing, "without Vietnamese:\n" + "\n".join(missing)


def test_the_source_of_every_sentence_is_english_but_for_words_it_names():
    foreign = [
        f"{found.where} {found.key!r}"
        for found in ours()
        if 3 * sum(bool(VIETNAMESE.search(word)) for word in found.key.split()) > len(found.key.split())
    ]
    assert not foreign, "\n".join(foreign)


@pytest.mark.parametrize("po", catalogues(), ids=lambda po: po.relative_to(PACKAGE).parts[0])
def test_a_catalogue_has_no_empty_doubtful_or_mangled_translation(po):
    wrong = []
    for message in read_po(po.open("rb"), locale="vi"):
        if not message.id:
            continue
        singular, *plural = message.id if isinstance(message.id, tuple | list) else (message.id,)
        for text in message.string if isinstance(message.string, tuple | list) else (message.string,):
            named = set(PLACEHOLDER.findall(" ".join([singular, *plural])))
            if message.fuzzy or not text or not set(PLACEHOLDER.findall(text)) <= named:
                wrong.append(f"line {message.lineno}: {singular!r}")
    assert not wrong, f"{po.relative_to(PACKAGE)}:\n" + "\n".join(wrong)


def of_the_libraries() -> set[str]:
    """What Django and allauth say themselves, and we say in Vietnamese in their stead."""
    said = set()
    for library in (django, allauth):
        for po in Path(library.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po"):
            said |= {message.id[0] if isinstance(message.id, tuple) else message.id for message in read_po(po.open("rb"))}
    return said


def test_no_catalogue_keeps_a_sentence_that_nobody_says():
    said = {found.key for found in ours()} | of_the_libraries()
    sources = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    unsaid = []
    for po in catalogues():
        for message in read_po(po.open("rb"), locale="vi"):
            singular = message.id[0] if isinstance(message.id, tuple) else message.id
            known = message.context == "log" or {singular, f"{message.context}\x04{singular}"} & said or singular in sources
            if not known:
                unsaid.append(f"{po.relative_to(PACKAGE).parts[0]} {singular!r}")
    assert unsaid == []


def test_one_english_sentence_has_one_vietnamese_whatever_app_says_it():
    said = defaultdict(set)
    for po in catalogues():
        for message in read_po(po.open("rb"), locale="vi"):
            if message.id:
                said[(message.context, str(message.id))].add(str(message.string))
    assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}


#: Headings and cells of a paper are said by the same tables; they are no sentences.
PAPER = frozenset(tomllib.loads(files("giaoban.messages").joinpath("brief.toml").read_text("utf-8")))


@pytest.mark.parametrize("code", messages())
def test_a_message_is_said_in_both_languages_and_names_the_same_things(code):
    sentence = messages()[code]
    assert set(sentence) == {"vi", "en"}
    named = {language: {name for _text, name, _form, _conversion in Formatter().parse(text) if name} for language, text in sentence.items()}
    assert named["vi"] == named["en"]
    assert code in PAPER or VIETNAMESE.search(sentence["vi"])
    assert not VIETNAMESE.search(re.sub(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)", "", sentence["en"]))
    ends = (".", "?", "!", ":", "}")
    assert all(text == text.strip() and (code in PAPER or text.endswith(ends)) for text in sentence.values())


def test_no_message_is_kept_that_nothing_tells():
    """Its code stands in the sources, or their beginning of it to which the rest is added: "unit-slip", f"digest-line-{...}"."""
    sources = "\n".join(path.read_text("utf-8") for kind in ("*.py", "*.html") for path in PACKAGE.parent.rglob(kind))
    whole, headed = (set(re.findall(form, sources)) for form in (r"[\"']([a-z0-9-]+)[\"']", r"([a-z0-9-]+)-\{"))

    def told(code: str) -> bool:
        heads = [code[: dash.start()] for dash in re.finditer("-", code)]
        return bool({code, *heads[1:]} & whole or headed & set(heads))

    assert [code for code in messages() if not told(code)] == []


def test_what_is_not_translated_stays_english_and_is_noticed_by_this_file():
    with translation.override("vi"):
        assert translation.gettext("A sentence that nobody wrote") == "A sentence that nobody wrote"
    assert "A sentence that nobody wrote" not in in_vietnamese()


@pytest.mark.parametrize("po", catalogues(), ids=lambda po: po.relative_to(PACKAGE).parts[0])
def test_a_page_says_what_was_done_without_addressing_the_reader(po):
    said = [str(message.string) for message in read_po(po.open("rb"), locale="vi")]
    assert [each for each in said if re.search(r"\b[Bb]ạn đã\b", each)] == []
