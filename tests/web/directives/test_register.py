"""The register: what it lists, for whom, counted and narrowed as asked."""

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giaoban.directives.repetition.repetition import repeat
from giaoban_web.accounts.models import User
from giaoban_web.directives import actions
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.register import in_order
from giaoban_web.directives.register_repeats import count_again
from giaoban_web.directives.terms import Terms
from giaoban_web.meetings.models import Meeting

TODAY = timezone.localdate()


def test_a_list_narrowed_to_a_meeting_that_one_may_not_see_does_not_name_it(office, other_town, person, sign_in):
    meeting = Meeting.objects.create(place=office.town, held_on=date(2020, 3, 12), title="Làm việc với thị xã")
    for user, named in ((office.head, True), (person("head", other_town), False)):
        assert (meeting.title in sign_in(user).get(f"/directives/?meeting={meeting.pk}").content.decode()) is named


@pytest.fixture
def tasks(office):
    """One of each: overdue, due soon, undated, draft, and a reported one that the lead asked to extend before."""
    far = TODAY + timedelta(days=5)
    return {
        "overdue": office.issued(deadline_on=TODAY - timedelta(days=40)),
        "soon": office.issued(deadline_on=far, work="Nạo vét kênh thoát nước thải"),
        "undated": office.issued(deadline_on=None, lead=office.finance),
        "draft": office.drafted(work="Lập danh mục hồ sơ tồn đọng"),
    }


def shown(client, **query):
    page = client.get(f"/directives/?{urlencode(query)}")
    assert page.status_code == 200
    return {line.task.pk for line in page.context["lines"]}


CASES = [
    ({}, {"overdue", "soon", "undated", "draft"}),
    ({"kind": "overdue"}, {"overdue"}),
    ({"kind": "undated"}, {"undated"}),
    ({"bucket": "0"}, set()),
    ({"bucket": "1"}, {"overdue"}),
    ({"due": "7"}, {"soon"}),
    ({"due": "3"}, set()),
    ({"state": "draft"}, {"draft"}),
    ({"state": "open"}, {"overdue", "soon", "undated"}),
    ({"lead": "phong tai chinh"}, {"undated"}),
    ({"place": "205"}, {"overdue", "soon", "undated", "draft"}),
    ({"place": "22"}, {"overdue", "soon", "undated", "draft"}),
    ({"place": "Quảng Yên"}, set()),
    ({"q": "nuoc thai"}, {"soon"}),
    ({"q": '"kênh thoát nước"'}, {"soon"}),
    ({"q": "danh muc"}, {"draft"}),
    ({"topic": "health"}, set()),
    ({"level": "part"}, set()),
    ({"level": "top", "kind": "overdue"}, {"overdue"}),
    ({"age": "365"}, {"overdue", "soon", "undated", "draft"}),
    ({"asked": "waits"}, set()),
    ({"on": "01/01/2020"}, set()),
    ({"kind": "nonsense", "due": "x", "on": "31/02/2020"}, {"overdue", "soon", "undated", "draft"}),
]


@pytest.mark.parametrize(("query", "names"), CASES, ids=[urlencode(query) for query, _names in CASES])
def test_a_list_holds_what_its_address_asks_for(office, tasks, sign_in, query, names):
    assert shown(sign_in(office.head), **query) == {tasks[name].pk for name in names}


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("deadline", ("overdue", "draft", "soon", "undated")),
        ("-deadline", ("soon", "draft", "overdue", "undated")),
        ("state", ("draft", "overdue", "soon", "undated")),
        ("-state", ("soon", "overdue", "undated", "draft")),
    ],
)
def test_what_has_no_deadline_comes_last_whichever_way_the_list_is_sorted(office, tasks, sign_in, sort, names):
    Directive.objects.filter(pk=tasks["draft"].pk).update(deadline_on=TODAY)
    page = sign_in(office.head).get(f"/directives/?sort={sort}")
    assert [line.task.pk for line in page.context["lines"]] == [tasks[name].pk for name in names]


def test_a_list_sorted_by_deadline_either_way_goes_by_an_index(office, tasks):
    for sort in ("deadline", "-deadline"):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL enable_seqscan = off")
            told = in_order(Directive.objects.all(), sort)[:25].explain()
        assert "directive_deadline" in told and "sort" not in told.lower() and "TEMP" not in told


def test_every_field_of_the_filter_narrows_something():
    from giaoban_web.directives.register import NARROWED
    from giaoban_web.directives.register_forms import RegisterFilter

    assert set(NARROWED) == set(RegisterFilter.base_fields) - {"on"}


def test_a_unit_sees_its_own_tasks_and_no_draft(office, tasks, sign_in):
    assert shown(sign_in(office.people["lead"])) == {tasks["overdue"].pk, tasks["soon"].pk}
    assert shown(sign_in(office.people["lead"]), q="danh muc") == set()
    assert shown(sign_in(office.people["outsider"])) == set()


def test_the_number_of_a_task_finds_it(office, tasks, sign_in):
    assert tasks["draft"].pk in shown(sign_in(office.head), q=str(tasks["draft"].pk))


