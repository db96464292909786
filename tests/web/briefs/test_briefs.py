"""Briefs: gathered as known on a day and as far as the composer may see, frozen, set against the one before, noted at the meeting."""

import json
from datetime import date
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban.brief import stored
from giaoban.brief.composing import brief
from giaoban.directives.counting import Kind
from giaoban.model import Refused
from giaoban.render.brief_annexes import paper
from giaoban_web.briefs import brief_queries
from giaoban_web.briefs.brief_composing import compose, note
from giaoban_web.briefs.brief_gathering import About, gather
from giaoban_web.briefs.brief_models import text_of
from giaoban_web.briefs.models import Asked, Brief
from giaoban_web.directives.models import Aim
from giaoban_web.directives.moving import move
from giaoban_web.errors import Conflict
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.ledger.models import Indicator
from tests.web.briefs.conftest import SAID_ON
from tests.web.briefs.following import EARLY, LATE, MIDDLE, composed, figure
from tests.web.facts import SHORTCOMING, put_down
from tests.web.facts import found as confirmed


def test_a_brief_tells_what_had_happened_and_been_reported_by_its_day(followed):
    given = {on: gather(About(followed.town), on, followed.clerk) for on in (EARLY, MIDDLE, LATE)}
    levels = {on: [str(each.latest.quantity.value) for each in its.figures] for on, its in given.items()}
    assert levels == {EARLY: ["15900"], MIDDLE: ["15900"], LATE: ["9870"]}
    reviewing = {on: next(each for each in its.tasks if each.key == str(followed.reviewing.pk)) for on, its in given.items()}
    assert [(each.standing.state, each.progress, each.heard_on) for each in reviewing.values()] == [
        ("issued", None, None),
        ("in_progress", 50, date(2020, 4, 20)),
        ("in_progress", 50, date(2020, 4, 20)),
    ]
    assert gather(About(followed.town), date(2020, 3, 1), followed.clerk).tasks == ()


def test_a_lead_that_began_was_heard(followed):
    move(directive=followed.school, name="start", seen=1, by=followed.people["lead"], on=date(2020, 5, 6))
    given = gather(About(followed.town), LATE, followed.clerk)
    assert [each.heard_on for each in given.tasks if each.key == str(followed.school.pk)] == [date(2020, 5, 6)]


def test_every_line_leads_to_a_page_that_is_there(followed, sign_in):
    given = gather(About(followed.town), LATE, followed.clerk)
    sources = [each.source for each in (*given.tasks, *given.findings)] + [each.latest.source for each in given.figures]
    assert len(sources) == 5
    client = sign_in(followed.clerk)
    assert {client.get(each.address.partition("#")[0]).status_code for each in sources} == {200}
    assert all(each.label and each.address.startswith("/") for each in sources)


def test_a_task_linked_to_a_shortcoming_answers_it(followed):
    assert [each.answered for each in gather(About(followed.town), LATE, followed.clerk).findings] == [False, False]
    shortcoming = followed.reviewing.find.record.finds.get(standing__kind="shortcoming")
    followed.reviewing.shortcomings.add(shortcoming)
    assert [each.answered for each in gather(About(followed.town), LATE, followed.clerk).findings] == [False, True]
    assert [each.answered for each in gather(About(followed.town), SAID_ON, followed.clerk).findings] == [False, True]


def test_what_two_records_of_a_meeting_say_in_the_same_words_is_told_once_and_answered_by_a_task_of_either(followed):
    words = "Nước thải của cụm công nghiệp chưa được xử lý"
    records = [put_down(followed.clerk, followed.town, followed.meeting, name=name) for name in ("bien-ban.txt", "thong-bao.txt")]
    _first, second = (confirmed(followed.clerk, record, "shortcoming", words, SHORTCOMING) for record in records)

    def told():
        return [each.answered for each in gather(About(followed.town), LATE, followed.clerk).findings if each.wording == words]

    assert told() == [False]
    followed.reviewing.shortcomings.add(second)
    assert told() == [True]


def test_an_indicator_that_a_person_linked_is_looked_at_and_is_sure(followed):
    Aim.objects.create(directive=followed.reviewing, indicator=Indicator.objects.get(key="gtsx"), direction="up")
    made = composed(followed, LATE).told()
    assert [(each.task.key, each.indicator, each.sure) for each in made.effects] == [(str(followed.reviewing.pk), "gtsx", True)]


def test_a_brief_on_a_body_tells_its_tasks_and_the_fields_it_leads(followed):
    followed.economy.topics = ["land"]
    followed.economy.save()
    given = gather(About(followed.town, body=followed.economy), LATE, followed.clerk)
    assert (given.place, len(given.tasks)) == ("Phòng Kinh tế", 2)
    assert [each.topic for each in given.findings] == ["land"]
    assert given.figures == ()


def test_what_the_composer_may_not_see_is_not_gathered(followed):
    given = gather(About(followed.town), LATE, followed.people["stranger"])
    assert (given.tasks, given.figures, given.findings, given.met_on) == ((), (), (), ())


