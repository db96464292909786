"""A notice is composed of what was confirmed and of the tasks; whatever is done to its words makes a version, tied to the same task."""

import pytest

from giaoban.brief import Order
from giaoban.model import Refused, Topic
from giaoban_web.briefs import composing, drafting, notice_paper, notice_papers, notices
from giaoban_web.directives import actions as directives
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from giaoban_web.meetings import actions as meetings
from giaoban_web.meetings.models import Meeting
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Record
from tests.web.briefs.conftest import HEADING, _find


def test_a_notice_tells_the_confirmed_findings_and_the_tasks_each_tied_to_what_it_tells(office):
    made = office.drafted()
    told = {
        each.text: (each.kind, each.find_id is not None, each.directive_id) for each in office.items(made) if each.find or each.directive
    }
    assert told == {
        "Thị xã đã thu gom rác ở cả 5 phường.": ("finding", True, None),
        "Tiến độ giải phóng mặt bằng còn chậm.": ("finding", True, None),
        "Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/6/2020.": ("task", False, office.reviewing.pk),
        "Trường tiểu học lập kế hoạch bán trú.": ("task", False, office.school.pk),
    }
    assert office.items(made)[0].text.startswith(
        "kết luận của đồng chí Trần Văn Bình, Bí thư Tỉnh ủy, tại buổi làm việc với thị xã Đông Triều"
    )


def test_the_sharpened_work_is_told_with_its_lead_and_deadline(office):
    task = office.reviewing
    terms = drafting.composing.Directive.objects.filter(pk=task.pk)
    terms.update(work="Rà soát 12 hồ sơ tồn đọng")
    made = office.drafted()
    assert office.item(made, "12 hồ sơ").text == "Phòng Kinh tế: Rà soát 12 hồ sơ tồn đọng (thời hạn: trước ngày 30/6/2020)."


def test_tasks_can_be_put_by_lead_or_as_they_were_said(office):
    by_lead = [each.text for each in office.items(office.drafted(Order.LEAD)) if each.kind == "heading" and each.level == 1]
    assert by_lead[-2:] == ["Phòng Kinh tế", "…"]
    as_said = [each.kind for each in office.items(office.drafted(Order.SAID))][-3:]
    assert as_said == ["task", "task", "closing"]


def test_tasks_of_one_sentence_stay_under_the_field_of_the_first_and_those_made_by_hand_under_their_own(office):
    text = "Ngày 12/3/2020. Phòng Kinh tế lập danh sách hộ vay vốn, gửi Văn phòng trước 30/6."
    record = records.put_in(data=text.encode(), name="ket-luan.txt", place=office.town, by=office.clerk)
    Record.objects.filter(pk=record.pk).update(meeting=office.meeting)
    record.finds.all().delete()
    said = {"force": "order", "issuer": None, "assignee": None, "deadline": None, "topic": "other"}
    for words, topic in (("lập danh sách hộ vay vốn", Topic.WELFARE), ("gửi Văn phòng trước 30/6", Topic.ADMINISTRATION)):
        told = directives.Terms(lead=office.economy, topic=topic)
        find = _find(record, "directive", words, said, office.clerk)
        directives.draft(place=office.town, wording=words, terms=told, by=office.clerk, find=find, meeting=office.meeting)
    for words, topic in (("xóa hộ nghèo", Topic.RURAL), ("gửi báo cáo", Topic.HEALTH)):
        told = directives.Terms(lead=office.economy, topic=topic)
        directives.draft(place=office.town, wording=words, terms=told, by=office.clerk, meeting=office.meeting)
    headings = [each.text for each in office.items(office.drafted()) if each.kind == "heading" and each.level == 1][2:]
    assert headings == ["Xây dựng nông thôn mới", "Y tế", "An sinh xã hội", "Nhiệm vụ khác"]


