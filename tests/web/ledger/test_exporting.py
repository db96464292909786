"""Figures leave as they stand, by page, API and command; each form goes out and comes in again without changing anything."""

import json
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from giaoban.exchange.formats import FORMATS, READABLE, read
from giaoban.model import Refused
from giaoban_web.cli import main
from giaoban_web.ledger import exporting
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Entry, Source, Withdrawal
from tests.web.conftest import make_place

ROWS = [
    {
        "indicator": "gtsx",
        "place": "205",
        "period": "2020-Q1",
        "value": "19200.50",
        "unit": "tỷ đồng",
        "bound": "over",
        "status": "estimate",
    },
    {"indicator": "gtsx", "place": "205", "period": "2020-Q1", "value": "20000", "unit": "tỷ đồng", "role": "target", "status": "final"},
    {"indicator": "ho_ngheo", "place": "07090", "period": "2019", "value": "0.12", "unit": "%"},
]


@pytest.fixture
def steward(person, town):
    make_place("07090", "phường", "Mạo Khê", town)
    return person("steward", town)


@pytest.fixture
def ledger(steward, town, other_town, person):
    """Figures of the town and its ward, and one of another town."""
    for at, (place, by, rows) in enumerate(
        [
            (town, steward, ROWS),
            (other_town, person("steward", other_town), [ROWS[0] | {"place": "206"}]),
        ]
    ):
        bring_in([(str(line), row) for line, row in enumerate(rows, 2)], Arriving("a.csv", place, str(at) * 64, date(2020, 5, 1), by))


def body(answer):
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_gives_what_stands_in_every_form(ledger, steward, sign_in, form):
    answer = sign_in(steward).get("/ledger/export/", {"form": form})
    data = body(answer)
    assert (answer.status_code, answer["Content-Type"]) == (200, FORMATS[form].media_type)
    assert f'giaoban-{form}.{FORMATS[form].ending}"' in answer["Content-Disposition"]
    if form in READABLE:
        told = {
            (line.told.cell.indicator, line.told.place_code, str(line.told.quantity.value), line.told.quantity.bound)
            for line in read(data, form)
        }
        assert told == {("gtsx", "205", "19200.50", "over"), ("gtsx", "205", "20000", "exact"), ("ho_ngheo", "07090", "0.12", "exact")}


def test_figures_can_be_narrowed_and_told_as_they_were_known(ledger, steward, sign_in):
    client = sign_in(steward)

    def count(**query):
        return sum(1 for _line in read(body(client.get("/ledger/export/", {"form": "json", **query})), "json"))

    assert [count(place="07090"), count(indicator="gtsx"), count(period="quý I/2020"), count(place="205")] == [1, 2, 2, 3]
    Source.objects.update(at=timezone.now() - timedelta(days=3))
    assert [count(known_on=(timezone.localdate() - timedelta(days=each)).isoformat()) for each in (1, 9)] == [3, 0]


def test_a_place_that_is_not_seen_and_a_form_that_can_hold_nothing_are_told_on_the_page(ledger, steward, sign_in):
    client = sign_in(steward)
    assert client.get("/ledger/export/", {"form": "csv", "place": "206"}).status_code == 422
    assert client.get("/ledger/export/", {"form": "iati", "period": "1999"}).status_code == 422


def test_the_api_gives_only_figures_of_places_that_the_person_sees(ledger, steward, person, other_town, sign_in):
    answer = sign_in(steward).get("/api/ledger/figures", {"indicator": "gtsx"})
    assert {each["place"] for each in json.loads(body(answer))} == {"205"}
    none = sign_in(person("clerk", other_town)).get("/api/ledger/figures", {"place": "205"})
    assert json.loads(body(none)) == []


@pytest.mark.parametrize("form", [name for name in READABLE if name != "dhis2"])
def test_what_a_command_wrote_the_other_takes_in_and_nothing_changes(ledger, steward, tmp_path, capsys, form):
    path = tmp_path / f"so-lieu.{FORMATS[form].ending}"
    assert main(["export", "--format", form, "--place", "205", str(path)]) == 0
    before = list(Entry.objects.values())
    assert main(["import", str(path), "--by", steward.username, "--place", "205"]) == 0
    assert "3 figures: 0 new, 3 known, 0 refused" in capsys.readouterr().out
    assert list(Entry.objects.values()) == before
    assert not list(tmp_path.glob("*.part"))


def test_a_dry_run_of_the_command_writes_nothing_and_the_real_one_tells_wrong_rows(steward, tmp_path, capsys):
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,place,period,value\ngtsx,205,2019,5\ngtsx,999,2019,6\n", "utf-8")
    words = ["import", str(path), "--by", steward.username, "--place", "205"]
    assert main([*words, "--dry-run"]) == 1
    assert main(words) == 1
    assert not Entry.objects.exists()
    assert "999" in capsys.readouterr().err
    assert main([*words, "--without-refused"]) == 0
    assert Entry.objects.count() == 1


