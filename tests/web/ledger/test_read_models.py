"""The read models say what the ledger says, after whatever was entered, withdrawn, chosen or rebuilt, in whatever order."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from giaoban.ledger import Cell, Status
from giaoban.ledger.aggregation import aggregate
from giaoban.ledger.packing import pack
from giaoban.model import Bound, Period, Quantity, Refused, Role
from giaoban_web import cli
from giaoban_web.accounts.models import Grant, User
from giaoban_web.ledger import actions, catalogue, packed, rollups
from giaoban_web.ledger.catalogue import place_key
from giaoban_web.ledger.entering import enter, withdraw
from giaoban_web.ledger.models import Cut, Entry, Line, PackedSeries, ReportingPeriod, Source, Stale
from giaoban_web.ledger.queries import standing_in
from giaoban_web.ledger.read_models_rebuild import rebuild
from giaoban_web.ledger.rows import core, finds_named
from tests.web.conftest import make_place
from tests.web.ledger.rolled import of_period

INDICATORS = {"thu_nsnn": ("tỷ đồng", "triệu đồng"), "ho_ngheo": ("%",), "so_ho": ("hộ",)}
PERIODS = ("2018", "2019-Q1")
PLACES = 3

some_quantity = st.builds(
    lambda value, bound, wide: (value, Bound.EXACT if wide else bound, value + wide if wide else None),
    st.decimals(min_value=1, max_value=10_000, places=1),
    st.sampled_from([Bound.EXACT, Bound.EXACT, Bound.OVER, Bound.ABOUT, Bound.UNDER]),
    st.sampled_from([None, None, None, Decimal(2)]),
)
entering = st.tuples(
    st.just("enter"), st.integers(0, PLACES - 1), st.sampled_from(sorted(INDICATORS)), st.sampled_from(PERIODS), some_quantity,
    st.sampled_from([Role.ACTUAL, Role.ACTUAL, Role.TARGET]), st.sampled_from(list(Status)), st.integers(0, 1),
)  # fmt: skip
others = st.tuples(st.sampled_from(["withdraw", "choose", "unchoose", "read", "rebuild"]), st.integers(0, 50))
operations = st.lists(st.one_of(entering, entering, others), max_size=14)


@pytest.mark.django_db
def test_the_command_rebuilds_what_was_lost_or_changed_and_says_how_much(town, person, capsys):
    ward = make_place("07069", "phường", "Mạo Khê", town)
    source = Source.objects.create(kind="form", name="x", place=town, reported_on=date(2020, 1, 1), by=person("steward", town))
    for period, value in (("2018", 5), ("2019", 7)):
        cell, told = Cell("thu_nsnn", "", Period.parse(period)), Quantity(Decimal(value), "tỷ đồng")
        enter(cell=cell, place=ward, quantity=told, role=Role.ACTUAL, status=Status.FINAL, source=source)
    line = Line.objects.get()
    right = packed.series(ward.pk)[line.pk].values.tolist(), of_period(line, ReportingPeriod.objects.get(text="2019"))
    PackedSeries.objects.update(figures=pack([]))
    Cut.objects.filter(period__text="2019").delete()
    assert cli.main(["rebuild"]) == 0
    assert "1 series and 2 cuts made anew" in capsys.readouterr().out
    assert not Stale.objects.exists()
    assert (packed.series(ward.pk)[line.pk].values.tolist(), of_period(line, ReportingPeriod.objects.get(text="2019"))) == right


class ReadModels(TestCase):
    """Unittest because Hypothesis undoes what each example wrote that way."""

    def setUp(self) -> None:
        province = make_place("22", "tỉnh", "Quảng Ninh")
        self.town = make_place("205", "thị xã", "Đông Triều", province)
        self.communes = [make_place(f"0706{number}", "phường", f"Số {number}", self.town) for number in range(PLACES)]
        self.province = province
        self.steward = User.objects.create_user("steward", password="một mật khẩu dài", name="Người thử")
        Grant.objects.create(user=self.steward, role="steward", place=province)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(operations)
    def test_they_equal_the_ledger_after_any_sequence_of_operations(self, sequence):
        for name, *what in sequence:
            getattr(self, f"_{name}")(*what)
        self._same_cuts_and_series()
        self._same_roll_ups()
        assert not Stale.objects.filter(kind=Stale.Kind.CUT, of__in=Line.objects.values("pk")).exists()

    def _enter(self, place, indicator, period, quantity, role, status, unit):
        value, bound, upper = quantity
        where, units = self.communes[place], INDICATORS[indicator]
        source = Source.objects.create(kind="form", name="x", place=where, reported_on=date(2020, 1, 1), by=self.steward)
        told = Quantity(value, units[unit % len(units)], bound, upper)
        enter(
            cell=Cell(indicator, place_key(where), Period.parse(period)),
            place=where,
            quantity=told,
            role=role,
            status=status,
            source=source,
        )

    def _one(self, number):
        found = list(Entry.objects.all())
        return found[number % len(found)] if found else None

    def _withdraw(self, number):
        if entry := self._one(number):
            withdraw([entry.pk], by=self.steward, reason="vì thế")

    def _choose(self, number, *, none=False):
        if entry := self._one(number):
            chosen = None if none else entry.number
            what = {"place": entry.place, "line": entry.line_id, "period": entry.period_id}
            actions.choose(**what, number=chosen, reason="vì thế", by=self.steward)

    def _unchoose(self, number):
        self._choose(number, none=True)

    def _read(self, number):
        packed.series(self.communes[number % PLACES].pk)
        for line in Line.objects.select_related("indicator"):
            rollups.roll_ups(line)

    def _rebuild(self, _number):
        rebuild()

    def _same_cuts_and_series(self):
        truth = [each.entry for each in standing_in(Entry.objects.all())]
        by_line = {
            (line.pk, row.at, period, row.role): (row.number, row.value, row.amount_to)
            for line in Line.objects.all()
            for period, cut in packed.cuts(line.pk).items()
            for row in cut.rows()
        }
        by_place = {
            (line, place.pk, row.at, row.role): (row.number, row.value, row.amount_to)
            for place in self.communes
            for line, series in packed.series(place.pk).items()
            for row in series.rows()
        }
        wanted = {(each.line_id, each.place_id, each.period_id, each.role): (each.number, each.value, each.amount_to) for each in truth}
        assert by_line == wanted
        assert by_place == wanted

    def _same_roll_ups(self):
        known = catalogue.catalogue()
        for line in Line.objects.select_related("indicator"):
            for period in ReportingPeriod.objects.all():
                rows = {each.entry.place_id: each.entry for each in standing_in(Entry.objects.filter(line=line, period=period, role=0))}
                entries = {str(place): core(row, finds_named([row])) for place, row in rows.items()}
                weights = self._weights(known[line.indicator.key].weight, period)
                try:
                    members = [str(each.pk) for each in self.communes]
                    made = aggregate("p", members, entries, known[line.indicator.key], weights)
                    wanted = made.entry.quantity, made.reported, made.of, ""
                except Refused as refused:
                    wanted = None, len(entries), PLACES, refused.code
                found = {each.place: each for each in of_period(line, period)}
                if not entries:
                    assert found == {}
                    continue
                for place in (self.province, self.town):
                    told = found[place.pk]
                    assert (told.quantity, told.reported, told.of, told.why) == wanted

    @staticmethod
    def _weights(key, period):
        if not key:
            return {}
        rows = standing_in(Entry.objects.filter(line__indicator__key=key, period=period, role=0))
        return {str(each.entry.place_id): each.entry.value for each in rows}
