"""What the database counts is what the core counts, whatever the tasks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.directives.counting import Kind, buckets, count, kind
from giaoban.directives.states import State
from giaoban_web.directives.counts import by_lead, counted, total
from giaoban_web.directives.models import Directive
from giaoban_web.directives.queries import of_kind

ON = date(2020, 7, 1)
TODAY = timezone.localdate()
PAST = st.dates(date(2020, 2, 1), date(2020, 9, 30)) | st.dates(TODAY - timedelta(days=150), TODAY)
DAYS = st.none() | PAST
ROW = st.fixed_dictionaries(
    {
        "state": st.sampled_from(State),
        "deadline_on": DAYS,
        "reported_on": DAYS,
        "done_on": DAYS,
        "lead": st.sampled_from(("economy", "finance")),
    }
)


@pytest.fixture
def put(office) -> Callable[[list[dict]], list[Directive]]:
    """Puts tasks in the database as their columns say, in place of those of the example before."""

    def put(rows: list[dict]) -> list[Directive]:
        Directive.objects.all().delete()
        fixed = {"place": office.town, "wording": "Rà soát hồ sơ.", "moved_at": timezone.now(), "made_by": office.clerk}
        return Directive.objects.bulk_create(
            Directive(**fixed, **{**row, "state": row["state"].value, "lead": getattr(office, row["lead"])}) for row in rows
        )

    return put


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, max_size=25), on=st.dates(date(2020, 3, 1), date(2020, 12, 31)) | st.dates(TODAY, TODAY + timedelta(days=90)))
def test_the_database_counts_what_the_core_counts(put, rows, on):
    standings = [task.standing for task in put(rows)]
    late = [each for each in standings if kind(each, on) is Kind.OVERDUE and each.state is State.REPORTED]
    found = counted(Directive.objects.all(), on)
    assert {k: v for k, v in found.count.by_kind.items() if v} == count(standings, on).by_kind
    assert found.buckets == buckets(standings, on)
    assert found.rows == len(rows)
    assert found.late == sum(each.reported_on is not None and each.reported_on <= on for each in late)
    assert {kind: Directive.objects.filter(of_kind(kind, on)).count() for kind in Kind} == found.count.by_kind
    leads = by_lead(Directive.objects.all(), on)
    assert {k: v for k, v in total(leads, on).by_kind.items() if v} == count(standings, on).by_kind


def test_all_of_it_is_one_query(put, django_assert_num_queries):
    put([])
    with django_assert_num_queries(1):
        counted(Directive.objects.all(), ON)
    with django_assert_num_queries(1):
        by_lead(Directive.objects.all(), ON)


def test_a_remembered_count_is_forgotten_with_the_next_write_and_is_one_persons_alone(office, sign_in):
    office.issued()
    head, unit = sign_in(office.head), sign_in(office.people["support"])
    assert [client.get("/directives/").context["counted"].count.all for client in (head, unit, head)] == [1, 0, 1]
    office.issued(lead=office.finance)
    assert [client.get("/directives/").context["counted"].count.all for client in (head, unit)] == [2, 1]


def test_the_count_tells_a_report_that_waits_from_work_that_goes_on(office, put, sign_in):
    day = TODAY + timedelta(days=9)
    rows = [("in_progress", day, None), ("reported", day, TODAY), ("reported", None, TODAY), ("reported", TODAY - timedelta(days=3), TODAY)]
    put([{"state": State(state), "deadline_on": due, "reported_on": on, "done_on": None, "lead": "economy"} for state, due, on in rows])
    page = sign_in(office.head).get("/directives/")
    found = page.context["counted"]
    told = {kind.value: found.count.of(kind) for kind in Kind}
    assert told == {"on_time": 0, "late": 0, "in_time": 1, "waiting": 2, "overdue": 1, "undated": 0}
    assert found.count.all == found.count.done + sum(told[name] for name in ("in_time", "waiting", "overdue", "undated")) == 4
    assert "1 đã báo cáo muộn, chờ nghiệm thu" in page.content.decode()
    assert [line.kind for line in sign_in(office.head).get("/directives/?kind=waiting").context["lines"]] == [Kind.WAITING] * 2
