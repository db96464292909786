"""What the database counts is what the core counts, whatever the tasks."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.directives.counting import Kind, buckets, count
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
    found = counted(Directive.objects.all(), on)
    assert {k: v for k, v in found.count.by_kind.items() if v} == count(standings, on).by_kind
    assert found.buckets == buckets(standings, on)
    assert found.rows == len(rows)
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