def test_the_command_enters_what_is_doubtful_only_when_it_is_confirmed(steward, tmp_path, capsys):
    path = tmp_path / "so-lieu.csv"
    path.write_text("indicator,place,period,value,unit,place_name\nho_ngheo,205,2019,150,%,huyện Ba Chẽ\n", "utf-8")
    words = ["import", str(path), "--by", steward.username, "--place", "205"]
    assert main(words) == 1
    said = capsys.readouterr().err
    assert all(each in said for each in ("huyện Ba Chẽ", "150% is above 100", "--confirmed"))
    assert not Entry.objects.exists()
    assert main([*words, "--confirmed"]) == 0
    assert Entry.objects.count() == 1


def test_the_command_refuses_strangers_and_sheets_that_nobody_laid_out(steward, tmp_path, capsys):
    path = tmp_path / "bieu.csv"
    path.write_text("Địa bàn;GTSX năm 2018 (tỷ đồng)\nthị xã Đông Triều;15.900\n", "utf-8")
    assert main(["import", str(path), "--by", "ai-do", "--place", "205"]) == 1
    assert main(["import", str(path), "--by", steward.username, "--place", "205"]) == 1
    assert "khớp cột" in capsys.readouterr().err


UNKNOWN = [["--place", "999"], ["--indicator", "khong-co"], ["--period", "abc"]]


@pytest.mark.parametrize("narrowed", UNKNOWN, ids=lambda narrowed: narrowed[0])
def test_an_export_of_what_there_is_not_is_refused_and_writes_no_file(ledger, tmp_path, capsys, narrowed):
    path = tmp_path / "a.csv"
    assert main(["export", *narrowed, str(path)]) == 1
    assert not path.exists()
    assert narrowed[1] in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_without_a_trace(steward, tmp_path, capsys):
    assert main(["import", str(tmp_path / "khong-co.csv"), "--by", steward.username, "--place", "205"]) == 1
    assert "khong-co.csv" in capsys.readouterr().err


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_what_is_loaded_at_once_changes_nothing_of_what_leaves(ledger, monkeypatch, at_once):
    def told():
        return sorted(map(str, exporting.standing(Entry.objects.all())))

    whole = told()
    monkeypatch.setattr(exporting, "FIGURES_AT_ONCE", at_once)
    assert told() == whole
    monkeypatch.setattr(exporting, "PLACES_AT_ONCE", 1)
    assert told() == whole
    assert len(whole) == 4


@pytest.mark.parametrize(("most", "refused"), [(3, False), (2, True)])
def test_what_a_form_holds_is_counted_by_what_stands_not_by_what_was_entered(ledger, steward, town, monkeypatch, most, refused):
    rows = [(str(line), row | {"value": f"1{row['value']}"}) for line, row in enumerate(ROWS, 2)]
    bring_in(rows, Arriving("b.csv", town, "9" * 64, date(2020, 5, 2), steward))
    for each in Entry.objects.filter(place__code="07090"):
        Withdrawal.objects.create(place=each.place, line=each.line, period=each.period, number=each.number, by=steward)
    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], most=most))
    assert Entry.objects.count() == 7
    with pytest.raises(Refused) if refused else nullcontext():
        assert len(list(exporting.standing(Entry.objects.all(), form="xlsx"))) == 3
    assert not list(exporting.standing(Entry.objects.all(), date(2019, 1, 1), form="xlsx")), "nothing was known that day"


def test_more_figures_than_a_form_holds_are_refused_before_the_first_byte_and_csv_is_offered(
    ledger, steward, sign_in, monkeypatch, tmp_path
):
    monkeypatch.setitem(FORMATS, "xlsx", replace(FORMATS["xlsx"], most=2))
    client = sign_in(steward)
    page = client.get("/ledger/export/", {"form": "xlsx"})
    assert (page.status_code, "Chọn dạng CSV" in page.content.decode()) == (422, True)
    assert client.get("/api/ledger/figures", {"form": "xlsx"}).json()["code"] == "figures-too-many"
    assert body(client.get("/ledger/export/", {"form": "csv"}))
    assert body(client.get("/ledger/export/", {"form": "xlsx", "indicator": "ho_ngheo"}))
    assert main(["export", str(tmp_path / "a.xlsx"), "--format", "xlsx"]) != 0
    assert not (tmp_path / "a.xlsx").exists()


def test_an_indicator_is_named_by_typing_a_part_of_it_where_figures_are_taken_away(ledger, steward, sign_in):
    client = sign_in(steward)
    page = client.get("/ledger/export/").content.decode()
    assert '<datalist id="indicators">' in page and 'value="gtsx"' not in page
    assert body(client.get("/ledger/export/", {"form": "csv", "indicator": "ty le ho ngheo"})).count(b"ho_ngheo") == 1
    wrong = client.get("/ledger/export/", {"form": "csv", "indicator": "không ai biết"})
    assert wrong.status_code == 422 and "không ai biết" in wrong.content.decode()
