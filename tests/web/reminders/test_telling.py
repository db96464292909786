"""Whoever is concerned by a move of a task is told in the same transaction; whoever made it is not."""

from datetime import date

import pytest
from django.core import mail as outbox
from django.urls import reverse
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.evidence import Piece, look, pieces_now
from giaoban_web.directives.moving import move
from giaoban_web.directives.moving_said import Part
from giaoban_web.history import queries as history
from giaoban_web.reminders.models import Message
from giaoban_web.reminders.rounds import tick
from giaoban_web.reminders.words import told

LINK = Piece("Báo cáo", url="https://example.org/bao-cao")
REASON = {"reason": "Chưa rõ số liệu"}


def heard(user):
    """Codes of what a person was told, the oldest first."""
    return list(Message.objects.filter(user=user).order_by("pk").values_list("code", flat=True))


def reported(office, **terms):
    return move(directive=office.issued(**terms), name="report", seen=1, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])


def test_lead_and_supporting_are_told_of_a_new_task_each_in_words_of_their_own(office):
    office.issued(supporting=[office.finance])
    assert heard(office.people["lead"]) == ["told-issued"]
    assert heard(office.people["support"]) == ["told-issued-support"]
    assert heard(office.head) == heard(office.clerk) == heard(office.people["outsider"]) == []


def test_a_message_is_in_the_language_of_its_reader_and_names_the_day_as_she_writes_it(office):
    office.issued()
    message = Message.objects.get(user=office.people["lead"])
    assert told(message, "vi").startswith("Người thử head giao Phòng Kinh tế chủ trì, hạn 30/06/2020: Phòng Kinh tế rà soát")
    assert told(message, "en").startswith("Người thử head gave Phòng Kinh tế the lead, due 30/06/2020: Phòng Kinh tế rà soát")


def test_a_task_without_deadline_is_told_of_as_such(office):
    office.issued(deadline_on=None)
    assert "chưa ấn định thời hạn" in told(Message.objects.get(user=office.people["lead"]), "vi")


def test_words_that_were_cut_short_are_followed_by_no_full_stop(office):
    office.issued(work="Rà soát, báo cáo kết quả giải ngân " * 8)
    sentence = told(Message.objects.get(user=office.people["lead"]), "vi")
    assert sentence.endswith("…") and "…." not in sentence


