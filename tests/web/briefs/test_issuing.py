"""A notice is approved, gets its number and day, and makes its tasks live: all of it, or nothing."""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.bodies import actions as bodies
from giaoban_web.briefs import drafting, issuing, notice_papers, notices
from giaoban_web.briefs.models import Notice, NoticeFile
from giaoban_web.briefs.notice_moves import STEPS, NoticeState
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from giaoban_web.reminders.models import Message
from giaoban_web.reminders.words import told
from giaoban_web.search.queries import find
from tests.web.briefs.conftest import ISSUED_ON, SAID_ON
from tests.web.whole import snapshot


def test_an_issued_notice_makes_its_tasks_live_on_its_day_and_tells_who_has_a_part_in_them(office):
    issued = office.issued()
    assert (issued.state, issued.number, issued.year, issued.issued_on) == ("issued", 12, 2020, ISSUED_ON)
    assert [(each.state, each.issued_on) for each in Directive.objects.all()] == [("issued", ISSUED_ON)] * 2
    message = Message.objects.get(code="told-notice")
    assert (message.user, message.url) == (office.people["lead"], issued.get_absolute_url())
    assert "số 12-TB/TU ngày 20/03/2020" in told(message, "vi") and "có phần của bạn: 2" in told(message, "vi")
    assert history.verify() is None


def test_the_page_of_a_task_leads_to_the_notice_that_gave_it_for_who_sees_that(office, sign_in):
    task = Directive.objects.first()
    office.drafted()
    client, address = sign_in(office.people["lead"]), f"/directives/{task.pk}/"
    issued = office.issued()
    link = f'href="{issued.get_absolute_url()}">Số 12-TB/TU</a> <span class="quiet">20/03/2020'
    assert link in client.get(address).content.decode()
    Notice.objects.filter(pk=issued.pk).update(state=NoticeState.SUPERSEDED)
    assert link in client.get(address).content.decode()
    Notice.objects.filter(pk=issued.pk).update(state=NoticeState.APPROVED)
    assert "TB/TU" not in client.get(address).content.decode()


def test_whoever_watches_or_accepts_a_task_of_a_notice_is_told_too_and_nobody_twice(office, person):
    watcher = bodies.add(place=office.town, name="Thanh tra", by=office.people["steward"])
    bodies.seat(body=watcher, user=office.people["stranger"], since=SAID_ON, by=office.people["steward"])
    Directive.objects.update(watcher=watcher, acceptor=watcher)
    issued = office.issued()
    found = Message.objects.filter(key=f"notice/{issued.pk}").order_by("user__username")
    assert [(each.user.username, each.values["count"]) for each in found] == [("lead", 2), ("stranger", 2)]
    assert notices.visible_to(office.people["stranger"]).get() == issued


def test_of_a_correction_people_are_told_which_notice_it_takes_the_place_of(office):
    office.issued()
    _out(office, drafting.correct(notice=Notice.objects.get(), by=office.clerk), 13)
    message = Message.objects.get(code="told-notice-corrects")
    assert "số 13-TB/TU" in told(message, "vi") and "thay cho số 12-TB/TU" in told(message, "vi")


def test_a_task_that_nobody_leads_keeps_the_whole_notice_back(office):
    made = office.approved()
    before = snapshot()
    with pytest.raises(Refused) as refused:
        issuing.issue(notice=made, number=1, on=ISSUED_ON, seen=made.version, by=office.head)
    assert refused.value.code == "notice-tasks-without-lead"
    assert str(office.school) in str(refused.value.values["tasks"])
    assert snapshot() == before


def test_when_one_task_cannot_be_issued_none_is_and_the_notice_neither(office, monkeypatch):
    office.led()
    made = office.approved()
    real = issuing.move_task

    def failing(*, directive, **rest):
        if directive.pk == office.school.pk:
            raise Refused("not-allowed-here", place="")
        return real(directive=directive, **rest)

    monkeypatch.setattr(issuing, "move_task", failing)
    before = snapshot()
    with pytest.raises(Refused):
        issuing.issue(notice=made, number=1, on=ISSUED_ON, seen=made.version, by=office.head)
    assert snapshot() == before


def test_a_task_that_is_live_already_stays_as_it_is(office):
    office.issued()
    versions = list(Directive.objects.values_list("pk", "version"))
    second = drafting.correct(notice=Notice.objects.get(), by=office.clerk)
    _out(office, second, 13)
    assert list(Directive.objects.values_list("pk", "version")) == versions


def _out(office, notice, number, on=ISSUED_ON):
    notice = issuing.take(notice=notice, step="submit", seen=notice.version, by=office.clerk)
    notice = issuing.take(notice=notice, step="approve", seen=notice.version, by=office.head)
    return issuing.issue(notice=notice, number=number, on=on, seen=notice.version, by=office.head)