def test_the_header_counts_exactly_the_list_with_both_rates(office, tasks, sign_in):
    counted = sign_in(office.head).get("/directives/").context["counted"]
    assert (counted.rows, counted.count.all, counted.count.left, counted.uncounted) == (4, 3, 3, 1)
    assert counted.buckets == (0, 1, 0)
    assert (counted.count.of_due.whole, counted.count.of_all.whole) == (1, 3)


def test_the_queries_of_a_page_do_not_grow_with_its_rows(office, tasks, sign_in):
    client = sign_in(office.head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/directives/").status_code == 200
        return len(captured)

    asked()
    office.issued()
    few = asked()
    for _each in range(12):
        office.issued(supporting=[office.finance])
    assert asked() == few <= 24


def test_my_part_lists_what_waits_for_a_person(office, tasks, sign_in):
    move(directive=tasks["soon"], name="ask_extension", seen=1, by=office.people["lead"], said={"reason": "Chờ vốn", "until": "2031-01-01"})
    assert shown(sign_in(office.people["lead"]), part="lead") == {tasks["overdue"].pk, tasks["soon"].pk}
    assert shown(sign_in(office.head), part="answer", asked="waits") == {tasks["soon"].pk}
    assert shown(sign_in(office.head), part="lead") == set()


def test_what_is_asked_again_is_listed_as_such(office, sign_in):
    office.issued(given_on=date(2019, 3, 1))
    again = office.issued(given_on=date(2019, 11, 8))
    third = office.issued(given_on=date(2020, 3, 12))
    assert shown(sign_in(office.head), repeated="1") == {again.pk, third.pk}
    assert shown(sign_in(office.head), repeated="2") == {third.pk}
    assert third.repeats == 2


def test_what_was_asked_in_other_words_between_counts_as_briefs_count_it(office):
    said = (
        "Tham mưu UBND phường ban hành kế hoạch thu gom, xử lý rác thải sinh hoạt tại các khu phố",
        "Khẩn trương hoàn thiện kế hoạch thu gom, xử lý rác thải sinh hoạt",
    )
    now = "trình UBND phường ban hành kế hoạch thu gom rác thải sinh hoạt, chậm nhất ngày 20/11/2026"
    assert [repeat(each, now).sure for each in said] == [True, False] and repeat(*said).sure
    for wording, day in zip((*said, now), (date(2026, 5, 6), date(2026, 8, 5), date(2026, 11, 5)), strict=True):
        task = actions.draft(place=office.town, wording=wording, terms=Terms(lead=office.economy, given_on=day), by=office.clerk)
        move(directive=task, name="issue", seen=0, by=office.head)
    assert list(Directive.objects.order_by("pk").values_list("repeats", flat=True)) == [0, 1, 2]


def test_what_counted_as_asked_before_is_counted_anew_as_its_page_counts_it(office):
    first, again = office.issued(given_on=date(2019, 3, 1)), office.issued(given_on=date(2020, 3, 12))
    Directive.objects.filter(pk__in=[first.pk, again.pk]).update(repeats=3)
    assert count_again() == 2
    assert [Directive.objects.get(pk=each.pk).repeats for each in (first, again)] == [0, 1]
    assert count_again() == 0


def test_a_count_stays_where_whoever_issued_the_task_has_left_or_sees_it_no_more(office):
    office.issued(given_on=date(2019, 3, 1))
    again = office.issued(given_on=date(2020, 3, 12))
    User.objects.filter(pk=office.head.pk).update(is_active=False)
    assert count_again() == 0
    User.objects.filter(pk=office.head.pk).update(is_active=True)
    office.head.grants.all().delete()
    assert count_again() == 0
    assert Directive.objects.get(pk=again.pk).repeats == 1


def test_a_day_shows_what_had_been_issued_by_then(office, tasks, sign_in):
    Directive.objects.filter(pk=tasks["soon"].pk).update(issued_on=date(2020, 5, 1))
    assert shown(sign_in(office.head), on="02/05/2020") == {tasks["soon"].pk}


def test_a_day_that_there_is_not_opens_its_field_with_the_message_and_no_file_or_move_takes_the_whole_list(office, tasks, sign_in):
    client = sign_in(office.head)
    page = client.get("/directives/?since=31/02/2026").content.decode()
    more = page[page.index('<details class="more"') :].partition("</details>")[0]
    assert more.startswith('<details class="more" open>')
    assert 'id="filter_since_error"' in more
    assert '<details class="more">' in client.get("/directives/").content.decode()
    for address in ("/directives/?export=xlsx&", "/directives/?export=csv&", "/directives/by-lead/?export=xlsx&"):
        refused = client.get(f"{address}since=31/02/2026")
        assert (refused.status_code, "Giao từ ngày" in refused.content.decode()) == (409, True)
        assert client.get(f"{address}since=28/02/2020").status_code == 200
    every = {"move": "withdraw", "all": 1, "query": "since=31/02/2026"}
    assert client.get("/directives/bulk/", every).status_code == 409