def test_a_report_goes_to_whoever_accepts_and_the_answer_back_to_the_lead(office):
    task = reported(office)
    assert heard(office.head) == ["told-reported"]
    task = move(directive=task, name="return", seen=2, by=office.head, said=REASON)
    task = move(directive=task, name="report", seen=3, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    for piece in pieces_now(task):
        look(evidence=piece, by=office.head)
    task = move(directive=task, name="accept", seen=4, by=office.head)
    move(directive=task, name="reopen", seen=5, by=office.head, said=REASON)
    assert heard(office.people["lead"]) == ["told-issued", "told-returned", "told-accepted", "told-reopened"]


def asked(user):
    """Codes of what a person was told and has not read."""
    return list(Message.objects.filter(user=user, read_at=None).order_by("pk").values_list("code", flat=True))


@pytest.mark.parametrize("answer", ["grant_extension", "refuse_extension", "withdraw"])
def test_what_was_asked_for_counts_as_read_by_everybody_once_somebody_answered(office, answer):
    task = office.issued(issuer_body=office.finance)
    said = {"reason": "Chờ vốn", "until": "2031-09-30"}
    task = move(directive=task, name="ask_extension", seen=1, by=office.people["lead"], said=said)
    assert asked(office.head) == asked(office.people["support"]) == ["told-asked"]
    move(directive=task, name=answer, seen=2, by=office.head, said=REASON)
    assert asked(office.head) == asked(office.people["support"]) == []


def test_who_takes_a_task_on_has_read_that_it_was_given_and_others_of_her_body_have_not(office):
    other = office.people["outsider"]
    bodies.seat(body=office.economy, user=other, since=date(2020, 1, 1), by=office.steward)
    task, second = office.issued(), office.issued()
    move(directive=second, name="acknowledge", seen=1, by=office.people["lead"])
    assert asked(office.people["lead"]) == ["told-issued"], "that of the first task"
    assert asked(other) == ["told-issued", "told-issued"]
    move(directive=task, name="acknowledge", seen=1, by=office.people["lead"])
    assert asked(office.people["lead"]) == []


def test_a_report_that_was_returned_asks_for_nothing_and_the_next_one_does(office):
    task = reported(office)
    task = move(directive=task, name="return", seen=2, by=office.head, said=REASON)
    assert asked(office.head) == [] and "told-returned" in asked(office.people["lead"])
    move(directive=task, name="report", seen=3, by=office.people["lead"], said={"text": "Xong"}, evidence=[LINK])
    assert asked(office.head) == ["told-reported"]


def test_an_acceptor_of_its_own_is_told_of_a_report_instead_of_the_head_of_office(office):
    reported(office, acceptor=office.finance)
    assert heard(office.people["support"]) == ["told-reported"]
    assert heard(office.head) == []


def test_an_asked_extension_goes_to_the_head_and_its_answer_to_the_lead(office):
    task = office.issued(issuer_body=office.finance)
    until = {"reason": "Chờ vốn", "until": "2031-09-30"}
    task = move(directive=task, name="ask_extension", seen=1, by=office.people["lead"], said=until)
    assert heard(office.head) == heard(office.people["support"]) == ["told-asked"]
    assert "xin gia hạn đến 30/09/2031" in told(Message.objects.get(user=office.head), "vi")
    move(directive=task, name="grant_extension", seen=2, by=office.head)
    assert heard(office.people["lead"]) == ["told-issued", "told-granted"]


@pytest.mark.parametrize(("name", "code"), [("withdraw", "told-withdrawn"), ("correct", "told-corrected"), ("merge", "told-merged")])
def test_lead_and_supporting_are_told_when_a_task_is_taken_from_them_or_changed(office, name, code):
    task, other = office.issued(supporting=[office.finance]), office.issued()
    move(directive=task, name=name, seen=1, by=office.head, said=REASON, into=other if name == "merge" else None)
    assert heard(office.people["support"])[-1] == heard(office.people["lead"])[-1] == code


def test_the_lead_of_the_task_that_takes_another_up_is_told_so(office):
    other = office.issued(lead=office.finance)
    task = office.issued()
    move(directive=task, name="merge", seen=1, by=office.head, said=REASON, into=other)
    assert heard(office.people["support"]) == ["told-issued", "told-took-up"]
    message = Message.objects.get(user=office.people["support"], code="told-took-up")
    assert message.directive == other
    assert f"ghép nhiệm vụ số {task.pk} vào nhiệm vụ số {other.pk} do Phòng Tài chính" in told(message, "vi")


def test_who_leads_both_tasks_is_told_of_a_merger_once(office):
    task, other = office.issued(), office.issued()
    move(directive=task, name="merge", seen=1, by=office.head, said=REASON, into=other)
    assert heard(office.people["lead"]) == ["told-issued", "told-issued", "told-merged"]


def test_the_watcher_is_told_of_a_new_task_that_it_is_to_watch(office):
    office.issued(watcher=office.finance)
    assert heard(office.people["support"]) == ["told-issued-watcher"]
    assert "giao bạn theo dõi, đôn đốc" in told(Message.objects.get(user=office.people["support"]), "vi")


def test_the_lead_is_told_which_indicator_its_task_should_move_from_now_on(office):
    said = {"indicator": "gtsx", "direction": "up"} | REASON
    move(directive=office.issued(), name="aim", seen=1, by=office.head, said=said)
    message = Message.objects.filter(user=office.people["lead"], code="told-aimed").get()
    assert "sửa chỉ tiêu cần chuyển biến (Tổng giá trị sản xuất)" in told(message, "vi")


def test_lead_and_supporting_are_told_that_the_criterion_it_serves_is_another(office):
    task = office.issued(supporting=[office.finance])
    move(directive=task, name="serve", seen=1, by=office.head, said={"criterion": "vn-ntm-xa-2016/17.2"} | REASON)
    assert heard(office.people["support"])[-1] == heard(office.people["lead"])[-1] == "told-serves"


@pytest.mark.parametrize("name", ["withdraw", "correct"])
def test_nobody_is_told_of_a_draft_that_was_never_theirs(office, name):
    move(directive=office.drafted(), name=name, seen=0, by=office.head, said=REASON)
    assert not Message.objects.exists()


def test_what_is_handed_down_is_told_to_whoever_gets_a_part_and_not_to_its_giver(office):
    move(directive=office.issued(), name="cascade", seen=1, by=office.people["lead"], parts=[Part(office.finance, "Rà soát thuế")])
    assert heard(office.people["support"]) == ["told-issued"]
    assert heard(office.people["lead"]) == ["told-issued"]


def test_who_did_it_is_never_told_even_where_she_is_concerned(office, person):
    bodies.seat(body=office.economy, user=office.head, since=date(2020, 1, 1), by=office.steward)
    office.issued()
    assert heard(office.head) == []
    assert heard(office.people["lead"]) == ["told-issued"]


def test_whoever_is_concerned_twice_is_told_once_as_lead(office):
    bodies.seat(body=office.finance, user=office.people["lead"], since=date(2020, 1, 1), by=office.steward)
    office.issued(supporting=[office.finance])
    assert heard(office.people["lead"]) == ["told-issued"]


def test_for_a_body_in_which_nobody_sits_the_holders_of_its_posts_are_told(office):
    desk = bodies.add(place=office.town, name="Phòng Văn hóa", by=office.steward)
    post = bodies.add(place=office.town, name="Trưởng phòng Văn hóa", is_post=True, superior=desk, by=office.steward)
    bodies.seat(body=post, user=office.people["outsider"], since=date(2020, 1, 1), by=office.steward)
    office.issued(lead=desk)
    assert heard(office.people["outsider"]) == ["told-issued"]


def test_for_a_post_that_nobody_holds_those_of_its_body_are_told(office):
    post = bodies.add(place=office.town, name="Trưởng phòng Kinh tế", is_post=True, superior=office.economy, by=office.steward)
    office.issued(lead=post)
    assert heard(office.people["lead"]) == ["told-issued"]


def test_of_several_heads_of_office_the_nearest_is_told(office, person, province):
    far = person(Role.HEAD, province)
    reported(office)
    assert heard(office.head) == ["told-reported"]
    assert heard(far) == []


def test_who_left_or_sits_there_no_more_is_not_told(office):
    seat = office.economy.seats.get()
    bodies.unseat(seat=seat, until=date(2020, 2, 1), by=office.steward)
    office.issued()
    assert not Message.objects.exists()


def test_a_refused_move_tells_nobody_and_the_log_stays_whole(office):
    task = office.issued()
    with pytest.raises(Refused):
        move(directive=task, name="accept", seen=1, by=office.head)
    assert Message.objects.count() == 1
    assert history.verify() is None


def test_who_takes_a_seat_is_told_how_many_tasks_are_open_there_and_finds_them(office, sign_in):
    office.issued()
    seat = office.economy.seats.get()
    bodies.unseat(seat=seat, until=timezone.localdate(), by=office.steward)
    bodies.seat(body=office.economy, user=office.people["outsider"], since=timezone.localdate(), by=office.steward)
    (message,) = Message.objects.filter(user=office.people["outsider"])
    assert told(message, "vi").endswith(f"từ {timezone.localdate():%d/%m/%Y}. Nhiệm vụ chưa xong nơi này đang chủ trì: 1.")
    page = sign_in(office.people["outsider"]).get(message.url).content.decode()
    assert "Phòng Kinh tế rà soát" in page


def test_who_takes_a_seat_gets_it_in_the_letter_of_the_day_unless_she_has_read_of_it(office, mail):
    office.issued()
    bodies.unseat(seat=office.economy.seats.get(), until=timezone.localdate(), by=office.steward)
    reader, other = office.people["outsider"], office.people["support"]
    for user in (reader, other):
        User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.org")
        bodies.seat(body=office.economy, user=user, since=timezone.localdate(), by=office.steward)
    Message.objects.filter(user=other).update(read_at=timezone.now())
    for _time in range(2):
        tick()
    (letter,) = (each for each in outbox.outbox if "phân công" in each.body)
    assert letter.to == [f"{reader.username}@example.org"]
    assert letter.subject.endswith("được phân công phụ trách: 1")
    assert f"https://giaoban.example{reverse('directives:mine')}" in letter.body and "đang chủ trì: 1." in letter.body


def test_who_loses_a_seat_is_told_so_and_that_it_was_given_to_her_asks_for_nothing_more(office):
    office.issued()
    today, follower = timezone.localdate(), office.people["outsider"]
    Message.objects.all().delete()
    bodies.unseat(seat=office.economy.seats.get(), until=today, by=office.steward)
    (message,) = Message.objects.filter(user=office.people["lead"])
    assert told(message, "vi") == (
        f"{office.steward} kết thúc phân công của bạn ở Phòng Kinh tế từ {today:%d/%m/%Y}."
        " Nhiệm vụ chưa xong nơi này đang chủ trì: 1; hãy bàn giao cho người kế nhiệm."
    )
    mistaken = bodies.seat(body=office.economy, user=follower, since=today, by=office.steward)
    bodies.unseat(seat=mistaken, until=today, by=office.steward)
    assert [each.read_at is None for each in Message.objects.filter(user=follower).order_by("pk")] == [False, True]


def test_who_loses_a_seat_reads_so_in_the_letter_of_the_day(office, mail):
    office.issued()
    User.objects.filter(pk=office.people["lead"].pk).update(email="lead@example.org")
    bodies.unseat(seat=office.economy.seats.get(), until=timezone.localdate(), by=office.steward)
    tick()
    (letter,) = (each for each in outbox.outbox if each.to == ["lead@example.org"])
    assert "thôi phụ trách: 1" in letter.subject and "hãy bàn giao cho người kế nhiệm" in letter.body


def test_who_takes_a_seat_where_nothing_is_open_is_told_nothing(office):
    bodies.seat(body=office.finance, user=office.people["outsider"], since=timezone.localdate(), by=office.steward)
    office.issued()
    bodies.seat(body=office.economy, user=office.steward, since=timezone.localdate(), by=office.steward)
    assert heard(office.people["outsider"]) == heard(office.steward) == []


def test_a_message_leads_to_its_task_only_as_long_as_that_is_seen(office, sign_in):
    task = office.issued()
    link, client = f'href="{task.get_absolute_url()}"', sign_in(office.people["lead"])
    assert link in client.get("/messages/").content.decode()
    bodies.unseat(seat=office.economy.seats.get(), until=timezone.localdate(), by=office.steward)
    page = client.get("/messages/").content.decode()
    assert link not in page and "Bạn không còn xem được nhiệm vụ này" in page and "rà soát" in page
