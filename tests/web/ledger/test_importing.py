"""Importing: all of a file or nothing of it, the same file twice changes nothing, numbers within cells never meet, refused rows say why."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.exchange.figures import row as leaving
from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.history.models import Entry as Log
from giaoban_web.ledger import actions, importing
from giaoban_web.ledger.exporting import Selection, selected
from giaoban_web.ledger.importing import Arriving, bring_in, dry_run
from giaoban_web.ledger.importing_rows import Resolver
from giaoban_web.ledger.models import Entry, Line, ReportingPeriod, Source, Unit, Withdrawal
from giaoban_web.ledger.queries import standing_in

ROW = {"indicator": "gtsx", "place": "205", "period": "2019", "value": "19200.50", "unit": "tỷ đồng", "bound": "over", "status": "estimate"}


@pytest.fixture
def bring(steward, town):
    """bring(row, row …) imports rows that are like ROW but for what they say."""

    def enter(*rows, file="a", run=bring_in, by=None, **options):
        arriving = Arriving(f"{file}.csv", town, file * 64, date(2020, 1, 10), by or steward)
        return run([(str(at), ROW | each) for at, each in enumerate(rows, 2)], arriving, **options)

    return enter


def test_a_row_is_entered_as_printed_with_its_place_in_the_file(bring, town):
    outcome = bring({})
    (entry,) = Entry.objects.select_related("unit", "source", "period", "line__indicator")
    assert (str(entry.value), entry.unit.name, entry.digits, entry.number) == ("19200.50", "tỷ đồng", 2, 0)
    assert (entry.place_id, entry.period.text, entry.line.indicator.key, entry.spot) == (town.pk, "2019", "gtsx", 2001)
    assert (outcome.added, outcome.same, outcome.source) == (1, 0, entry.source)


def test_an_import_has_one_entry_in_the_log_with_its_counts_and_the_hash_of_its_bytes(bring):
    bring({}, {"period": "2018"})
    log = Log.objects.get(act="figures imported")
    seals = log.details.pop("seal")
    assert log.details == {"name": "a.csv", "rows": 2, "added": 2, "left_out": 0, "sha256": "a" * 64}
    assert list(seals) == [log.subject_id]


def test_the_same_file_twice_changes_nothing(bring):
    rows = {}, {"period": "2018"}, {"status": "final", "value": "19300"}
    bring(*rows)
    before = list(Entry.objects.values()), Source.objects.count(), Log.objects.count()
    again = bring(*rows)
    assert (again.added, again.same, again.source) == (0, 3, None)
    assert (list(Entry.objects.values()), Source.objects.count(), Log.objects.count()) == before


def test_another_file_with_the_same_figures_changes_nothing_either(bring):
    bring({}, {"period": "2018"})
    assert bring({"period": "2018"}, {}, file="b").added == 0


def test_a_figure_that_went_up_and_came_back_is_new_each_time(bring):
    for file, value in zip("abc", ("5", "6", "5"), strict=True):
        assert bring({"value": value}, file=file).added == 1
    assert [str(entry.value) for entry in Entry.objects.order_by("number")] == ["5", "6", "5"]
    assert bring({"value": "6"}, file="b").added == 0


def test_a_figure_that_stands_over_a_later_entry_is_not_new(bring):
    """As when a report of an older day was put in after a newer one: what is exported is what stands."""
    bring({"value": "19200", "reported_on": "2020-03-12"})
    bring({"value": "19000", "reported_on": "2019-12-20"}, file="b")
    assert [str(each.entry.value) for each in standing_in(Entry.objects.all())] == ["19200"]
    for run in (dry_run, bring_in):
        again = bring({"value": "19200"}, file="c", run=run)
        assert (again.added, again.same) == (0, 1)


def test_a_figure_that_a_person_had_stand_is_not_new(bring, steward, town):
    bring({"value": "5"})
    bring({"value": "6"}, file="b")
    entry = Entry.objects.get(number=0)
    chosen = {"line": entry.line_id, "period": entry.period_id, "number": 0, "reason": "đã đối chiếu", "by": steward}
    actions.choose(place=town, **chosen)
    assert bring({"value": "5"}, file="c").added == 0
    assert bring({"value": "5", "status": "final"}, file="d").added == 1


def test_what_was_exported_changes_nothing_when_it_comes_back(bring, steward):
    for file, day in (("a", "2020-03-12"), ("b", "2019-12-20"), ("c", "2020-02-01")):
        bring({"value": str(ord(file)), "reported_on": day}, {"period": "2018", "value": "7"}, file=file)
    pieces = list(selected(steward, Selection()))
    before = Entry.objects.count()
    rows = [(str(at), leaving(each)) for at, each in enumerate(pieces, 2)]
    assert [each.added for each in (bring_rows(steward, rows, run) for run in (dry_run, bring_in))] == [0, 0]
    assert Entry.objects.count() == before


def bring_rows(steward, rows, run):
    return run(rows, Arriving("z.csv", steward.grants.get().place, "z" * 64, date(2026, 1, 1), steward))


def test_each_row_keeps_the_day_on_which_it_was_reported(bring):
    rows = {"reported_on": "2020-01-05"}, {"period": "2018", "reported_on": "2019-01-07"}, {"period": "2017"}
    outcome = bring(*rows)
    days = {entry.period.text: entry.source.reported_on.isoformat() for entry in Entry.objects.select_related("period", "source")}
    assert days == {"2019": "2020-01-05", "2018": "2019-01-07", "2017": "2020-01-10"}
    assert (outcome.added, outcome.source.reported_on) == (3, date(2020, 1, 10))
    assert (bring(*rows).added, Source.objects.count()) == (0, 3)
    assert bring({"period": "2016", "reported_on": "2020-01-05"}, *rows, file="b").added == 1
    assert Source.objects.count() == 4


def test_a_withdrawn_figure_is_new_again_from_another_file(bring, steward):
    bring({})
    place, line, period, number = Entry.objects.get().pk
    Withdrawal.objects.create(place_id=place, line_id=line, period_id=period, number=number, by=steward, reason="nhầm")
    assert bring({}).added == 0
    assert bring({}, file="b").added == 1
    assert [each.entry.number for each in standing_in(Entry.objects.all())] == [1]


def test_a_dry_run_says_what_would_be_added_and_writes_nothing(bring):
    bring({})
    before = [model.objects.count() for model in (Entry, Source, Line, ReportingPeriod, Unit, Log)]
    outcome = bring({}, {"period": "2031", "unit": "nghìn tỷ đồng"}, {"value": "nhiều"}, file="b", run=dry_run)
    assert (outcome.rows, outcome.added, outcome.same, outcome.refused) == (3, 1, 1, 1)
    assert [model.objects.count() for model in (Entry, Source, Line, ReportingPeriod, Unit, Log)] == before


def test_one_refused_row_keeps_everything_out_unless_it_is_left_out(bring):
    rows = {}, {"value": "nhiều"}
    assert (bring(*rows).added, Entry.objects.count(), Source.objects.count()) == (0, 0, 0)
    outcome = bring(*rows, without_refused=True)
    assert (outcome.added, outcome.refused, outcome.problems[0].address) == (1, 1, "3")


REFUSED = [
    ({"indicator": "khong_co"}, "import-indicator-unknown"),
    ({"place": "999"}, "import-place-unknown"),
    ({"place": "206"}, "import-place-not-yours"),
    ({"period": "1990"}, "import-place-not-then"),
    ({"place_from": "2001-01-01"}, "import-place-not-then"),
    ({"value": "1" * 20}, "figure-too-large"),
    ({"value": "0." + "1" * 19}, "figure-too-large"),
    ({"value": "1e300"}, "figure-too-large"),
    ({"value": "NaN"}, "figure-column-wrong"),
    ({"value": ""}, "figure-column-empty"),
    ({"bound": "chừng"}, "figure-column-wrong"),
]


@pytest.mark.parametrize(("row", "code"), REFUSED)
def test_a_row_that_cannot_be_entered_says_why(bring, other_town, row, code):
    outcome = bring({}, row, run=dry_run)
    assert [(each.address, each.why.code) for each in outcome.problems] == [("3", code)]


def test_two_figures_for_one_cell_in_one_file_are_told_at_the_second(bring):
    outcome = bring({}, {"value": "5"}, {})
    assert [(each.address, each.why.code) for each in outcome.problems] == [("3", "figure-told-twice")]


def test_a_person_without_the_permission_imports_nothing(bring, person, town):
    with pytest.raises(Refused, match="not-allowed-here"):
        bring({}, by=person("clerk", town))


def test_a_place_is_the_one_that_stood_at_the_end_of_the_period_or_within_it(bring, town):
    town.valid_to = date(2019, 7, 1)
    town.save()
    bring({"period": "2018"}, {"period": "2019"})
    assert set(Entry.objects.values_list("place", flat=True)) == {town.pk}
    assert [each.why.code for each in bring({"period": "2020"}, run=dry_run).problems] == ["import-place-not-then"]


def test_a_doubtful_figure_is_entered_only_when_it_is_confirmed_and_told_either_way(bring):
    rows = (
        {"indicator": "ho_ngheo", "unit": "%", "value": "0.5", "bound": ""},
        {"indicator": "ho_ngheo", "unit": "%", "value": "150", "bound": ""},
    )
    rows = rows[0], rows[0] | {"period": "2018"}, rows[1] | {"period": "2017"}
    outcome = bring(*rows, confirmed=False)
    assert (outcome.added, outcome.refused, [(each.address, each.why.code) for each in outcome.doubts]) == (0, 0, [("4", "limit-too-high")])
    assert [each.address for each in outcome.shown] == ["2", "3", "4"]
    assert bring(*rows).added == 3


def corrected(bring):
    bring({"value": "19200", "reported_on": "2020-01-10"})
    bring({"value": "19000", "reported_on": "2020-03-12"}, file="b")


def test_a_file_that_brings_back_a_figure_corrected_since_is_doubted_with_both_and_entered_only_when_confirmed(bring):
    corrected(bring)
    old = {"value": "19200", "reported_on": "2020-01-10"}, {"period": "2018"}
    for run in ({"run": dry_run}, {"confirmed": False}):
        outcome = bring(*old, file="c", **run)
        ((where, why),) = ((each.address, each.why) for each in outcome.doubts)
        assert (where, outcome.doubtful, outcome.added) == ("2", 1, 2 if "run" in run else 0)
        for words in ("19.200", "19.000", "12/03/2020"):
            assert words in say(why, "vi")
    assert Entry.objects.count() == 2
    assert bring(*old, file="c").added == 2


def test_a_file_that_brings_back_what_was_taken_back_is_doubted(bring, steward):
    bring({})
    place, line, period, number = Entry.objects.get().pk
    Withdrawal.objects.create(place_id=place, line_id=line, period_id=period, number=number, by=steward, reason="nhầm")
    assert [each.why.code for each in bring({}, file="b", run=dry_run).doubts] == ["import-taken-back-before"]
    assert bring({}, run=dry_run).doubtful == 0


def test_a_figure_that_the_ledger_never_had_is_not_doubted_for_another_that_it_had(bring):
    corrected(bring)
    assert bring({"value": "19100"}, {"value": "19200", "period": "2018"}, {"value": "19200", "status": "final"}, file="c").doubtful == 0


def test_of_many_figures_that_come_back_all_are_counted_and_the_first_told(bring, monkeypatch):
    monkeypatch.setattr(importing, "MOST_TOLD", 2)
    years = [{"period": str(year)} for year in range(2017, 2022)]
    bring(*years)
    bring(*(each | {"value": "5", "reported_on": "2020-03-12"} for each in years), file="b")
    outcome = bring(*years, file="c", run=dry_run)
    assert (outcome.doubtful, [each.address for each in outcome.doubts]) == (5, ["2", "3"])


def test_a_place_named_otherwise_is_doubted_once_however_many_rows_say_so(bring):
    outcome = bring(*({"place_name": "Thị xã Quảng Yên", "period": str(year)} for year in range(2016, 2020)), run=dry_run)
    assert [(each.address, each.why.values["said"]) for each in outcome.doubts] == [("2", "Thị xã Quảng Yên")]


PIECES = {
    "indicator": ["gtsx", "", "ho_ngheo", "lạ"],
    "period": ["2019", "2020-Q1", "quý I", ""],
    "value": ["5", "101", "-0.50", "1_000", " 7", "+3", "1e2", "NaN", "", "5.", "٣"],
    "unit": ["", "%"],
    "value_to": ["", "9", "x"],
    "bound": ["", "over", "quá"],
    "measure": ["", "change", "level"],
    "base": ["", "same_period", "năm ngoái"],
    "role": ["", "target", "estimate"],
    "place_from": ["", "2015-03-11", "hôm qua"],
    "reported_on": ["", "2020-01-05", "hôm kia"],
}
ROWS = st.lists(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in PIECES.items()}), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(rows=ROWS)
def test_the_quick_way_reads_a_row_just_as_the_slow_one_does(steward, town, rows):
    heard, again = [], []
    quick = Resolver(steward, lambda *doubt: heard.append(str(doubt)))
    for row in rows:
        row["place"] = "205"
        assert _told(quick, row) == _told(Resolver(steward, lambda *doubt: again.append(str(doubt))), row)
        assert heard == again


def _told(resolver, row):
    """What is staged but for the numbers that depend on what came before, or the code of the refusal."""
    try:
        staged = resolver.staged(row, "2")
        return staged[0], *staged[5:]
    except Refused as refused:
        return refused.code


def test_what_others_hold_back_is_not_told_to_be_in_the_ledger_already(bring):
    bring({"period": "2018"})
    beside_refused = bring({}, {"period": "2018"}, {"period": "2017", "indicator": "khong_co"}, file="b")
    assert (beside_refused.added, beside_refused.withheld, beside_refused.same, beside_refused.refused) == (0, 1, 1, 1)
    doubtful = bring({"value": "5", "period": "2018"}, {"period": "2018"}, file="c")
    assert doubtful.refused and not doubtful.added
    bring({"value": "7"}, file="d")
    bring({"value": "8"}, file="e")
    back = bring({"value": "7", "period": "2019"}, {"period": "2016"}, file="f", confirmed=False)
    assert (back.added, back.withheld, back.same) == (0, 2, 0) and back.doubtful
    assert Entry.objects.count() == 3
