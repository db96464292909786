"""A drafted DOCX that comes back says what was changed in it, and nothing else."""

import io
from copy import deepcopy
from dataclasses import replace

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from giaoban.brief.changes import changed, compare
from giaoban.brief.notice_levels import levels as drafted_levels
from giaoban.model import Refused
from giaoban.render.layouts import NAMES, layout
from giaoban.render.notice_around import around
from giaoban.render.notice_docx import docx_of
from giaoban.render.notice_levels import relevelled
from giaoban.render.notice_reading import kept, read
from tests.core.render.test_notice import notice, to_many


def edited(name, edit):
    document = docx.Document(io.BytesIO(docx_of(notice(), layout(name))))
    edit({paragraph.text: paragraph for paragraph in document.paragraphs}, document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changes(name, edit):
    found = changed(compare(kept(notice()), read(edited(name, edit), notice(), layout(name))))
    return [(each.did.value, each.before.text if each.before else "", each.after.text if each.after else "", each.moved) for each in found]


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_that_nobody_edited_shows_no_change(name):
    assert changes(name, lambda _by_text, _document: None) == []


def without_bookmarks(_by_text, document):
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        for each in list(document.element.iter(qn(tag))):
            each.getparent().remove(each)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_whose_bookmarks_were_lost_shows_no_change_either(name):
    assert changes(name, without_bookmarks) == []


def retyped(by_text, _document):
    by_text["Trồng rừng."].runs[0].text = "Trồng 20 ha rừng."


def dropped(by_text, _document):
    paragraph = by_text["Thu gom nước thải."]._p
    paragraph.getparent().remove(paragraph)


def moved(by_text, _document):
    by_text["Trồng rừng."]._p.addnext(by_text["Thu ngân sách vượt."]._p)


def added(by_text, _document):
    by_text["Trồng rừng."]._p.addnext(docx.Document().add_paragraph("Xây trạm bơm.")._p)


def tracked(by_text, _document):
    """As Word writes a tracked change: the new words in `w:ins`, the old ones in `w:del`."""
    run = by_text["Trồng rừng."].runs[0]
    for tag, words in (("w:del", "Trồng rừng."), ("w:ins", "Trồng cam.")):
        change, part, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:delText" if tag == "w:del" else "w:t")
        text.text = words
        part.append(text)
        change.append(part)
        run._r.addprevious(change)
    run._r.getparent().remove(run._r)


def ended(by_text, _document):
    by_text["Trên đây là kết luận./."].runs[0].text = "Trên đây là kết luận của đồng chí./."


def titled(by_text, _document):
    by_text["Kết luận tại cuộc họp"].runs[0].text = "Kết luận tại hội nghị"


def table_between(by_text, document):
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Xã", "Hạn", "An Sinh", "30/6/2020"), strict=True):
        cell.text = words
    by_text["Trồng rừng."]._p.addprevious(table._tbl)


def boxed(by_text, document):
    """A paragraph of the notice put into a table, as for a frame around it."""
    table = document.add_table(1, 1)
    by_text["Trồng rừng."]._p.addprevious(table._tbl)
    table._cells[0]._tc.append(by_text["Trồng rừng."]._p)


def counted_by_hand(by_text, _document):
    """Lists turned into typed numbers, and a paragraph added so."""
    for text, number in (("Đánh giá chung", "I."), ("Thu gom nước thải.", "1."), ("Trồng rừng.", "2.")):
        paragraph = by_text[text]
        paragraph._p.pPr.remove(paragraph._p.pPr.numPr)
        paragraph.runs[0].text = f"{number} {text}"
    by_text["Trồng rừng."]._p.addnext(docx.Document().add_paragraph("3. Xây trạm bơm.")._p)


def copied(by_text, _document):
    """A paragraph with its mark copied before itself, and written anew."""
    again = deepcopy(by_text["Trồng rừng."]._p)
    next(again.iter(qn("w:t"))).text = "Sửa đường."
    by_text["Trồng rừng."]._p.addprevious(again)


EDITS = [
    (table_between, []),
    (boxed, []),
    (counted_by_hand, [("added", "", "Xây trạm bơm.", False)]),
    (copied, [("added", "", "Sửa đường.", False)]),
    (ended, [("edited", "Trên đây là kết luận", "Trên đây là kết luận của đồng chí", False)]),
    (titled, [("edited", "kết luận tại cuộc họp", "kết luận tại hội nghị", False)]),
    (retyped, [("edited", "Trồng rừng.", "Trồng 20 ha rừng.", False)]),
    (dropped, [("dropped", "Thu gom nước thải.", "", False)]),
    (moved, [("same", "Thu ngân sách vượt.", "Thu ngân sách vượt.", True)]),
    (added, [("added", "", "Xây trạm bơm.", False)]),
    (tracked, [("edited", "Trồng rừng.", "Trồng cam.", False)]),
]


@pytest.mark.parametrize(("edit", "wanted"), EDITS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_an_office_did_in_word_is_told(edit, wanted):
    assert changes("state", edit) == wanted


def test_a_table_put_between_the_paragraphs_is_told_row_by_row_and_apart_from_head_and_foot():
    found = around(edited("state", table_between), layout("state"))
    assert found.tables == ("Xã | Hạn", "An Sinh | 30/6/2020")
    assert found.fixed == around(docx_of(notice(), layout("state")), layout("state")).fixed
    assert around(edited("state", boxed), layout("state")).tables == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 hong"])
def test_what_is_no_docx_is_refused(data):
    with pytest.raises(Refused) as refused:
        read(data, notice(), layout("party"))
    assert refused.value.code == "notice-not-docx"


@pytest.mark.parametrize("name", NAMES)
def test_the_heading_of_a_paper_that_nobody_edited_comes_back_as_it_was(name):
    told = notice().heading
    found = around(docx_of(notice(), layout(name)), layout(name))
    assert {part: found.parts[part] for part in ("upper", "body", "place", "signer", "recipients")} == {
        part: getattr(told, part) for part in ("upper", "body", "place", "signer", "recipients")
    }
    assert found.parts["symbol"] == {"party": "TB/TU", "state": "TB-TU"}[name]
    assert found.parts["authority"] == ({"party": "T/L BAN THƯỜNG VỤ", "state": "TL. BAN THƯỜNG VỤ"}[name], "CHÁNH VĂN PHÒNG")
    assert any("ngày 03 tháng 02 năm 2020" in line for line in found.fixed)


@pytest.mark.parametrize("name", NAMES)
def test_a_long_list_of_recipients_and_a_day_in_the_abstract_come_back_as_they_were(name):
    told = replace(to_many(40), abstract="kết luận tại cuộc họp ngày 12/03/2020")
    data = docx_of(told, layout(name))
    assert around(data, layout(name)).parts["recipients"] == told.heading.recipients
    assert changed(compare(kept(told), read(data, told, layout(name)))) == ()


def signed_by_hand(_by_text, document):
    """A new recipient in the style of the list, and no authority any more."""
    lines = {each.text: each for table in document.tables for row in table.rows for cell in row.cells for each in cell.paragraphs}
    copied = docx.Document().add_paragraph("- Cục Thống kê;")._p
    copied.get_or_add_pPr().style = lines["- Các sở;"]._p.pPr.style
    lines["- Các sở;"]._p.addnext(copied)
    for text in ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"):
        lines[text]._p.getparent().remove(lines[text]._p)


def test_a_recipient_added_and_an_authority_struck_out_in_word_come_back():
    found = around(edited("party", signed_by_hand), layout("party"))
    assert found.parts["recipients"] == ("Các sở", "Cục Thống kê")
    assert found.parts["authority"] == ()


def unstyled(_by_text, document):
    for table in document.tables:
        for each in table._tbl.iter(qn("w:pStyle")):
            each.set(qn("w:val"), "Normal")


def test_lines_whose_styles_were_lost_are_taken_for_nothing_but_lines():
    found = around(edited("party", unstyled), layout("party"))
    assert not found.parts
    assert "Lê An" in found.fixed


def put_at(text, level):
    """A paragraph put on a level of the list, out of it for None."""

    def edit(by_text, _document):
        properties = by_text[text]._p.get_or_add_pPr()
        if level is None:
            properties.remove(properties.numPr)
        else:
            properties.get_or_add_numPr().get_or_add_ilvl().val = level
            properties.numPr.get_or_add_numId().val = 77

    return edit


def levels(*edits):
    def edit(by_text, document):
        for each in edits:
            each(by_text, document)

    return [(each.text, each.was, each.now) for each in relevelled(edited("party", edit), notice())]


@pytest.mark.parametrize("level", [0, 1, 5, None])
def test_a_text_put_on_another_level_of_the_list_or_out_of_it_is_told(level):
    edit = put_at("Thu ngân sách vượt.", level)
    assert levels(edit) == [("Thu ngân sách vượt.", 2, level)]
    assert changes("party", edit) == []


def test_a_heading_put_on_another_level_is_told_once_and_texts_that_followed_it_are_not():
    listed = kept(notice())
    known = drafted_levels(listed)
    at, heading = next((at, each) for at, each in enumerate(listed) if known[each.mark] == 1 and each.kind == "heading")
    below = listed[at + 1]
    assert levels(put_at(heading.text, 0), put_at(below.text, 1)) == [(heading.text, 1, 0)]


def test_an_opening_that_is_put_into_the_list_is_told():
    opening = next(each for each in kept(notice()) if each.kind == "opening")
    assert levels(put_at(opening.text, 1)) == [(opening.text, None, 1)]


@pytest.mark.parametrize("edit", [lambda _by_text, _document: None, without_bookmarks, retyped, dropped, moved])
def test_what_was_edited_otherwise_stands_on_its_level(edit):
    assert levels(edit) == []
