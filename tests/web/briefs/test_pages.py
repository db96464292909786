"""The pages of a notice: what is shown to whom, and what a button does without scripts."""

import io
import re
from datetime import date
from hashlib import sha256

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban.brief import Order
from giaoban.render.layouts import BLANK
from giaoban_web.bodies import actions as bodies
from giaoban_web.briefs import drafting, issuing, notice_papers, notices
from giaoban_web.briefs.models import Notice, NoticeFile
from giaoban_web.directives.models import Directive
from giaoban_web.records import actions as records
from giaoban_web.records.models import Decision, Find, Record, Verdict
from giaoban_web.records.refiling import refile
from tests.web.briefs.conftest import HEADING, ISSUED_ON
from tests.web.conftest import make_place


@pytest.fixture
def clerk(office, sign_in):
    return sign_in(office.clerk)


@pytest.fixture
def head(office, sign_in):
    return sign_in(office.head)


def fresh(notice):
    return Notice.objects.get(pk=notice.pk)


def test_a_notice_is_composed_from_the_page_of_its_meeting(office, clerk):
    page = clerk.get(f"/notices/compose/{office.meeting.pk}/").content.decode()
    assert "Phòng Kinh tế rà soát các hồ sơ tồn đọng" in page
    answer = clerk.post(f"/notices/compose/{office.meeting.pk}/", {"layout": "state", "order": "lead"})
    made = Notice.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    page = clerk.get(made.get_absolute_url()).content.decode()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert f">số {office.reviewing.pk}</a>" in page
    assert "1.1." in page


@pytest.mark.parametrize("act", ["up", "down"])
def test_a_paragraph_is_moved_by_a_button_and_the_page_leads_back_to_it(office, clerk, act):
    made = office.drafted()
    mark = office.item(made, "bán trú").mark
    before = office.texts(made)
    paragraph = clerk.get(made.get_absolute_url()).content.decode().partition(f'id="p-{mark}"')[2].partition("</li>")[0]
    assert f'data-mark="{mark}"' in paragraph and f'name="act" value="{act}"' in paragraph
    answer = clerk.post(f"/notices/{made.pk}/items/{mark}/", {"act": act, "seen": 1})
    assert answer["Location"] == f"{made.get_absolute_url()}#p-{mark}"
    assert sorted(office.texts(fresh(made))) == sorted(before)
    assert (office.texts(fresh(made)) == before) == (act == "down" and before[-2].startswith("Trường"))


def test_paragraphs_behind_their_tasks_are_written_anew_by_a_button_each_or_all_at_once(office, clerk):
    made = office.drafted()
    marks = [office.item(made, words).mark for words in ("rà soát", "bán trú")]
    Directive.objects.filter(meeting=office.meeting).update(
        lead=office.economy, deadline="quý III/2020", deadline_on="2020-09-30", first_deadline_on="2020-09-30"
    )
    page = clerk.get(made.get_absolute_url()).content.decode()
    assert page.count('value="retell"') == 2
    assert [page.count(f'name="retell" value="{mark}"') for mark in marks] == [1, 1]
    clerk.post(f"/notices/{made.pk}/items/{marks[1]}/", {"act": "retell", "text": office.item(made, "bán trú").text, "seen": 1})
    assert "quý III/2020" in office.item(fresh(made), "bán trú").text
    assert clerk.get(made.get_absolute_url()).content.decode().count('value="retell"') == 1
    clerk.post(f"/notices/{made.pk}/arrange/", {"retell": marks, "seen": 2})
    assert "quý III/2020" in office.item(fresh(made), "rà soát").text
    assert clerk.post(f"/notices/{made.pk}/arrange/", {"retell": "d0", "seen": 3}).status_code == 409
    versions = clerk.get(f"/notices/{made.pk}/history/").content.decode()
    assert "Viết lại các đoạn theo nhiệm vụ" in versions and "Sửa một đoạn" not in versions


def test_what_is_being_typed_in_a_paragraph_is_not_lost_when_it_is_to_be_written_anew(office, clerk):
    made = office.drafted()
    mark, address = office.item(made, "bán trú").mark, f"/notices/{made.pk}/items/"
    Directive.objects.filter(pk=office.school.pk).update(deadline="quý III/2020", deadline_on="2020-09-30", first_deadline_on="2020-09-30")
    asked = clerk.post(f"{address}{mark}/", {"act": "retell", "text": "Nhà trường lo bán trú, báo cáo hằng tuần.", "seen": 1})
    told = asked.content.decode()
    assert (asked.status_code, fresh(made).version) == (409, 1)
    assert "Nhà trường lo bán trú, báo cáo hằng tuần." in told and office.item(made, "bán trú").text in told
    assert "Lời đang gõ ở đoạn này" in told and "Viết lại theo nhiệm vụ, bỏ lời đang gõ" in told
    clerk.post(f"{address}{mark}/", {"act": "retell", "seen": 1})
    assert "quý III/2020" in office.item(fresh(made), "bán trú").text
    late = clerk.post(f"{address}{mark}/", {"act": "retell", "text": "Chữ gõ trên bản cũ.", "seen": 1}).content.decode()
    assert "Chữ gõ trên bản cũ." in late and "Viết lại theo nhiệm vụ, bỏ lời đang gõ" not in late