def test_the_same_stored_input_makes_the_same_brief(followed):
    made = composed(followed, LATE)
    assert text_of(brief(made.told().given)) == made.said
    assert sha256(made.said.encode()).hexdigest() == made.sha256
    assert stored.restored(json.loads(made.said)) == made.told()


def test_a_brief_stays_as_it_is_when_ledger_and_tasks_change(followed):
    made = composed(followed, LATE)
    before = Brief.objects.get(pk=made.pk).said
    figure(followed.town, followed.clerk, "2020-M09", 14_000, date(2020, 10, 10))
    move(directive=followed.reviewing, name="withdraw", seen=2, by=followed.head, said={"reason": "Trùng"}, on=date(2020, 10, 11))
    assert Brief.objects.get(pk=made.pk).said == before
    assert composed(followed, LATE).said != before


def test_a_brief_that_was_changed_behind_our_back_is_not_given_out(followed, sign_in):
    made = composed(followed, LATE)
    Brief.objects.filter(pk=made.pk).update(said=made.said.replace("Giao ban", "Giao_ban"))
    client = sign_in(followed.clerk)
    assert client.get(f"{made.get_absolute_url()}pdf/").status_code == 409
    assert "không còn khớp" in client.get(made.get_absolute_url()).content.decode()


def test_the_next_brief_is_set_against_the_one_before(followed):
    first = composed(followed, MIDDLE)
    second = composed(followed, LATE, last=brief_queries.before(followed.clerk, followed.town, None, LATE))
    assert second.last == first
    (line,) = second.told().figures
    assert (line.before.quantity.value, line.figure.latest.quantity.value) == (15_900, 9_870)


def test_the_counts_of_the_list_are_those_of_the_brief(followed):
    made = composed(followed, LATE)
    told = made.told()
    assert (made.open, made.overdue, made.questions_count) == (2, told.count.of(Kind.OVERDUE), len(told.questions))
    assert made.overdue == 1


def test_what_was_answered_at_the_meeting_is_told_in_the_next_brief(followed):
    first = composed(followed, date(2020, 8, 15), meeting_on=date(2020, 8, 20))
    told = first.told().questions
    number = next(at for at, each in enumerate(told, 1) if each.about == str(followed.reviewing.pk))
    note(brief=first, number=number, state=Asked.ANSWERED, text="Xong trước 30/11", seen=0, by=followed.people["leader"])
    second = composed(followed, LATE, last=first)
    assert [(each["ask"], each["note"], each["on"]) for each in second.heard] == [
        (told[number - 1].ask.say(), "Xong trước 30/11", "2020-08-20")
    ]
    results = {each.key: each.result for each in second.told().given.tasks}
    assert results == {str(followed.reviewing.pk): "Xong trước 30/11 (họp ngày 20/08/2020)", str(followed.school.pk): ""}
    page = " ".join(item.whole for part in paper(second.told()).first for item in part.items)
    assert "đã trả lời: Xong trước 30/11 (họp ngày 20/08/2020)" in page.replace("Đã trả lời", "đã trả lời")


def test_two_who_note_the_same_question_do_not_overwrite_each_other(followed):
    made = composed(followed, MIDDLE)
    note(brief=made, number=1, state=Asked.ASKED, text="", seen=0, by=followed.clerk)
    with pytest.raises(Conflict):
        note(brief=made, number=1, state=Asked.ANSWERED, text="Xong", seen=0, by=followed.head)
    note(brief=made, number=1, state=Asked.OPEN, text="", seen=1, by=followed.head)
    assert made.questions.get().state == Asked.OPEN
    assert LogEntry.objects.filter(act="question of a brief noted").count() == 2


@pytest.mark.parametrize(
    ("number", "state", "code"), [(99, Asked.ASKED, "brief-question-unknown"), (1, Asked.ANSWERED, "brief-answer-needs-words")]
)
def test_what_cannot_be_noted_is_refused(followed, number, state, code):
    with pytest.raises(Refused) as refused:
        note(brief=composed(followed, MIDDLE), number=number, state=state, text=" ", seen=0, by=followed.clerk)
    assert refused.value.code == code


def test_nobody_composes_for_a_day_to_come_or_where_she_may_not(followed):
    for by, on, code in ((followed.clerk, date(2999, 1, 1), "day-in-future"), (followed.people["unit"], MIDDLE, "not-allowed-here")):
        with pytest.raises(Refused) as refused:
            compose(about=About(followed.town), on=on, by=by)
        assert refused.value.code == code
    assert not Brief.objects.exists()


def test_the_queries_do_not_grow_with_the_tasks(followed):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            tasks = gather(About(followed.town), LATE, followed.clerk).tasks
        return len(tasks), len(queries)

    before = asked()
    followed.reviewing.refresh_from_db()
    issued = followed.reviewing.events.get(number=1)
    for number in range(20):
        task = followed.reviewing
        task.pk, task.find_id, task.wording = None, None, f"Phòng Kinh tế kiểm tra chợ số {number}"
        task.save()
        issued.pk, issued.directive = None, task
        issued.save()
    assert (before[0], asked()) == (2, (22, before[1]))