def test_a_body_gives_a_number_once_a_year(office):
    office.issued(12)
    version = notices.current(Notice.objects.get())
    assert notices.next_number(issuing.issuer_of(version), 2020) == 13
    assert notices.next_number(issuing.issuer_of(version), 2021) == 1
    second = office.headed()
    with pytest.raises(Refused, match="notice-number-taken") as refused:
        _out(office, second, 12)
    assert "số 12 cho một thông báo khác trong năm 2020." in say(refused.value, "vi")
    second = Notice.objects.get(pk=second.pk)
    assert (second.state, second.number) == ("approved", None)
    later = issuing.issue(notice=second, number=12, on=ISSUED_ON.replace(year=2021), seen=second.version, by=office.head)
    assert later.number == 12


def test_another_body_may_give_the_same_number(office):
    office.issued(12)
    assert _out(office, office.headed(body="VĂN PHÒNG", upper="TỈNH UỶ HẠ LĨNH"), 12).number == 12


def test_the_day_is_not_in_the_future(office):
    office.led()
    made = office.approved()
    with pytest.raises(Refused, match="day-in-future"):
        issuing.issue(notice=made, number=1, on=timezone.localdate() + timedelta(1), seen=made.version, by=office.head)


def test_the_day_is_not_before_the_meeting(office):
    office.led()
    made = office.approved()
    with pytest.raises(Refused, match="notice-before-meeting"):
        issuing.issue(notice=made, number=1, on=SAID_ON - timedelta(1), seen=made.version, by=office.head)


def test_what_went_out_is_found_by_its_number_and_words_and_a_draft_is_not(office):
    office.drafted()
    assert not find(office.people["unit"], "bán trú", kind="briefs.notice").object_list
    office.issued()
    for asked in ("12-TB/TU", "bán trú"):
        (hit,) = find(office.people["unit"], asked, kind="briefs.notice").object_list
        assert hit.kind == "briefs.notice" and "".join(words for words, *_marked in hit.title).startswith("Thông báo số 12-TB/TU: ")


def test_an_earlier_version_of_an_issued_notice_bears_no_number(office):
    issued = office.issued()
    first, last = (issued.versions.get(number=number) for number in (1, issued.version))
    papers = [notices.paper_of(each, notices.items_of(each)).heading for each in (first, last)]
    assert [(each.number, each.on) for each in papers] == [("", None), ("12", ISSUED_ON)]
    assert notice_papers.name_of(first).startswith("thong-bao")


def test_what_went_out_is_kept_byte_for_byte_and_never_edited(office):
    issued = office.issued()
    kept = {each.paper: bytes(each.data) for each in issued.files.all()}
    assert set(kept) == {"docx", "pdf"}
    assert kept["pdf"].startswith(b"%PDF")
    assert all(sha256(kept[each.paper]).hexdigest() == each.sha256 for each in issued.files.all())
    assert notice_papers.name_of(notices.current(issued)) == "12-TB-TU"
    with pytest.raises(Refused, match="notice-not-editable"):
        drafting.edit(notice=issued, mark="abstract", text="Khác", seen=issued.version, by=office.clerk)


def test_a_correction_takes_the_place_of_the_notice_once_it_is_issued_and_not_before(office):
    issued = office.issued()
    made = drafting.correct(notice=issued, by=office.clerk)
    assert office.texts(made)[:-1] == office.texts(issued)[:-1]
    assert office.texts(made)[-1].endswith("thực hiện. Thông báo này thay thế Thông báo số 12-TB/TU ngày 20/03/2020")
    assert [each.directive_id for each in office.items(made)] == [each.directive_id for each in office.items(issued)]
    with pytest.raises(Refused, match="notice-not-corrected"):
        drafting.correct(notice=issued, by=office.clerk)
    issued.refresh_from_db()
    assert issued.state == "issued"
    _out(office, made, 13)
    issued.refresh_from_db()
    assert issued.state == "superseded"
    assert NoticeFile.objects.filter(notice=issued).count() == 2


def test_a_correction_that_was_discarded_frees_the_notice(office):
    issued = office.issued()
    made = drafting.correct(notice=issued, by=office.clerk)
    issuing.take(notice=made, step="discard", seen=made.version, by=office.clerk)
    assert drafting.correct(notice=issued, by=office.clerk).corrects_id == issued.pk


ALLOWED = {
    ("submit", "clerk"): {"draft", "returned"},
    ("submit", "head"): {"draft", "returned"},
    ("take-back", "clerk"): {"submitted"},
    ("take-back", "head"): {"submitted"},
    ("approve", "head"): {"submitted"},
    ("return", "head"): {"submitted", "approved"},
    ("discard", "clerk"): {"draft", "returned"},
    ("discard", "head"): {"draft", "returned"},
}


@pytest.mark.parametrize("who", ["head", "clerk", "leader", "unit", "steward", "lead", "stranger"])
@pytest.mark.parametrize("step", STEPS)
def test_who_may_make_which_move_from_which_state(office, step, who):
    made = office.headed()
    reached = set()
    for state in NoticeState.values:
        given = {"number": 1, "year": 2020, "issued_on": ISSUED_ON} if state in {"issued", "superseded"} else {"number": None}
        Notice.objects.filter(pk=made.pk).update(state=state, **given)
        try:
            issuing.take(notice=made, step=step, seen=made.version, by=office.people[who], reason="Sửa mục II")
            reached.add(state)
        except Refused as refused:
            assert refused.code in {"notice-not-movable", "not-allowed-here"}
    assert reached == ALLOWED.get((step, who), set())