def test_what_two_records_of_a_meeting_say_in_the_same_words_is_told_once(office):
    news = "Tuy nhiên, tiến độ giải phóng mặt bằng còn chậm. Việc số hóa hồ sơ còn chậm."
    other = records.put_in(data=news.encode(), name="tin.txt", place=office.town, by=office.clerk)
    Record.objects.filter(pk=other.pk).update(meeting=office.meeting)
    other.finds.all().delete()
    for words in ("tiến độ giải phóng mặt bằng còn chậm", "Việc số hóa hồ sơ còn chậm"):
        _find(other, "shortcoming", words, {"polarity": "shortcoming", "topic": "land"}, office.clerk)
    texts = office.texts(office.drafted())
    assert [each for each in texts if "còn chậm" in each] == ["Tiến độ giải phóng mặt bằng còn chậm.", "Việc số hóa hồ sơ còn chậm."]


def test_what_was_rejected_or_not_decided_is_not_told(office):
    Find.objects.filter(kind="strength").update(standing=None)
    assert not any("thu gom rác" in text for text in office.texts(office.drafted()))


def test_every_save_is_a_version_and_earlier_ones_stay_as_they_were(office):
    made = office.drafted()
    before, mark = office.texts(made), office.item(made, "rà soát").mark
    made = drafting.edit(notice=made, mark=mark, text="Phòng Kinh tế báo cáo kết quả trước ngày 30/6/2020.", seen=1, by=office.clerk)
    made = drafting.shift(notice=made, mark=mark, way="down", seen=2, by=office.clerk)
    assert [each.act for each in made.versions.all()] == ["composed", "edited", "moved"]
    assert [each.text for each in notices.items_of(made.versions.get(number=1))] == before
    assert office.item(made, "báo cáo kết quả").directive_id == office.reviewing.pk
    assert history.verify() is None


def test_whoever_saves_on_an_old_version_is_refused_and_nothing_is_lost(office):
    made = office.drafted()
    mark = office.item(made, "rà soát").mark
    drafting.edit(notice=made, mark=mark, text="Bản của người thứ nhất.", seen=1, by=office.head)
    with pytest.raises(Conflict) as conflict:
        drafting.edit(notice=made, mark=mark, text="Bản của người thứ hai.", seen=1, by=office.clerk)
    assert str(office.head) in str(conflict.value.values["by"])
    made.refresh_from_db()
    assert "Bản của người thứ nhất." in office.texts(made)


def test_a_text_that_no_longer_holds_lead_or_deadline_is_warned_of(office):
    made = office.drafted()
    row = {each.item.mark: each for each in notices.rows(office.items(made))}
    mark = office.item(made, "rà soát").mark
    assert not row[mark].warnings
    made = drafting.edit(notice=made, mark=mark, text="Rà soát các hồ sơ tồn đọng.", seen=1, by=office.clerk)
    row = {each.item.mark: each for each in notices.rows(office.items(made))}
    assert len(row[mark].warnings) == 2


def test_under_a_heading_that_names_the_lead_the_text_need_not(office):
    made = office.drafted(Order.LEAD)
    mark = office.item(made, "rà soát").mark
    made = drafting.edit(notice=made, mark=mark, text="Rà soát các hồ sơ trước 30/6.", seen=1, by=office.clerk)
    assert not next(each for each in notices.rows(office.items(made)) if each.item.mark == mark).warnings


def test_paragraphs_are_added_left_out_and_brought_back(office):
    made = office.drafted()
    mark = office.item(made, "rà soát").mark
    made = drafting.drop(notice=made, mark=mark, seen=1, by=office.clerk)
    assert not any("rà soát" in text for text in office.texts(made))
    told = {each.mark for each in office.items(made)}
    (source,) = composing.left_out(office.meeting, office.clerk, told)
    made = drafting.bring(notice=made, source=source, seen=2, by=office.clerk)
    assert office.item(made, "rà soát").directive_id == office.reviewing.pk
    with pytest.raises(Refused, match="paragraph-told-already"):
        drafting.bring(notice=made, source=source, seen=3, by=office.clerk)
    made = drafting.add(notice=made, text="  Văn phòng   theo dõi, đôn đốc. ", after=mark, seen=3, by=office.clerk)
    texts = office.texts(made)
    assert texts.index("Văn phòng theo dõi, đôn đốc.") == texts.index("Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/6/2020.") + 1