def test_a_correction_names_tasks_that_it_tells_no_more_and_that_still_stand(office, clerk):
    issued = office.issued()
    made = drafting.correct(notice=issued, by=office.clerk)
    words = "vẫn đang giao"
    assert words not in clerk.get(made.get_absolute_url()).content.decode()
    made = drafting.drop(notice=made, mark=office.item(made, "bán trú").mark, seen=made.version, by=office.clerk)
    told = clerk.get(made.get_absolute_url()).content.decode()
    assert words in told and f'<li><a href="{office.school.get_absolute_url()}">' in told
    assert f'<li><a href="{office.reviewing.get_absolute_url()}">' not in told
    Directive.objects.filter(pk=office.school.pk).update(state="withdrawn")
    assert words not in clerk.get(made.get_absolute_url()).content.decode()


def test_a_notice_and_its_correction_name_each_other_by_their_numbers(office, clerk):
    issued = office.issued()
    made = drafting.correct(notice=issued, by=office.clerk)
    page = clerk.get(made.get_absolute_url()).content.decode()
    assert f'<a href="{issued.get_absolute_url()}">Thay thế Thông báo số 12-TB/TU</a>' in page
    assert f'<a href="{made.get_absolute_url()}">Thông báo thay thế: dự thảo</a>' in clerk.get(issued.get_absolute_url()).content.decode()
    for step, by in (("submit", office.clerk), ("approve", office.head)):
        made = issuing.take(notice=made, step=step, seen=made.version, by=by)
    made = issuing.issue(notice=made, number=13, on=issued.issued_on, seen=made.version, by=office.head)
    page = clerk.get(issued.get_absolute_url()).content.decode()
    assert f'<a href="{made.get_absolute_url()}">Thông báo thay thế: số 13-TB/TU, đã ban hành</a>' in page


def test_a_button_saves_what_was_typed_and_then_moves(office, clerk):
    made = office.drafted()
    mark, section = office.item(made, "rà soát").mark, office.item(made, "Đánh giá chung").mark
    sent = {"act": "under", "under": section, "text": "Phòng Kinh tế rà soát xong trước 30/6.", "seen": 1}
    clerk.post(f"/notices/{made.pk}/items/{mark}/", sent)
    texts = office.texts(fresh(made))
    assert texts.index("Phòng Kinh tế rà soát xong trước 30/6.") == texts.index("Đánh giá chung") + 1
    assert office.item(fresh(made), "rà soát xong").directive_id == office.reviewing.pk