@pytest.mark.parametrize("who", ["clerk", "leader", "unit", "steward", "lead", "stranger"])
def test_only_a_head_of_office_issues(office, who):
    office.led()
    made = office.approved()
    with pytest.raises(Refused, match="not-allowed-here"):
        issuing.issue(notice=made, number=1, on=ISSUED_ON, seen=made.version, by=office.people[who])


def test_a_head_may_approve_what_she_submitted_and_the_log_names_her_twice(office):
    made = office.headed()
    made = issuing.take(notice=made, step="submit", seen=made.version, by=office.head)
    made = issuing.take(notice=made, step="approve", seen=made.version, by=office.head)
    assert made.submitted_by == made.approved_by == office.head


def test_a_return_needs_a_reason_and_keeps_it_until_the_next_submission(office):
    made = office.headed()
    made = issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    with pytest.raises(Refused, match="notice-reason-needed"):
        issuing.take(notice=made, step="return", seen=made.version, by=office.head, reason=" ")
    made = issuing.take(notice=made, step="return", seen=made.version, by=office.head, reason="Thiếu nơi nhận")
    assert (made.state, made.reason, made.editable) == ("returned", "Thiếu nơi nhận", True)
    assert issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk).reason == ""


def test_a_heading_with_gaps_is_not_submitted(office):
    made = office.headed(signer="")
    with pytest.raises(Refused) as refused:
        issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    assert refused.value.code == "notice-heading-lacks"


def test_who_approves_approves_the_version_that_she_saw(office):
    made = office.headed()
    old = made.version
    made = drafting.edit(notice=made, mark="abstract", text="kết luận khác", seen=old, by=office.clerk)
    made = issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    with pytest.raises(Conflict):
        issuing.take(notice=made, step="approve", seen=old, by=office.head)


def test_a_notice_with_a_gap_left_in_its_text_is_not_submitted(office):
    made = office.headed()
    made = drafting.edit(notice=made, mark="abstract", text="kết luận của … tại cuộc họp", seen=made.version, by=office.clerk)
    with pytest.raises(Refused, match="notice-gaps"):
        issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk)
    made = drafting.edit(notice=made, mark="abstract", text="kết luận tại cuộc họp", seen=made.version, by=office.clerk)
    assert issuing.take(notice=made, step="submit", seen=made.version, by=office.clerk).state == "submitted"


def test_a_correction_is_held_to_the_deadline_in_force_and_can_be_written_by_it(office):
    office.issued()
    task = Directive.objects.get(pk=office.reviewing.pk)
    said = {"deadline": "2020-07-31", "reason": "Cho thêm một tháng"}
    move(directive=task, name="correct", seen=task.version, by=office.head, said=said)
    made = drafting.correct(notice=Notice.objects.get(), by=office.clerk)
    mark = office.item(made, "rà soát").mark
    (warned,) = next(row for row in notices.rows(office.items(made)) if row.item.mark == mark).warnings
    assert "31/07/2020" in str(warned)
    made = drafting.retell(notice=made, marks=[mark], seen=1, by=office.clerk)
    assert office.item(made, "rà soát").text.endswith("(thời hạn: chậm nhất ngày 31/07/2020, thay cho thời hạn nêu trên).")
    assert not next(row for row in notices.rows(office.items(made)) if row.item.mark == mark).warnings


@pytest.mark.parametrize(
    ("work", "told"),
    [
        ("Rà soát hồ sơ trước ngày 30/6/2020", "thời hạn: chậm nhất ngày 31/07/2020, thay cho thời hạn nêu trên"),
        ("Rà soát hồ sơ", "thời hạn: chậm nhất ngày 31/07/2020)"),
        ("Rà soát hồ sơ tồn từ 30/6/2020, xong trước 31/7/2020", "xong trước 31/7/2020."),
    ],
)
def test_a_deadline_that_was_moved_is_said_to_take_the_place_of_the_one_in_the_words(office, work, told):
    office.issued()
    task = Directive.objects.get(pk=office.reviewing.pk)
    task.work = work
    task.save(update_fields=["work"])
    move(directive=task, name="correct", seen=task.version, by=office.head, said={"deadline": "2020-07-31", "reason": "Thêm hạn"})
    made = drafting.correct(notice=Notice.objects.get(), by=office.clerk)
    made = drafting.retell(notice=made, marks=[f"d{task.pk}"], seen=1, by=office.clerk)
    assert told in next(each.text for each in office.items(made) if each.mark == f"d{task.pk}")


def test_other_words_for_a_deadline_are_told_not_to_change_it(office, sign_in):
    made = office.drafted()
    mark = office.item(made, "rà soát").mark
    drafting.edit(notice=made, mark=mark, text="Phòng Kinh tế rà soát các hồ sơ trước 31/7/2020.", seen=1, by=office.clerk)
    page = sign_in(office.clerk).get(made.get_absolute_url()).content.decode()
    assert "không nêu thời hạn của nhiệm vụ (30/06/2020). Văn bản không đổi thời hạn" in page