def test_a_task_brought_into_a_notice_stands_among_the_tasks_not_among_the_shortcomings(office):
    made = office.drafted(Order.SAID)
    for at, task in enumerate((office.reviewing, office.school), start=1):
        made = drafting.drop(notice=made, mark=f"d{task.pk}", seen=at, by=office.clerk)
    heading = office.item(made, "Nhiệm vụ trong thời gian tới").mark
    made = drafting.drop(notice=made, mark=heading, seen=3, by=office.clerk)
    for at, task in enumerate((office.reviewing, office.school), start=4):
        made = drafting.bring(notice=made, source=composing.Source(directive=task), seen=at, by=office.clerk)
    assert [(each.kind, each.text) for each in office.items(made)][-4:-1] == [
        ("heading", "Nhiệm vụ trong thời gian tới"),
        ("task", "Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/6/2020."),
        ("task", "Trường tiểu học lập kế hoạch bán trú."),
    ]


@pytest.mark.parametrize(
    ("mark", "code"), [("abstract", "paragraph-needed"), ("closing", "paragraph-needed"), ("d0", "paragraph-not-there")]
)
def test_what_every_notice_needs_is_not_left_out(office, mark, code):
    with pytest.raises(Refused, match=code):
        drafting.drop(notice=office.drafted(), mark=mark, seen=1, by=office.clerk)


def test_a_paragraph_is_not_emptied(office):
    made = office.drafted()
    with pytest.raises(Refused, match="paragraph-empty"):
        drafting.edit(notice=made, mark="abstract", text="  ", seen=1, by=office.clerk)


def test_the_heading_of_the_last_notice_is_the_usual_one(office):
    office.headed(signer="Ngô Văn Bút")
    made = office.drafted()
    assert notices.current(made).heading == HEADING | {"signer": "Ngô Văn Bút"}


@pytest.mark.parametrize("who", ["leader", "unit", "lead", "stranger"])
def test_only_who_drafts_drafts(office, who):
    with pytest.raises(Refused, match="not-allowed-here"):
        drafting.draft(meeting=office.meeting, order=Order.TOPIC, layout="party", by=office.people[who])
    made = office.drafted()
    with pytest.raises(Refused, match="not-allowed-here"):
        drafting.edit(notice=made, mark="abstract", text="Khác", seen=1, by=office.people[who])


def test_a_draft_is_known_to_the_office_alone_and_what_went_out_to_whoever_has_a_part_in_it(office):
    made = office.drafted()
    seeing = [name for name, person in office.people.items() if notices.visible_to(person).filter(pk=made.pk).exists()]
    assert sorted(seeing) == ["clerk", "head"]
    issued = office.issued()
    seeing = [name for name, person in office.people.items() if notices.visible_to(person).filter(pk=issued.pk).exists()]
    assert sorted(seeing) == ["clerk", "head", "lead", "leader", "steward", "unit"]


def test_a_meeting_with_tasks_or_a_notice_stays_when_no_record_tells_of_it(office):
    head = history.head().number
    meetings.drop(office.meeting, by=office.clerk)
    assert Meeting.objects.filter(pk=office.meeting.pk).exists()
    assert history.head().number == head
    assert history.verify() is None


def test_a_heading_saved_as_it_was_makes_no_version(office):
    made = office.headed()
    again = drafting.head(notice=made, heading=HEADING, layout="party", seen=made.version, by=office.clerk)
    assert again.version == made.version


def test_tasks_are_put_in_another_order_and_edited_words_stay(office):
    office.led()
    made = office.drafted()
    mark = office.item(made, "bán trú").mark
    made = drafting.edit(notice=made, mark=mark, text="Nhà trường lo việc bán trú.", seen=1, by=office.clerk)
    made = drafting.regroup(notice=made, order=Order.LEAD, seen=2, by=office.clerk)
    items = office.items(made)
    assert [each.text for each in items if each.kind == "heading"][-2:] == ["Nhiệm vụ trong thời gian tới", "Phòng Kinh tế"]
    assert [each.directive_id for each in items if each.kind == "task"] == [office.reviewing.pk, office.school.pk]
    assert "Nhà trường lo việc bán trú." in office.texts(made)
    assert len({each.mark for each in items}) == len(items)
    made = drafting.regroup(notice=made, order=Order.SAID, seen=3, by=office.clerk)
    assert [each.kind for each in office.items(made)][-4:] == ["heading", "task", "task", "closing"]


