"""Every kind of PDF that is made is what it claims to be, PDF/A-2a and PDF/UA-1, says a validator that we did not write."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.brief.notice import Item, Section
from giaoban.messages import LANGUAGES
from giaoban.render import brief_pdf, notice_pdf, register_pdf
from giaoban.render.layouts import NAMES, layout
from giaoban.render.register_paper import Column, Paper
from tests.core.render import test_brief, test_notice, test_register

page = pytest.importorskip("page", reason="the validator `page-validation` is not installed")

PROFILES = ("2a", "ua1")
ENDS_IN_CR = re.compile(rb"\r\nendstream")
STREAM = re.compile(rb"/Length (\d+)[^>]*>>\s*stream\r?\n")


def faults(data: bytes, profile: str) -> list[str]:
    """What the validator finds, but for a length it doubts only since the bytes of a stream happen to end in a carriage return."""
    found = [f"{each.rule_id}: {each.message}" for each in page.validate_pdf_bytes(data, profile=profile).failures]
    return [each for each in found if "STREAM-LENGTH" not in each or not _lengths_hold(data)]


def _lengths_hold(data: bytes) -> bool:
    ends = (data[begun.end() + int(begun[1]) :] for begun in STREAM.finditer(data))
    return ENDS_IN_CR.search(data) is not None and all(end.startswith((b"\nendstream", b"\r\nendstream")) for end in ends)


def noticed(name: str, times: int, **changes: str) -> bytes:
    made = test_notice.notice(**changes)
    sections = tuple(Section(each.heading, each.items, each.sections * times) for each in made.sections)
    return notice_pdf.pdf_of(replace(made, sections=sections), layout(name))


def long_task() -> bytes:
    columns = [Column("TT", 3, number=True), Column("Nội dung", 20)]
    return register_pdf.pdf_of(Paper("", "BIỂU", ["Đến ngày 1/7/2020"], [], columns, [(1, "Rà soát " * 400)]), str, "en")


PAPERS: dict[str, Callable[[], bytes]] = {
    "list with a task longer than a page": long_task,
    **{f"notice, {name}, {times} times": partial(noticed, name, times) for name in NAMES for times in (0, 1, 40)},
    **{f"notice, {name}, without number": partial(noticed, name, 1, number="") for name in NAMES},
    **{f"brief, {language}": partial(brief_pdf.pdf_of, test_brief.BRIEF, language) for language in LANGUAGES},
    **{f"brief, {language}, crowded": partial(brief_pdf.pdf_of, test_brief.crowded(), language) for language in LANGUAGES},
    **{f"summary of {rows}": partial(register_pdf.pdf_of, test_register.paper(rows=rows), str) for rows in (0, 2, 120)},
}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_paper_holds_what_its_profiles_ask(kind):
    data = PAPERS[kind]()
    assert [fault for profile in PROFILES for fault in faults(data, profile)] == []


@pytest.mark.parametrize(("mark", "profile"), [(b"<pdfaid:part>2", "2a"), (b"<pdfuaid:part>1", "ua1"), (b"/DisplayDocTitle true", "ua1")])
def test_the_validator_sees_what_is_taken_away(mark, profile):
    data = noticed("party", 1)
    assert mark in data
    assert faults(data.replace(mark, b" " * len(mark)), profile)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_words_whatever_keep_a_paper_from_being_made_or_from_its_profile(heading, words):
    made = replace(test_notice.notice(text=words), abstract=words, sections=(Section(heading, (Item(words),)),))
    data = notice_pdf.pdf_of(made, layout("state"))
    assert [fault for profile in PROFILES for fault in faults(data, profile)] == []
