"""A brief on paper and screen: one page for the leader, every line with its source, any words as words."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.brief.brief import Course, Effect, Question
from giaoban.brief.composing import brief
from giaoban.brief.lines import Sentence, Source
from giaoban.brief.questions import FIRST
from giaoban.directives.counting import Kind
from giaoban.directives.states import State
from giaoban.ledger.discrepancies import Severity
from giaoban.messages import LANGUAGES, table
from giaoban.render.brief_annexes import ANNEXES, paper
from giaoban.render.brief_docx import docx_of
from giaoban.render.brief_first import WORDS, letters
from giaoban.render.brief_html import fragment, page_of
from giaoban.render.brief_lines import SOURCES, question
from giaoban.render.brief_paper import Notes, count_words, short
from giaoban.render.brief_pdf import pdf_of
from tests.core.brief.made import EARLIER, FINDINGS, GIVEN, ON, TASKS, finding, task

BRIEF = brief(GIVEN)
LONG = "rất dài " * 60


def texts(made):
    """Every words of a paper, in the order of the paper."""
    for section in (*made.first, *made.annexes):
        yield from (*section.lead, *section.items)
        if section.table:
            yield from (cell for row in section.table.rows for cell in row)


def pdf_pages(composed, language="vi"):
    document = pypdfium2.PdfDocument(pdf_of(composed, language))
    return [page.get_textpage().get_text_range() for page in document]


def crowded(wording=LONG, count=40):
    tasks = tuple(task(f"x{at}", f"{at} {wording}", lead=wording, deadline=EARLIER, heard_on=ON) for at in range(count))
    findings = tuple(finding(f"{at} {wording}") for at in range(count))
    return brief(
        replace(GIVEN, place=wording, meeting=wording, tasks=(*TASKS, *tasks), findings=(*FINDINGS, *findings), followed=False, left_out=9)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("composed", [BRIEF, crowded(count=12), brief(replace(GIVEN, tasks=(), figures=(), findings=(), discrepancies=()))])
def test_the_leaders_page_has_at_most_350_words_and_seven_questions(composed, language):
    made = paper(composed, language)
    assert count_words(made.first, made.title, *made.subtitle) <= WORDS
    assert all(len(each.items) <= FIRST for each in made.first)


def test_what_a_question_speaks_of_is_not_said_again_on_the_leaders_page():
    told = {each.name: each for each in paper(BRIEF).first}
    assert "mặt bằng" in told["questions"].items[1].whole
    assert not any("mặt bằng" in each.whole for each in told["tasks"].items)


def test_of_what_was_asked_before_the_leader_reads_what_came_of_it():
    assert paper(BRIEF).first[0].items[0].text.endswith("20/01/2021: nộp dự thảo, bị trả lại; nay quá hạn 42 ngày.")
    unfollowed = paper(brief(replace(GIVEN, followed=False))).first[0].items[0].text
    assert unfollowed == "Đã giao 01/2021, giao lại 06/2021. Nay đã đến hạn 31/08/2021."
    untold = brief(replace(GIVEN, tasks=(replace(TASKS[0], result=""), *TASKS[1:])))
    first = paper(untold).first[0].items[0].text
    assert first.endswith("20/01/2021: chưa xong, quá hạn 195 ngày (hạn 31/03/2021); nay quá hạn 42 ngày.")
    assert any("20/01/2021: chưa xong, quá hạn 195 ngày" in each.whole for each in texts(paper(untold)))


def test_how_far_a_task_was_is_not_said_once_it_is_reported_as_done():
    def said(state):
        told = task("x", "Sửa kè", state=state, deadline=date(2021, 12, 1), progress=65)
        return " ".join(each.whole for each in texts(paper(brief(replace(GIVEN, tasks=(told,))))))

    assert "(65%)" in said(State.IN_PROGRESS)
    assert "(65%)" not in said(State.REPORTED)


def test_both_rates_stand_with_what_they_are_of_and_their_day():
    (tasks,) = (each for each in paper(BRIEF).first if each.name == "tasks")
    assert tasks.lead[1].whole == "Hoàn thành 40,0% số đến hạn (2/5), 25,0% tổng số (2/8), tính đến 12/10/2021."


def test_without_anybody_following_tasks_no_rate_is_told():
    (tasks,) = (each for each in paper(brief(replace(GIVEN, followed=False))).first if each.name == "tasks")
    assert [each.whole for each in tasks.lead] == [
        "8 nhiệm vụ: xong 2 (muộn 1), đã đến hạn 3 (chưa rõ kết quả), trong hạn 2, không thời hạn 1."
    ]


def test_of_what_there_is_none_nothing_is_counted():
    undated = brief(replace(GIVEN, tasks=(task("x", "Trồng cam"),), followed=False))
    (tasks,) = (each for each in paper(undated).first if each.name == "tasks")
    assert [each.whole for each in tasks.lead] == ["1 nhiệm vụ: không thời hạn 1."]


def test_a_bound_is_printed_and_a_number_that_was_worked_out_says_so():
    said = " ".join(each.whole for each in texts(paper(BRIEF)))
    assert "trên 4.300 tỷ đồng" in said
    assert "đạt 39,2% kế hoạch (tính)" in said


@pytest.mark.parametrize("composed", [BRIEF, crowded("dài", 9)])
def test_notes_are_numbered_in_the_order_of_the_paper_and_each_is_cited(composed):
    made = paper(composed)
    cited = dict.fromkeys(ref.number for words in texts(made) for ref in words.refs)
    assert list(cited) == list(range(1, len(made.notes) + 1))


class Compared(str):
    """A label that counts how often it is compared."""

    times = 0
    __hash__ = str.__hash__

    def __eq__(self, other):
        Compared.times += 1
        return str.__eq__(self, other)


def test_a_source_is_numbered_without_being_compared_with_all_before_it():
    notes, sources = Notes(), [Source(Compared(f"Biên bản {at}"), f"/{at}/") for at in range(500)]
    assert [ref.number for ref in notes.refs((*sources, *sources), "")] == [*range(1, 501)]
    assert Compared.times < 5 * len(sources)


def test_two_cells_of_one_sheet_are_one_note():
    cells = tuple(Source("thang11.xlsx, 30/11/2026", f"/ledger/cells/{number}/") for number in (4, 7))
    assert [(ref.number, ref.address) for ref in Notes().refs(cells, "")] == [(1, "/ledger/cells/4/")]


@pytest.mark.parametrize(("language", "advice"), [("vi", "Hãy chọn"), ("en", "Choose which")])
def test_a_question_tells_what_does_not_fit_and_leaves_to_the_annex_what_a_clerk_does_about_it(language, advice):
    values = (("indicator", "Số hộ nghèo"), ("period", "2021"), ("before", "21 hộ"), ("first", ON), ("value", "12 hộ"))
    differs = Sentence("revision-same-day", values)
    assert advice in differs.say(language)
    ground = Question("contradiction", "x", Sentence("brief-ask-contradiction", values), differs, ())
    told = question(ground, Notes(), language).text
    assert "12 hộ" in told and advice not in told


def test_of_each_annex_the_first_rows_and_how_many_more_the_papers_hold():
    whole, short = (paper(crowded(count=12), "vi", most=most) for most in (None, 3))
    rows = {each.name: len(each.table.rows) for each in whole.annexes}
    assert {each.name: len(each.table.rows) for each in short.annexes} == {name: min(3, count) for name, count in rows.items()}
    assert {each.name: each.more for each in short.annexes if each.more} == {
        name: f"Còn {count - 3} dòng nữa, có đủ trong bản PDF và DOCX." for name, count in rows.items() if count > 3
    }
    assert not any(each.more for each in whole.annexes)
    assert len(short.notes) < len(whole.notes)


def test_a_silent_lead_points_at_some_of_its_tasks_not_at_a_thousand():
    many = [task(f"x{at}", f"{at} việc khác nhau", lead="Sở Xây dựng", deadline=ON) for at in range(200)]
    made = paper(brief(replace(GIVEN, tasks=tuple(many))))
    (row,) = next(each for each in made.annexes if each.name == "annex-silent").table.rows
    assert "200" in row[0].text
    assert 0 < len(row[0].refs) <= SOURCES


def test_every_line_of_the_leaders_page_has_a_source():
    assert all(item.refs for section in paper(BRIEF).first for item in section.items)


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.tags, self.attributes = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _value in attrs}
        self.links += [value for name, value in attrs if name == "href"]
        self.ids += [value for name, value in attrs if name == "id"]


def parsed(html):
    links = Links()
    links.feed(html)
    return links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fragment_has_no_style_and_no_script_and_every_source_leads_somewhere(language):
    found = parsed(fragment(BRIEF, language))
    assert not {"style", "script", "html", "body"} & set(found.tags)
    assert not {each for each in found.attributes if each == "style" or each.startswith("on")}
    assert len(found.ids) == len(set(found.ids))
    assert all(each.startswith("/ban-ghi/") or each.removeprefix("#") in found.ids for each in found.links)


def test_headings_of_the_fragment_go_on_from_the_level_of_the_page_around_it():
    assert {each for each in parsed(fragment(BRIEF, level=3)).tags if re.fullmatch(r"h\d", each)} == {"h3", "h4"}


def test_folded_annexes_say_the_same_and_open_at_their_headings():
    plain, folded = fragment(brief(GIVEN)), fragment(brief(GIVEN), folded=True)
    assert re.sub(r"</?(?:details|summary)>", "\n", folded).split() == plain.split()
    assert folded.count("<details>\n<summary><h3") == folded.count("</details>") == len(letters(brief(GIVEN)))
    assert "<details" not in folded.partition('<div class="brief-annexes">')[0]


def test_a_meeting_without_a_day_is_named_without_one():
    assert paper(brief(replace(GIVEN, meeting="Giao ban quý", meeting_on=None))).subtitle[1] == "Giao ban quý"
    assert paper(brief(replace(GIVEN, meeting="Giao ban quý", meeting_on=ON))).subtitle[1] == "Giao ban quý, ngày 12/10/2021"


def test_a_figure_that_is_no_newer_than_the_last_brief_says_so():
    last = brief(GIVEN).remembered()
    said = " ".join(each.whole for part in paper(brief(replace(GIVEN, last=last))).first for each in part.items)
    assert "chưa có số liệu mới từ báo cáo trước" in said
    assert "báo cáo trước:" not in said


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", ""])
def test_an_address_that_must_not_be_followed_leads_to_the_note_instead(address):
    unsafe = brief(
        replace(GIVEN, findings=(replace(FINDINGS[0], source=Source("Biên bản", address)),), tasks=(), figures=(), discrepancies=())
    )
    assert set(parsed(fragment(unsafe)).links) == {"#brief-source-1"}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60))
def test_any_words_come_out_as_words(text):
    composed = brief(replace(GIVEN, place=text, tasks=(task("x", text, lead=text),), findings=()))
    assert docx.Document(io.BytesIO(docx_of(composed)))
    assert pypdfium2.PdfDocument(pdf_of(composed))
    assert "script" not in parsed(fragment(brief(replace(GIVEN, place=f"<script>{text}", tasks=())))).tags


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("composed", [BRIEF, crowded(count=12)], ids=["usual", "crowded"])
def test_everything_on_the_leaders_page_has_its_source_counts_and_rates_too(composed, language):
    made = paper(composed, language)
    said = [each for section in made.first for each in (*section.lead, *section.items)]
    assert any("%" in each.whole for each in said)
    assert all(each.refs for each in said)
    (tasks,) = (section for section in made.first if section.name == "tasks")
    noted = {made.notes[ref.number - 1] for each in tasks.lead for ref in each.refs}
    assert len(noted) == 1
    assert f" {letters(composed)['tasks']}." in noted.pop()


def test_the_source_of_the_counts_is_the_annex_that_lists_each_task():
    made = fragment(BRIEF)
    assert 'href="#brief-annex-tasks"' in made
    assert made.count('id="brief-annex-tasks"') == 1


@pytest.mark.parametrize("composed", [BRIEF, crowded(count=12), crowded("x" * 400, 12)], ids=["usual", "crowded", "endless words"])
def test_the_pdf_gives_the_leader_one_page_and_the_annexes_begin_on_the_second(composed):
    pages = pdf_pages(composed)
    assert "Nội dung nên hỏi" in pages[0]
    assert "Phụ lục A." not in pages[0]
    assert pages[1].lstrip().startswith("Phụ lục A.")


def test_the_pdf_is_pdf_a_and_prints_its_sources_as_footnotes_of_the_page():
    assert b"pdfaid" in pdf_of(BRIEF)
    assert "1 Biên bản t2" in re.sub(r"\s+", " ", pdf_pages(BRIEF)[0])


def test_the_docx_has_real_footnotes_lists_and_headings():
    made, document = paper(BRIEF), docx.Document(io.BytesIO(docx_of(BRIEF)))
    part = next(each.target_part for each in document.part.rels.values() if each.reltype.endswith("/footnotes"))
    assert part.blob.count(b"<w:footnote ") == len(made.notes) + 2
    marks = [each.get(qn("w:id")) for each in document.element.iter(qn("w:footnoteReference"))]
    assert marks == [str(number + 1) for number in range(len(made.notes))]
    styles = {each.style.name for each in document.paragraphs}
    assert {"Title", "Heading 1", "List Number", "List Bullet"} <= styles


def test_a_note_that_is_cited_again_is_pointed_at_by_a_field():
    document = docx.Document(io.BytesIO(docx_of(BRIEF)))
    told = [each.text for each in document.element.iter(qn("w:instrText"))]
    marks = {each.get(qn("w:name")) for each in document.element.iter(qn("w:bookmarkStart"))}
    pointed = {each.split()[1] for each in told if "NOTEREF" in each}
    assert pointed
    assert pointed <= marks


def test_a_page_of_its_own_is_whole_and_reads_on_a_phone():
    page = page_of(BRIEF, "en")
    assert page.startswith("<!doctype html>")
    assert '<meta name="viewport"' in page


SHORTENED = [
    ("một hai ba", 3, "một hai ba"),
    ("lập phương án thu gom rác trước ngày 30/6", 7, "lập phương án thu gom rác…"),
    ("một hai, ba", 2, "một hai…"),
    ("và các", 1, "và…"),
    ("x" * 200, 3, f"{'x' * 129}…"),
]


@pytest.mark.parametrize(("text", "words", "kept"), SHORTENED)
def test_a_wording_is_cut_at_a_word_that_can_end_it(text, words, kept):
    assert short(text, words) == kept


def test_everything_a_line_can_be_has_its_words_in_both_languages():
    codes = [f"brief-course-{each.value}" for each in Course] + [f"brief-effect-{each.value}" for each in Effect]
    codes += [f"brief-severity-{each.value}" for each in Severity] + [f"brief-state-{each.value}" for each in State]
    codes += [f"brief-{each.value.replace('_', '-')}" for each in Kind]
    codes += [f"brief-{name}" for name in ANNEXES] + [f"brief-head-{head}" for heads, _rows in ANNEXES.values() for head in heads]
    assert not [code for code in codes if set(table().get(code, {})) != set(LANGUAGES)]


def test_annexes_are_lettered_without_a_gap():
    few = brief(replace(GIVEN, discrepancies=(), findings=(), figures=()))
    assert letters(few) == {"questions": "A", "tasks": "B", "silent": "C"}


def test_a_task_on_the_first_page_names_its_lead_where_there_are_several():
    leads = ("UBND xã A", "UBND xã B") * 6
    many = tuple(task(f"v{at}", f"Sửa cầu số {at}", lead=lead, deadline=date(2021, 8, 20)) for at, lead in enumerate(leads))
    section = next(each for each in paper(brief(replace(GIVEN, tasks=many, findings=()))).first if each.name == "tasks")
    assert all("(UBND xã A)" in item.text or "(UBND xã B)" in item.text for item in section.items)
    one = tuple(replace(each, lead="UBND xã A") for each in many)
    section = next(each for each in paper(brief(replace(GIVEN, tasks=one, findings=()))).first if each.name == "tasks")
    assert section.items and not any("UBND xã A" in item.text for item in section.items)
