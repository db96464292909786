"""Filings: what is typed is a draft, submitted it is provisional, approved final; who may do what, and two people at once."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.apps import apps
from django.utils import timezone

from giaoban.ledger import Status
from giaoban.model import Bound, Period, Refused, Role
from giaoban_web.accounts.models import Role as PersonRole
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from giaoban_web.history import rows
from giaoban_web.history.models import Entry as LogEntry
from giaoban_web.ledger import catalogue, filing, filings
from giaoban_web.ledger.filing_doubts import doubts
from giaoban_web.ledger.filing_moves import STEPS, FilingState
from giaoban_web.ledger.filing_sets import filed
from giaoban_web.ledger.models import Entry, Filing, FilingCell, FilingMove, Indicator, Withdrawal
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.rows import core
from tests.tables import table

YEAR = Period.parse("2019")
MOVES = table("filing_moves.tsv")


@pytest.fixture
def unit(person, town):
    return person("unit", town)


@pytest.fixture
def head(person, town):
    return person("head", town)


@pytest.fixture
def type_in(town, unit):
    """type_in("gtsx", "19200") as the unit does, having seen what stands."""

    def make(indicator, value, *, role=Role.ACTUAL, by=unit, seen=None, period=YEAR, **more):
        held = filings.of_place(town, period)
        number = {Role(c.role): c.number for c in held.cells.filter(indicator__key=indicator)} if held else {}
        unit_of = catalogue.catalogue()[indicator].unit
        typed = filing.Typed(role, None if value is None else Decimal(value), more.pop("unit", unit_of), **more)
        return filing.draft(place=town, period=period, indicator=indicator, typed=[typed], seen=number if seen is None else seen, by=by)

    return make


@pytest.fixture
def step(town, unit, head):
    """step("submit"), step("return", reason="…"): by the unit or the head, having seen how it stands."""

    def make(name, by=None, reason="", period=YEAR):
        held = filings.of_place(town, period)
        return filing.move(filing=held, step=name, seen=held.version, by=by or (unit if name == "submit" else head), reason=reason)

    return make


def stands(role=0):
    return [(str(each.entry.value), core(each.entry, {}).status) for each in standing_in(Entry.objects.filter(role=role))]


def test_a_figure_that_is_typed_is_a_draft_and_not_in_the_ledger(type_in, town):
    (cell,) = type_in("gtsx", "19200.50", bound=Bound.OVER, note="theo báo cáo của phòng")
    assert (cell.value, cell.bound, cell.number, cell.note) == ("19200.50", "over", 1, "theo báo cáo của phòng")
    assert cell.filing.state == FilingState.DRAFT
    assert not Entry.objects.exists()


def test_a_figure_typed_again_as_it_is_writes_nothing(type_in):
    type_in("gtsx", "19200")
    end = history.head().number
    (cell,) = type_in("gtsx", "19200")
    assert (cell.number, history.head().number) == (1, end)


def test_submitted_figures_are_provisional_and_approved_ones_final_beside_them(type_in, step):
    type_in("gtsx", "19200.50", bound=Bound.OVER)
    step("submit")
    assert stands() == [("19200.50", Status.PROVISIONAL)]
    step("approve")
    assert stands() == [("19200.50", Status.FINAL)]
    entry = Entry.objects.get(number=0)
    assert (Entry.objects.count(), entry.source.kind, str(core(entry, {}).quantity.bound)) == (2, "form", "over")


def test_an_estimate_stays_an_estimate_when_it_is_approved(type_in, step):
    type_in("gtsx", "19200", status=Status.ESTIMATE)
    step("submit")
    step("approve")
    assert stands() == [("19200", Status.ESTIMATE)]


def test_a_target_has_its_own_role_and_the_paper_that_set_it_as_its_source(type_in, step, town, unit):
    type_in("gtsx", "19200")
    type_in("gtsx", "20000", role=Role.TARGET)
    filing.name_basis(place=town, period=YEAR, basis="Nghị quyết 05-NQ/TU", by=unit)
    step("submit")
    target = Entry.objects.get(role=1)
    assert (target.value, target.source.name) == (20000, "Nghị quyết 05-NQ/TU")
    assert Entry.objects.get(role=0).source != target.source


def test_what_was_returned_and_corrected_counts_once(type_in, step):
    type_in("gtsx", "19200")
    step("submit")
    step("return", reason="Thiếu số quý IV")
    type_in("gtsx", "19300")
    step("submit")
    assert stands() == [("19300", Status.PROVISIONAL)]
    assert Withdrawal.objects.get().reason == "figure-filed-anew"
    assert FilingMove.objects.filter(step="return").get().reason == "Thiếu số quý IV"


def test_a_final_figure_stands_until_the_corrected_one_is_approved_as_revised(type_in, step):
    type_in("gtsx", "19200")
    for name in ("submit", "approve", "lock"):
        step(name)
    step("unlock", reason="Số liệu thuế điều chỉnh")
    type_in("gtsx", "19350")
    step("submit")
    assert stands() == [("19200", Status.FINAL)]
    step("approve")
    assert stands() == [("19350", Status.REVISED)]


def test_a_figure_taken_out_no_longer_counts_once_that_is_approved(type_in, step):
    type_in("gtsx", "19200")
    type_in("dan_so", "170000")
    for name in ("submit", "approve", "lock"):
        step(name)
    step("unlock", reason="Nhầm chỉ tiêu")
    type_in("gtsx", None)
    step("submit")
    step("approve")
    gone = set(Withdrawal.objects.values_list("line__indicator__key", flat=True))
    assert gone == {"gtsx"}
    assert stands() == [("170000", Status.FINAL)]


@pytest.mark.parametrize(("move", "state", "role"), list(product(STEPS, FilingState.values, PersonRole.values)))
def test_each_role_takes_the_moves_that_the_table_names_and_no_other(move, state, role, town, person, unit):
    row = next((each for each in MOVES if (each["move"], each["from"]) == (move, state)), None)
    by = unit if role == "unit" else person(role, town)
    period = catalogue.reporting_period(YEAR)
    other = person("clerk", town, "khac")
    held = Filing.objects.create(place=town, period=period, state=state, submitted_by=other, moved_at=timezone.now())
    _cell(held, unit)
    if row and role in row["roles"].split():
        assert filing.move(filing=held, step=move, seen=0, by=by, reason="vì thế").state == row["to"]
        return
    with pytest.raises(Refused):
        filing.move(filing=held, step=move, seen=0, by=by, reason="vì thế")
    held.refresh_from_db()
    assert (held.state, held.version) == (state, 0)


@pytest.mark.parametrize("move", [each["move"] for each in MOVES if each["reason"]])
def test_what_needs_a_reason_is_refused_without_one(move, town, head, unit):
    state = next(each["from"] for each in MOVES if each["move"] == move)
    held = Filing.objects.create(place=town, period=catalogue.reporting_period(YEAR), state=state, moved_at=timezone.now())
    with pytest.raises(Refused, match="reason-missing"):
        filing.move(filing=held, step=move, seen=0, by=head, reason="  ")


def _cell(held, by):
    FilingCell.objects.create(filing=held, indicator=Indicator.objects.get(key="gtsx"), role="actual", value="1", unit="tỷ đồng", by=by)


def test_nobody_approves_what_they_submitted(type_in, step, person, town):
    steward = person("steward", town)
    type_in("gtsx", "19200", by=steward)
    step("submit", by=steward)
    with pytest.raises(Refused, match="filing-own"):
        step("approve", by=steward)


def test_a_filing_without_a_figure_is_not_submitted(type_in, step):
    type_in("gtsx", "1")
    type_in("gtsx", None)
    with pytest.raises(Refused, match="filing-empty"):
        step("submit")


@pytest.mark.parametrize("until", ["submit", "approve", "lock"])
def test_nothing_is_typed_into_a_filing_that_is_not_open(type_in, step, until):
    type_in("gtsx", "19200")
    for name in ("submit", "approve", "lock"):
        step(name)
        if name == until:
            break
    with pytest.raises(Refused, match="filing-not-open"):
        type_in("gtsx", "19300")


def test_the_second_person_to_type_a_figure_is_shown_the_firsts_and_overwrites_nothing(type_in, clerk, unit):
    type_in("gtsx", "19200")
    with pytest.raises(filing.Overtaken) as overtaken:
        type_in("gtsx", "19300", by=clerk, seen={})
    assert [cell.value for cell in overtaken.value.cells] == ["19200"]
    assert type_in("gtsx", "19300", by=clerk, seen={Role.ACTUAL: 1})[0].value == "19300"


def test_the_second_person_to_move_a_filing_is_told_who_was_first(type_in, step, town, head, unit):
    type_in("gtsx", "19200")
    step("submit")
    seen = filings.of_place(town, YEAR)
    step("return", reason="Sai")
    with pytest.raises(Conflict, match="filing-moved-meanwhile"):
        filing.move(filing=seen, step="approve", seen=seen.version, by=head)


def test_a_record_may_add_a_figure_to_a_locked_period_and_what_was_locked_still_stands(type_in, step, town, figure, confirm):
    type_in("gtsx", "19200")
    for name in ("submit", "approve", "lock"):
        step(name)
    confirm(figure(value=18500, bound="exact", comparisons=[]))
    assert stands() == [("19200", Status.FINAL)]
    assert [each.value for each in filings.since_locked(filings.of_place(town, YEAR))] == [18500]


def test_every_step_is_in_the_log_with_what_it_entered(type_in, step):
    type_in("gtsx", "19200")
    for name in ("submit", "approve", "lock"):
        step(name)
    told = LogEntry.objects.filter(subject_type="ledger.filing").order_by("number")
    assert [each.act for each in told] == ["figures typed", "figures submitted", "figures approved", "figures locked"]
    assert len(told[1].details["entries"]) == len(told[2].details["entries"]) == 1
    assert history.verify() is None


def test_a_figure_typed_against_last_years_is_doubted_at_once(type_in, figure, confirm, town):
    for year, value in (("2014", 15000), ("2015", 15600), ("2016", 16300), ("2017", 17000), ("2018", 17800)):
        confirm(figure(period=year, value=value, bound="exact", comparisons=[]))
    type_in("gtsx", "18.5")
    told = doubts(filings.of_place(town, YEAR))
    assert [each.code for each in told["gtsx"]]
    type_in("gtsx", "18500")
    assert doubts(filings.of_place(town, YEAR)) == {}


def test_a_place_files_what_its_level_and_the_period_ask_for(town):
    known = catalogue.catalogue().values()
    year, quarter, month = ({each.id for each in filed(known, town.level, Period.parse(text))} for text in ("2019", "2019-Q1", "2019-01"))
    assert "grdp" not in year
    assert {"ho_ngheo", "gtsx", "thu_nsnn"} <= year
    assert ("gtsx" in quarter, "gtsx" in month, "thu_nsnn" in month) == (True, False, True)
    assert month < quarter < year
    assert {each.id for each in filed(known, 3, Period.parse("2019"))} < year


def test_figures_of_places_without_a_role_are_not_listed(type_in, person, other_town, unit):
    type_in("gtsx", "19200")
    assert not filings.visible_to(person("head", other_town)).exists()
    assert filings.visible_to(unit).get().filled == 1


def test_who_has_no_role_there_types_nothing(type_in, person, other_town):
    with pytest.raises(Refused, match="not-allowed-here"):
        type_in("gtsx", "19200", by=person("unit", other_town))
    assert not Filing.objects.exists()


def test_nothing_is_filed_for_a_period_in_which_there_was_no_such_place(type_in, town):
    town.valid_to = date(2019, 7, 1)
    town.save()
    type_in("gtsx", "19200")
    with pytest.raises(Refused, match="place-not-then"):
        type_in("gtsx", "19200", period=Period.parse("2020"))


def test_what_waits_for_somebody_stands_on_that_desk(type_in, step, unit, head, sign_in):
    type_in("gtsx", "19200")
    step("submit")
    assert "Số liệu chờ bạn" in sign_in(head).get("/").content.decode()
    assert "Số liệu chờ bạn" not in sign_in(unit).get("/").content.decode()
    step("return", reason="thiếu nguồn")
    assert "trả lại" in sign_in(unit).get("/").content.decode()
    assert [each.state for each in filings.awaiting(unit)] == [FilingState.RETURNED]
    assert not filings.awaiting(head).exists()


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("Filing", {"state": FilingState.LOCKED}), ("Filing", {"basis": "Nghị quyết khác"}), ("Filing", {"submitted_by": None}),
        ("FilingCell", {"value": "29200"}), ("FilingCell", {"note": "khác"}), ("FilingCell", {"role": "baseline"}),
        ("FilingCell", {"entered": {}}),
        ("FilingMove", {"reason": "khác"}), ("FilingMove", {"step": "lock"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_filing_that_somebody_changed_past_the_program_is_found_out(table, changed, type_in, step):
    type_in("gtsx", "19200", note="theo báo cáo của phòng")
    step("submit")
    step("return", reason="thiếu thuyết minh")
    assert changed_filings() == []
    apps.get_model("ledger", table).objects.update(**changed)
    assert changed_filings() == [f"ledger.filing {Filing.objects.get().pk}"]


def changed_filings():
    return [each for each in rows.looked().changed if each.startswith("ledger.filing ")]