def _led_later(office):
    """A notice of two tasks of which nobody led the second when it was composed, and the mark of that."""
    made = office.drafted()
    mark = office.item(made, "bán trú").mark
    office.led()
    type(office.school).objects.filter(pk=office.school.pk).update(
        deadline="trước ngày 15/5/2020", deadline_on="2020-05-15", first_deadline_on="2020-05-15"
    )
    return made, mark


TOLD_LATER = "Phòng Kinh tế: Trường tiểu học lập kế hoạch bán trú (thời hạn: trước ngày 15/5/2020)."


def test_a_paragraph_is_written_anew_from_its_task_as_that_is_now_and_no_other(office):
    made, mark = _led_later(office)
    others = [each.text for each in office.items(made) if each.mark != mark]
    made = drafting.retell(notice=made, marks=[mark], seen=1, by=office.clerk)
    items = office.items(made)
    assert [each.text for each in items if each.mark == mark] == [TOLD_LATER]
    assert [each.text for each in items if each.mark != mark] == others
    assert drafting.retell(notice=made, marks=[mark], seen=2, by=office.clerk).version == 2
    with pytest.raises(Refused, match="paragraph-not-there"):
        drafting.retell(notice=made, marks=["abstract", "d0"], seen=2, by=office.clerk)
    assert history.verify() is None


def test_putting_in_order_composes_anew_what_nobody_edited_though_its_task_has_changed(office):
    made, _mark = _led_later(office)
    made = drafting.regroup(notice=made, order=Order.TOPIC, seen=1, by=office.clerk)
    assert TOLD_LATER in office.texts(made)


def test_what_is_behind_its_task_and_nobody_edited_is_offered_to_be_written_anew(office):
    made, mark = _led_later(office)
    rows = notices.rows(office.items(made))
    assert [row.item.mark for row in rows if row.behind] == [mark] == notices.untouched(rows)
    made = drafting.edit(notice=made, mark=mark, text="Nhà trường lo việc bán trú.", seen=1, by=office.clerk)
    assert notices.untouched(notices.rows(office.items(made))) == []


@pytest.mark.parametrize("state", ["withdrawn", "merged"])
def test_a_task_that_is_over_is_not_offered_to_be_written_anew(office, state):
    made, _mark = _led_later(office)
    type(office.school).objects.filter(pk=office.school.pk).update(state=state)
    assert [row for row in notices.rows(office.items(made)) if row.behind] == []


def test_words_edited_before_a_correction_stay_when_that_is_put_in_order(office):
    made, mark = _led_later(office)
    made = drafting.edit(notice=made, mark=mark, text="Nhà trường lo việc bán trú.", seen=1, by=office.clerk)
    type(made).objects.filter(pk=made.pk).update(state="issued", number=1, year=2020, issuer="UBND", issued_on="2020-03-02")
    made.refresh_from_db()
    made = drafting.correct(notice=made, by=office.clerk)
    assert notices.untouched(notices.rows(office.items(made))) == []
    made = drafting.regroup(notice=made, order=Order.TOPIC, seen=1, by=office.clerk)
    assert "Nhà trường lo việc bán trú." in office.texts(made)


def test_what_was_written_anew_counts_as_composed_when_its_task_changes_again(office):
    made, mark = _led_later(office)
    made = drafting.retell(notice=made, marks=[mark], seen=1, by=office.clerk)
    type(office.school).objects.filter(pk=office.school.pk).update(
        deadline="trước ngày 20/6/2020", deadline_on="2020-06-20", first_deadline_on="2020-06-20"
    )
    assert notices.untouched(notices.rows(office.items(made))) == [mark]
    made = drafting.regroup(notice=made, order=Order.TOPIC, seen=2, by=office.clerk)
    assert TOLD_LATER.replace("15/5", "20/6") in office.texts(made)