def test_the_second_of_two_is_shown_both_texts_and_can_send_hers_again(office, clerk):
    made = office.drafted()
    mark = office.item(made, "rà soát").mark
    drafting.edit(notice=made, mark=mark, text="Bản của chánh văn phòng.", seen=1, by=office.head)
    answer = clerk.post(f"/notices/{made.pk}/items/{mark}/", {"act": "save", "text": "Bản của chuyên viên.", "seen": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Bản của chánh văn phòng." in page
    assert "Bản của chuyên viên." in page
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    clerk.post(f"/notices/{made.pk}/items/{mark}/", {"act": "save", "text": "Bản của chuyên viên.", "seen": seen})
    assert "Bản của chuyên viên." in office.texts(fresh(made))


def test_a_conflict_over_the_heading_shows_both_too(office, clerk):
    made = office.headed()
    drafting.head(notice=made, heading=HEADING | {"signer": "Ngô Văn Bút"}, layout="party", seen=2, by=office.head)
    sent = {**HEADING, "authority": "CHÁNH VĂN PHÒNG", "recipients": "Các xã", "signer": "Lý Thị Mực", "layout": "party", "seen": 2}
    answer = clerk.post(f"/notices/{made.pk}/heading/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ngô Văn Bút" in page
    assert "Lý Thị Mực" in page
    assert 'name="seen" value="3"' in page


def test_a_sign_that_no_paper_prints_is_told_at_its_field_and_what_was_filled_in_stays(office, clerk):
    made = office.headed()
    sent = {**HEADING, "authority": "CHÁNH VĂN PHÒNG", "recipients": "Các xã", "signer": "Lý Thị Mực 🙂", "layout": "party", "seen": 2}
    answer = clerk.post(f"/notices/{made.pk}/heading/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Ký hiệu “🙂” trong “Lý Thị Mực 🙂” không có trong phông chữ" in page
    assert 'value="Lý Thị Mực 🙂"' in page and 'id="id_signer_error"' in page


def test_what_has_no_task_yet_leads_to_the_page_that_makes_all(office, clerk):
    Directive.objects.all().delete()
    record = office.reviewing.find.record
    page = clerk.get(f"/notices/compose/{office.meeting.pk}/").content.decode()
    assert page.count(f"/directives/from-record/{record.pk}/") == 1


def test_tasks_that_are_overdue_as_soon_as_they_are_issued_are_named_before(office, head):
    made = office.drafted()
    late = notices.overdue_at_once(office.items(made), date(2020, 7, 1))
    assert [each.deadline_on for each in late] == [date(2020, 6, 30)] and not notices.overdue_at_once(office.items(made), date(2020, 6, 30))
    told = head.get(f"/notices/{made.pk}/").content.decode().partition("đã qua thời hạn")[2]
    assert f'href="/directives/{late[0].pk}/edit/"' in told.partition("</ul>")[0]


def test_tasks_without_lead_are_named_with_a_link_before_it_is_issued(office, head):
    made = office.approved()
    page = head.get(made.get_absolute_url()).content.decode()
    assert f"/directives/{office.school.pk}/edit/" in page
    answer = head.post(f"/notices/{made.pk}/issue/", {"number": 12, "on": "20/03/2020", "seen": made.version})
    assert answer.status_code == 409
    assert "chưa có cơ quan chủ trì" in answer.content.decode()
    assert fresh(made).state == "approved"


def test_before_a_notice_hands_tasks_out_it_names_the_bodies_of_a_place_that_is_no_more(office, head, sign_in):
    place = make_place("07095", "phường", "Cũ", office.town)
    council = bodies.add(place=place, name="UBND phường Cũ", by=office.people["steward"])
    office.led()
    Directive.objects.filter(pk=office.school.pk).update(lead=council)
    made = office.approved()
    assert "không còn từ" not in head.get(made.get_absolute_url()).content.decode()
    type(place).objects.filter(pk=place.pk).update(valid_to=date(2020, 2, 1))
    assert head.get(made.get_absolute_url()).content.decode().count("không còn từ") == 1
    head.post(f"/notices/{made.pk}/issue/", {"number": 12, "on": "20/03/2020", "seen": made.version})
    assert "không còn từ" not in head.get(made.get_absolute_url()).content.decode()


def shown_before_issuing(head, made):
    page = head.get(f"/notices/{made.pk}/issue/").content.decode()
    return {name: page.partition(words)[2].partition("</section>")[0] for name, words in SHOWN.items()}


SHOWN = {"live": "nhiệm vụ sẽ được giao</h2>", "told": "người sẽ nhận được tin</h2>", "send": 'name="seen"'}


def test_before_a_notice_is_issued_its_page_says_which_tasks_go_live_and_who_is_told(office, head, person):
    office.led()
    made = office.approved()
    assert f'href="/notices/{made.pk}/issue/"' in head.get(made.get_absolute_url()).content.decode()
    shown = shown_before_issuing(head, made)
    assert all(task.get_absolute_url() in shown["live"] for task in (office.reviewing, office.school))
    assert f"{office.people['lead']} <span" in shown["told"] and "2 nhiệm vụ" in shown["told"]
    assert "Ban hành ngay" in shown["send"] and fresh(made).state == "approved"
    Directive.objects.filter(pk=office.school.pk).update(lead=bodies.add(place=office.town, name="Trường", by=office.people["steward"]))
    told = shown_before_issuing(head, made)["told"]
    assert "chưa có người phụ trách" in told and ">Trường</a>" in told


def test_a_notice_that_cannot_be_issued_says_why_and_offers_no_button(office, head):
    made = office.approved()
    shown = shown_before_issuing(head, made)
    assert "chưa có cơ quan chủ trì" in shown["live"] and not shown["send"]


def test_a_body_that_is_only_proposed_is_named_before_a_notice_is_issued_and_keeps_it_back(office, head):
    office.led()
    proposed = bodies.add(place=office.town, name="Trường", by=office.people["steward"])
    type(proposed).objects.filter(pk=proposed.pk).update(proposed_by=office.clerk)
    Directive.objects.filter(pk=office.school.pk).update(lead=proposed)
    made = office.approved()
    for address in (made.get_absolute_url(), f"/notices/{made.pk}/issue/"):
        page = head.get(address).content.decode()
        assert f'<a href="{proposed.get_absolute_url()}">Trường</a>' in page.partition("chưa được xác nhận")[2].partition("</ul>")[0]
    assert "Ban hành ngay" not in page


def test_what_was_filled_in_wrongly_is_asked_again_on_the_page_that_asks(office, head):
    office.led()
    made = office.approved()
    answer = head.post(f"/notices/{made.pk}/issue/", {"number": "", "on": "20/03/2020", "seen": made.version})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="20/03/2020"' in page and "nhiệm vụ sẽ được giao</h2>" in page
    issuing.issue(notice=made, number=12, on=ISSUED_ON, seen=made.version, by=office.head)
    assert head.get(f"/notices/{made.pk}/issue/")["Location"] == made.get_absolute_url()
    again = head.post(f"/notices/{made.pk}/issue/", {"number": 13, "on": "20/03/2020", "seen": made.version})
    assert again.status_code == 409 and "Ban hành ngay" not in again.content.decode()


def test_a_head_of_office_issues_and_the_kept_papers_are_the_same_every_time(office, head):
    office.led()
    made = office.approved()
    head.post(f"/notices/{made.pk}/issue/", {"number": 12, "on": "20/03/2020", "seen": made.version})
    assert (fresh(made).state, fresh(made).issued_on) == ("issued", ISSUED_ON)
    assert set(Directive.objects.values_list("state", flat=True)) == {"issued"}
    for paper in ("docx", "pdf"):
        first, second = (head.get(f"/notices/{made.pk}/files/{paper}/").content for _ in range(2))
        assert first == second
        assert sha256(first).hexdigest() == NoticeFile.objects.get(notice=made, paper=paper).sha256
    assert "số 12-TB/TU" in head.get(made.get_absolute_url()).content.decode()


def test_a_kept_paper_that_was_changed_behind_our_back_is_not_given_out(office, head):
    issued = office.issued()
    NoticeFile.objects.filter(notice=issued, paper="pdf").update(data=b"khac")
    assert head.get(f"/notices/{issued.pk}/files/pdf/").status_code == 409


@pytest.mark.parametrize(("layout", "name"), [("party", "dang"), ("state", "hanh-chinh")])
def test_the_file_of_a_draft_is_named_in_vietnamese(office, clerk, layout, name):
    made = office.headed()
    answer = clerk.get(f"/notices/{made.pk}/versions/{made.version}/{layout}/docx/")
    assert answer["Content-Disposition"].endswith(f'filename="thong-bao-{made.pk}-ban-{made.version}-{name}.docx"')


@pytest.mark.parametrize("layout", ["party", "state"])
@pytest.mark.parametrize(("paper", "magic"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_any_version_is_a_paper_in_both_layouts(office, clerk, layout, paper, magic):
    made = office.headed()
    for version in (1, 2):
        assert clerk.get(f"/notices/{made.pk}/versions/{version}/{layout}/{paper}/").content.startswith(magic)
    assert clerk.get(f"/notices/{made.pk}/versions/9/{layout}/{paper}/").status_code == 404


def test_a_notice_that_went_out_is_taken_away_only_as_it_was_issued(office, head):
    issued = office.issued()
    page = head.get(issued.get_absolute_url()).content.decode()
    assert re.findall(rf'href="(/notices/{issued.pk}/(?:files|versions)/[^"]+)"', page) == [
        f"/notices/{issued.pk}/files/{paper}/" for paper in ("docx", "pdf")
    ]
    versions = f"/notices/{issued.pk}/versions"
    for paper in ("docx", "pdf"):
        kept = bytes(NoticeFile.objects.get(notice=issued, paper=paper).data)
        assert head.get(f"{versions}/{issued.version}/party/{paper}/").content == kept
        refused = head.get(f"{versions}/{issued.version}/state/{paper}/")
        assert refused.status_code == 409
        assert "chưa từng được ban hành" in refused.content.decode()
    assert head.get(f"{versions}/1/state/docx/").content.startswith(b"PK")


def test_who_only_sees_what_went_out_sees_no_earlier_version(office, sign_in):
    issued = office.issued()
    unit = sign_in(office.people["unit"])
    assert unit.get(issued.get_absolute_url()).status_code == 200
    assert unit.get(f"/notices/{issued.pk}/versions/1/party/docx/").status_code == 404
    assert unit.get(f"/notices/{issued.pk}/versions/{issued.version}/party/docx/").status_code == 200
    assert unit.get(f"/notices/{issued.pk}/history/?from=1").status_code == 200


def test_the_history_says_what_changed_between_any_two_versions(office, clerk):
    made = office.headed()
    mark = office.item(made, "bán trú").mark
    made = drafting.edit(notice=made, mark=mark, text="Trường tiểu học lập kế hoạch học hai buổi.", seen=2, by=office.clerk)
    page = clerk.get(f"/notices/{made.pk}/history/").content.decode()
    assert "<del>bán trú</del><ins>học hai buổi</ins>" in page
    page = clerk.get(f"/notices/{made.pk}/history/?from=1&to=2").content.decode()
    assert "<ins>Lê Thị An</ins>" in page
    assert "bán trú" not in page


def edited(client, made, change):
    """The DOCX of the version in force with one paragraph changed, uploaded."""
    data = client.get(f"/notices/{made.pk}/versions/{made.version}/party/docx/").content
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if change and change[0] in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(*change)
    file = io.BytesIO()
    document.save(file)
    upload = SimpleUploadedFile("sua.docx", file.getvalue())
    return client.post(f"/notices/{made.pk}/compare/", {"layout": "party", "document": upload})


def test_a_document_that_nobody_edited_shows_no_change(office, clerk):
    answer = edited(clerk, office.headed(), None)
    assert "Tệp không khác dự thảo" in answer.content.decode()
    assert not answer.context["around"]


def test_a_document_made_in_the_other_layout_is_read_in_that_one_and_says_so(office, clerk):
    made = office.headed()
    data = clerk.get(f"/notices/{made.pk}/versions/{made.version}/state/docx/").content
    for chosen in ("party", "state"):
        sent = {"layout": chosen, "document": SimpleUploadedFile("sua.docx", data)}
        answer = clerk.post(f"/notices/{made.pk}/compare/", sent)
        assert not answer.context["choices"] and not answer.context["around"], chosen
        assert ("không theo thể thức đã chọn" in answer.content.decode()) == (chosen == "party")


def test_a_table_in_the_text_is_told_with_its_words_and_nothing_is_said_to_be_the_same(office, clerk):
    made = office.headed()
    document = docx.Document(io.BytesIO(clerk.get(f"/notices/{made.pk}/versions/{made.version}/party/docx/").content))
    document.paragraphs[-3]._p.addprevious(document.add_table(1, 2)._tbl)
    for cell, words in zip(document.tables[1]._cells, ("An Sinh", "trước 30/6"), strict=True):
        cell.text = words
    file = io.BytesIO()
    document.save(file)
    sent = {"layout": "party", "document": SimpleUploadedFile("sua.docx", file.getvalue())}
    answer = clerk.post(f"/notices/{made.pk}/compare/", sent)
    page = answer.content.decode()
    assert "Trong văn bản có bảng" in page and "An Sinh | trước 30/6" in page
    assert "Tệp không khác dự thảo" not in page
    assert not answer.context["choices"] and not answer.context["around"]


def test_a_paragraph_on_another_level_of_the_list_is_told_and_nothing_is_said_to_be_the_same(office, clerk):
    made = office.headed()
    document = docx.Document(io.BytesIO(clerk.get(f"/notices/{made.pk}/versions/{made.version}/party/docx/").content))
    paragraph = next(each for each in reversed(document.paragraphs) if each._p.pPr is not None and each._p.pPr.numPr is not None)
    paragraph._p.pPr.numPr.ilvl.val = 0
    opening = next(each for each in document.paragraphs if each.style.name == "GB Nội dung")
    opening._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 77
    file = io.BytesIO()
    document.save(file)
    sent = {"layout": "party", "document": SimpleUploadedFile("sua.docx", file.getvalue())}
    page = clerk.post(f"/notices/{made.pk}/compare/", sent).content.decode()
    assert "Các đoạn sau đã đổi cấp đánh số" in page
    assert f"→ I.</span> {paragraph.text}" in page
    assert f"ngoài danh sách → I.</span> {opening.text}" in page
    assert "Tệp không khác dự thảo" not in page


def headed_anew(client, made, changes):
    """The DOCX of the version in force with lines of its head and foot changed, uploaded."""
    document = docx.Document(io.BytesIO(notice_papers.drawn(notices.current(made), "docx")))
    lines = [each for table in document.tables for row in table.rows for cell in row.cells for each in cell.paragraphs]
    for before, after in changes.items():
        next(each for each in lines if each.text == before).runs[0].text = after
    file = io.BytesIO()
    document.save(file)
    return client.post(f"/notices/{made.pk}/compare/", {"layout": "party", "document": SimpleUploadedFile("sua.docx", file.getvalue())})


def test_a_changed_signer_and_recipient_are_shown_and_taken_over_by_choice(office, clerk):
    made = office.headed()
    answer = headed_anew(clerk, made, {"Lê Thị An": "Lê Thị Bình", "- Các phường;": "- Các xã, phường;"})
    assert "Lê Thị <del>An</del><ins>Bình</ins>" in answer.content.decode()
    assert [name for name, _label, _pieces in answer.context["heads"]] == ["signer", "recipients"]
    assert not answer.context["around"]
    sent = {name: answer.context[name] for name in ("edited", "headed", "document")} | {"seen": made.version}
    clerk.post(f"/notices/{made.pk}/take-over/", sent | {"head": ["signer"]})
    heading = notices.current(fresh(made)).heading
    assert (heading["signer"], heading["recipients"]) == ("Lê Thị Bình", ["Phòng Kinh tế", "Các phường"])
    assert office.texts(fresh(made)) == office.texts(made)


def test_number_and_day_and_what_the_layout_prints_are_said_not_to_be_taken_over(office, clerk):
    made = office.headed()
    day = f"Hạ Lĩnh, ngày{BLANK}tháng{BLANK}năm{BLANK}"
    changes = {day: "Hạ Lĩnh, ngày 20 tháng 3 năm 2020", f"Số {BLANK}-TB/TU": "Số 15-TB/TU", "ĐẢNG CỘNG SẢN VIỆT NAM": "ĐẢNG BỘ TỈNH"}
    answer = headed_anew(clerk, made, changes)
    assert not answer.context["heads"]
    page = answer.content.decode()
    assert "số và ngày được ghi khi ban hành" in page
    found = " ".join(re.findall(r"<ins>(.*?)</ins>", page))
    assert all(words in found for words in ("15", "20", "2020", "BỘ TỈNH"))


def test_a_forged_heading_changes_only_parts_that_a_heading_has(office, clerk):
    made = office.headed()
    sent = {"edited": "[]", "seen": made.version, "head": ["number", "signer"]}
    assert clerk.post(f"/notices/{made.pk}/take-over/", sent | {"headed": "{"}).status_code == 409
    clerk.post(f"/notices/{made.pk}/take-over/", sent | {"headed": '{"number": "99", "signer": ["x"]}'})
    assert set(notices.current(fresh(made)).heading) == {"body", "upper", "symbol", "place", "authority", "signer", "recipients"}
    assert fresh(made).number is None


def test_what_was_edited_in_a_document_is_shown_and_taken_over_by_choice(office, clerk):
    made = office.headed()
    answer = edited(clerk, made, ("bán trú", "bán trú và xe đưa đón"))
    page = answer.content.decode()
    assert "<ins> và xe đưa đón</ins>" in page
    (choice,) = [at for at, _told in answer.context["choices"]]
    sent = {"edited": answer.context["edited"], "document": answer.context["document"], "seen": made.version}
    clerk.post(f"/notices/{made.pk}/take-over/", sent)
    assert fresh(made).version == made.version
    clerk.post(f"/notices/{made.pk}/take-over/", {**sent, "take": choice})
    assert fresh(made).version == made.version + 1
    assert office.item(fresh(made), "xe đưa đón").directive_id == office.school.pk


def test_a_document_marked_secret_is_refused(office, clerk):
    made = office.headed()
    document = docx.Document()
    for line in ("MẬT", "Thông báo kết luận cuộc họp", "Các phường rà soát lại."):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    upload = SimpleUploadedFile("mat.docx", file.getvalue())
    assert clerk.post(f"/notices/{made.pk}/compare/", {"layout": "party", "document": upload}).status_code == 409


def test_what_a_form_forges_becomes_a_new_paragraph_at_most(office, clerk):
    made = office.headed()
    forged = '[["d999", "Giả mạo"], ["abstract", "khác"], ["", ""], ["closing", "hết"]]'
    every = {"edited": forged, "take": range(50), "seen": made.version}
    clerk.post(f"/notices/{made.pk}/take-over/", every)
    kinds = [each.kind for each in office.items(fresh(made))]
    assert kinds.count("abstract") == kinds.count("closing") == 1
    assert office.item(fresh(made), "Giả mạo").directive_id is None
    without_closing = {"edited": '[["abstract", "khác"]]', "take": range(50), "seen": made.version + 1}
    for sent in (without_closing, {"edited": "{", "seen": made.version + 1}):
        assert clerk.post(f"/notices/{made.pk}/take-over/", sent).status_code == 409


def test_an_empty_heading_is_warned_of(office, clerk):
    made = office.drafted()
    mark = office.item(made, "thu gom rác").mark
    drafting.drop(notice=made, mark=mark, seen=1, by=office.clerk)
    rows = {row.item.text: row.warnings for row in notices.rows(office.items(fresh(made)))}
    assert len(rows["Kết quả đạt được"]) == 1
    assert rows["Hạn chế, khó khăn"] == rows["Đánh giá chung"] == []


def test_the_list_shows_notices_by_number_and_meetings_that_have_none(office, clerk):
    assert f"/notices/compose/{office.meeting.pk}/" in clerk.get("/notices/").content.decode()
    office.issued()
    page = clerk.get("/notices/").content.decode()
    assert "Số 12-TB/TU" in page
    assert f"/notices/compose/{office.meeting.pk}/" not in page
    assert clerk.get("/notices/?export=xlsx").content.startswith(b"PK")


def test_the_pages_of_a_list_take_no_more_queries_for_more_notices(office, clerk, django_assert_max_num_queries):
    for _ in range(3):
        office.drafted()
    with django_assert_max_num_queries(30):
        clerk.get("/notices/")


def test_the_page_of_a_notice_takes_no_more_queries_for_more_paragraphs(office, clerk, django_assert_max_num_queries):
    made = office.drafted()
    for number in range(10):
        made = drafting.add(notice=made, text=f"Đoạn {number}.", seen=made.version, by=office.clerk)
    with django_assert_max_num_queries(45):
        clerk.get(made.get_absolute_url())


def test_the_thousandth_version_is_still_sent_back_as_a_number(office, clerk):
    made = office.drafted()
    made.versions.update(number=1234)
    Notice.objects.filter(pk=made.pk).update(version=1234)
    assert 'name="seen" value="1234"' in clerk.get(made.get_absolute_url()).content.decode()
    assert 'name="seen" value="1.234"' not in clerk.get(made.get_absolute_url()).content.decode()


def test_what_waits_for_approval_stands_on_the_desk_of_the_head_and_a_draft_on_that_of_its_clerk(office, sign_in):
    made = office.headed()
    address = f'href="{made.get_absolute_url()}"'
    assert address in sign_in(office.clerk).get("/").content.decode()
    assert address not in sign_in(office.head).get("/").content.decode()
    issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    page = sign_in(office.head).get("/").content.decode()
    assert address in page
    assert "chờ duyệt" in page
    assert address not in sign_in(office.people["leader"]).get("/").content.decode()


def test_what_waits_for_approval_stands_above_all_else_on_the_desk_and_not_among_what_is_under_way(office, sign_in):
    made = office.headed()
    issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    own = drafting.draft(meeting=office.meeting, order=Order.TOPIC, layout="party", by=office.head)
    page = sign_in(office.head).get("/").content.decode()
    above = [
        "Thông báo chờ bạn duyệt, ban hành",
        made.get_absolute_url(),
        "Dự thảo chưa giao",
        "Thông báo kết luận đang làm",
        own.get_absolute_url(),
    ]
    found = [page.index(each, page.index("<h1>")) for each in above]
    assert found == sorted(found)
    assert page.count(f'href="{made.get_absolute_url()}"') == 1


def test_a_notice_composed_twice_by_one_form_is_composed_once(office, clerk):
    address = f"/notices/compose/{office.meeting.pk}/"
    key = re.search(r'name="form_key" value="(\w+)"', clerk.get(address).content.decode())[1]
    answers = [clerk.post(address, {"layout": "state", "order": "lead", "form_key": each}) for each in (key, key, "x" * 32)]
    assert {each["Location"] for each in answers} == {Notice.objects.get().get_absolute_url()}
    assert "không soạn thêm lần nữa" in clerk.get(answers[1]["Location"]).content.decode()
    Notice.objects.update(state="discarded")
    assert clerk.post(address, {"layout": "state", "order": "lead", "form_key": "y" * 32})["Location"] != answers[0]["Location"]


def test_a_paragraph_that_is_too_long_is_told_and_what_was_typed_stays(office, clerk):
    made, long = office.drafted(), "Rà soát hồ sơ tồn đọng. " * 200
    mark = office.item(made, "rà soát").mark
    told = clerk.post(f"/notices/{made.pk}/items/{mark}/", {"act": "save", "text": long, "seen": 1})
    added = clerk.post(f"/notices/{made.pk}/add/", {"text": long, "kind": "text", "after": "", "seen": 1})
    assert (told.status_code, added.status_code) == (409, 422)
    for page in (told.content.decode(), added.content.decode()):
        assert "tối đa 4" in page
        assert long.strip() in page
    assert (fresh(made).version, "Rà soát hồ sơ tồn đọng" in " ".join(office.texts(fresh(made)))) == (1, False)


def test_words_typed_into_a_notice_that_was_submitted_meanwhile_are_shown(office, clerk):
    made = office.headed()
    mark = office.item(made, "rà soát").mark
    issuing.take(notice=made, step="submit", seen=made.version, by=office.head)
    told = clerk.post(f"/notices/{made.pk}/items/{mark}/", {"act": "save", "text": "Câu chữ mới của tôi.", "seen": made.version})
    assert told.status_code == 409
    assert "Câu chữ mới của tôi." in told.content.decode()


def test_a_notice_composed_again_in_another_layout_by_one_form_is_asked_about_first(office, clerk):
    address = f"/notices/compose/{office.meeting.pk}/"
    clerk.post(address, {"layout": "state", "order": "lead", "form_key": "x" * 32})
    told = clerk.post(address, {"layout": "party", "order": "lead", "form_key": "x" * 32})
    assert told.status_code == 409
    key = re.search(r'name="form_key" value="(\w+)"', told.content.decode())[1]
    assert clerk.post(address, {"layout": "party", "order": "lead", "form_key": key}).status_code == 302
    assert Notice.objects.count() == 2


def test_who_approves_sees_what_a_text_no_longer_says_and_which_heading_is_empty(office, head):
    made = office.headed()
    item = office.item(made, "rà soát")
    made = drafting.edit(notice=made, mark=item.mark, text="Rà soát các hồ sơ tồn đọng.", seen=made.version, by=office.clerk)
    made = drafting.add(notice=made, text="Việc khác", level=0, seen=made.version, by=office.clerk)
    issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    page = head.get(made.get_absolute_url()).content.decode()
    told = page[page.index("Cần xem lại trước khi ban hành") :]
    assert "Rà soát các hồ sơ tồn đọng" in told and "cơ quan chủ trì" in told
    assert "Việc khác”" in told


def decided(office, words, verdict, **change):
    find = Find.objects.get(kind__in=("strength", "shortcoming"), start=Record.objects.get().text.index(words))
    changed = records.Change(find.kind, find.start, find.end + change["end"], find.fields) if change else None
    records.decide(find=find, verdict=verdict, seen=find.standing.number, by=office.clerk, change=changed, reason="vì thế")


REJECTED, CORRECTED = "Bản ghi không còn xác nhận đánh giá này", "Đánh giá này đã được sửa ở bản ghi"


def test_a_draft_says_which_judgement_its_record_rejected_or_corrected_since_and_no_other(office, clerk):
    made = office.drafted()
    page = clerk.get(made.get_absolute_url()).content.decode()
    assert REJECTED not in page and CORRECTED not in page
    decided(office, "Tiến độ", Verdict.REJECTED)
    decided(office, "Thị xã đã thu gom", Verdict.CORRECTED, end=1)
    assert CORRECTED not in (page := clerk.get(made.get_absolute_url()).content.decode())
    assert page.count(REJECTED) == 1
    decided(office, "Thị xã đã thu gom", Verdict.CORRECTED, end=-len(" ở cả 5 phường"))
    assert clerk.get(made.get_absolute_url()).content.decode().count(CORRECTED) == 1


def told_otherwise(office, words, kind=None, **fields):
    """The judgement of these words as another kind, or of another place or field."""
    find = Find.objects.get(kind__in=("strength", "shortcoming"), start=Record.objects.get().text.index(words))
    changed = records.Change(kind or find.kind, find.start, find.end, find.fields | fields)
    records.decide(find=find, verdict=Verdict.CORRECTED, seen=find.standing.number, by=office.clerk, change=changed, reason="vì thế")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "shortcoming", "polarity": "shortcoming"}, "nay được ghi là: hạn chế"),
        ({"topic": "health"}, "nay thuộc lĩnh vực: Y tế"),
    ],
)
def test_a_draft_and_its_correction_say_that_a_judgement_is_of_another_kind_or_field_since(office, head, clerk, change, said):
    office.led()
    made = office.approved()
    assert said not in head.get(made.get_absolute_url()).content.decode()
    told_otherwise(office, "Thị xã đã thu gom", **change)
    page = head.get(made.get_absolute_url()).content.decode()
    assert page[page.index("Cần xem lại trước khi ban hành") :].count(said) >= 1
    assert CORRECTED not in page
    made = issuing.issue(notice=fresh(made), number=12, on=ISSUED_ON, seen=fresh(made).version, by=office.head)
    assert said in clerk.get(made.get_absolute_url()).content.decode()
    assert said in clerk.get(drafting.correct(notice=fresh(made), by=office.clerk).get_absolute_url()).content.decode()


def test_a_notice_says_that_the_record_of_its_judgements_was_filed_elsewhere_since(office, clerk):
    made, said = office.drafted(), "sang địa bàn hoặc cuộc họp khác (nay là: phường Mạo Khê)"
    assert said not in clerk.get(made.get_absolute_url()).content.decode()
    refile(record=Record.objects.get(), place=make_place("07090", "phường", "Mạo Khê", office.town), by=office.clerk)
    assert said in clerk.get(made.get_absolute_url()).content.decode()


def test_a_field_changed_since_is_not_told_of_a_notice_that_is_in_the_order_of_what_was_said(office, clerk):
    made = office.drafted(order=Order.SAID)
    told_otherwise(office, "Thị xã đã thu gom", topic="health")
    assert "nay thuộc lĩnh vực" not in clerk.get(made.get_absolute_url()).content.decode()


def test_who_approves_and_who_may_correct_what_went_out_are_told_that_a_judgement_was_rejected_since(office, head, clerk):
    office.led()
    made = office.approved()
    decided(office, "Tiến độ", Verdict.REJECTED)
    page = head.get(made.get_absolute_url()).content.decode()
    assert REJECTED in page[page.index("Cần xem lại trước khi ban hành") :]
    made = issuing.issue(notice=fresh(made), number=12, on=ISSUED_ON, seen=fresh(made).version, by=office.head)
    page = clerk.get(made.get_absolute_url()).content.decode()
    assert "Thay đổi từ khi ban hành" in page and REJECTED in page


def test_a_draft_says_which_task_was_withdrawn_since_and_what_went_out_does_not(office, clerk):
    made = office.headed()
    Directive.objects.filter(pk=office.school.pk).update(state="withdrawn")
    assert clerk.get(made.get_absolute_url()).content.decode().count("Nhiệm vụ đã bị thu hồi hoặc gộp") == 1
    Notice.objects.filter(pk=made.pk).update(state="issued", number=1, year=2020, issued_on=ISSUED_ON)
    assert "Thay đổi từ khi ban hành" not in clerk.get(made.get_absolute_url()).content.decode()


def test_the_page_of_a_meeting_names_its_notices_and_asks_for_one_only_where_there_is_none(office, clerk):
    compose = f'<a class="button main" href="/notices/compose/{office.meeting.pk}/">'
    address = office.meeting.get_absolute_url()
    before = clerk.get(address).content.decode()
    assert compose in before and "Chưa có thông báo của cuộc họp này" in before
    made = office.issued(12)
    after = clerk.get(address).content.decode()
    assert f'<a href="{made.get_absolute_url()}">Số 12-TB/TU, 20/03/2020</a>' in after and compose not in after


def test_whoever_has_only_a_part_in_a_notice_is_not_led_to_its_meeting(office, sign_in):
    made = office.issued()
    way = f'href="{office.meeting.get_absolute_url()}"'
    told = [sign_in(office.people[who]).get(made.get_absolute_url()).content.decode() for who in ("head", "lead")]
    assert [way in page for page in told] == [True, False]


def test_a_task_that_nobody_leads_yet_stands_under_whom_the_record_asks(office):
    find = Find.objects.get(pk=office.school.find_id).standing
    Decision.objects.filter(pk=find.pk).update(fields=find.fields | {"assignee": "các trường"})
    told = [(each.kind, each.text) for each in office.items(office.drafted(Order.LEAD))]
    assert ("heading", "Các trường") in told and ("heading", "…") not in told


def test_a_gap_is_named_by_the_number_of_its_paragraph_and_leads_there(office, clerk):
    made = office.drafted(Order.LEAD)
    gap = next(each for each in office.items(made) if each.text == "…")
    page = clerk.get(f"/notices/{made.pk}/").content.decode()
    assert re.search(rf'<a href="/notices/{made.pk}/#p-{gap.mark}">2\. …</a>', page)
    made = drafting.head(notice=made, heading=HEADING, layout="party", seen=made.version, by=office.clerk)
    answer = clerk.post(f"/notices/{made.pk}/steps/submit/", {"seen": made.version})
    assert answer.status_code == 409 and "trong đoạn: “2. …”" in answer.content.decode()