def test_what_no_paper_can_print_is_left_out_of_words_and_heading(office):
    made = drafting.edit(notice=office.drafted(), mark="abstract", text="kết\x00 luận\x0b của\x1b hội nghị", seen=1, by=office.clerk)
    made = drafting.head(notice=made, heading=HEADING | {"recipients": ["Các\x07 phường"]}, layout="party", seen=2, by=office.clerk)
    assert office.texts(made)[0] == "kết luận của hội nghị"
    assert notice_papers.drawn(notices.current(made), "docx").startswith(b"PK")


def test_a_sign_that_no_font_of_offices_has_is_refused_in_words_and_heading(office):
    made = office.drafted()
    with pytest.raises(Refused, match="notice-sign"):
        drafting.edit(notice=made, mark="abstract", text="kết luận 🙂 của hội nghị", seen=1, by=office.clerk)
    for wrong in ({"signer": "Ngô Văn Bút 🙂"}, {"recipients": ["Các phường ✅"]}):
        with pytest.raises(Refused, match="notice-sign"):
            drafting.head(notice=made, heading=HEADING | wrong, layout="party", seen=1, by=office.clerk)


def test_recipients_are_kept_without_the_dashes_and_stops_that_the_paper_sets(office):
    typed = ["- Như trên;", "- Các phường, xã;", "- Lưu: VT."]
    made = drafting.head(notice=office.drafted(), heading=HEADING | {"recipients": typed}, layout="state", seen=1, by=office.clerk)
    version = notices.current(made)
    assert version.heading["recipients"] == ["Như trên", "Các phường, xã", "Lưu: VT"]
    assert notice_paper.paper(version, notices.items_of(version))["recipients"] == typed


@pytest.mark.parametrize(
    ("offices", "layout"),
    [
        (["Chủ tịch UBND thị xã"], "state"),
        (["Phó Chủ tịch Ủy ban nhân dân tỉnh"], "state"),
        (["Bí thư Thị ủy"], "party"),
        (["Phó Bí thư Thị ủy", "Chủ tịch UBND thị xã"], "party"),
        ([], "party"),
    ],
)
def test_the_first_notice_of_a_place_begins_with_the_layout_of_who_chaired(offices, layout):
    assert notices.fitting(Meeting(chair="Trần Văn Bình", chair_offices=offices)) == layout


def test_the_first_notice_of_a_place_whose_own_committee_met_begins_with_its_name(office):
    office.meeting.convener = f"UBND {office.meeting.place}"
    begun = notices.first_heading(office.meeting, "state")
    assert begun == {"symbol": "TB-UBND", "body": f"ỦY BAN NHÂN DÂN {office.meeting.place}".upper(), "place": office.meeting.place.name}
    office.meeting.convener = "Ủy ban nhân dân tỉnh Quảng Ninh"
    assert notices.first_heading(office.meeting, "state") == {"symbol": "TB-UBND"}, "who met is not the committee of the place reviewed"
    office.meeting.chair_offices = ["Phó Bí thư Đảng ủy", f"Chủ tịch UBND {office.meeting.place}"]
    assert notices.first_heading(office.meeting, "state")["body"] == f"ỦY BAN NHÂN DÂN {office.meeting.place}".upper(), "its chair presided"
    office.meeting.convener = f"UBND {office.meeting.place}"
    assert notices.first_heading(office.meeting, "party") == {"symbol": "TB/ĐU"}


def test_the_first_notice_of_a_ward_whose_partys_secretary_presided_begins_with_its_committee(office):
    office.meeting.convener, office.meeting.chair_offices = "Ban Thường vụ Đảng ủy", [f"Bí thư Đảng ủy {office.meeting.place.kind}"]
    begun = {"symbol": "TB/ĐU", "body": f"ĐẢNG ỦY {office.meeting.place}".upper(), "place": office.meeting.place.name}
    assert notices.first_heading(office.meeting, "party") == begun
    office.meeting.chair_offices = ["Bí thư Tỉnh ủy", "Bí thư Đảng ủy Công an Trung ương"]
    assert notices.first_heading(office.meeting, "party") == {"symbol": "TB/TU"}
