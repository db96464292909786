"""Before a file is entered, a steward sees which rows do not go with the ledger: both figures, their sources, a choice for each."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from giaoban.messages import say
from giaoban_web.ledger import importing
from giaoban_web.ledger.importing import Arriving, bring_in, dry_run
from giaoban_web.ledger.importing_kept import again, kept
from giaoban_web.ledger.importing_models import Upload, UploadState
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in
from tests.web.conftest import make_place

ROW = {"place": "205", "period": "2019", "unit": "tỷ đồng"}


@pytest.fixture
def file(steward, town):
    """file(name, row …, run=…) brings rows that are like ROW but for what they say."""

    def bring(name, *rows, run=bring_in, on=date(2020, 1, 10), **options):
        arriving = Arriving(f"{name}.csv", town, name[0] * 64, on, steward)
        return run([(f"D{at}", ROW | each) for at, each in enumerate(rows, 2)], arriving, **options)

    return bring


def told(outcome):
    return [(each.address, each.why.code) for each in outcome.doubts]


def test_another_figure_of_the_same_cell_is_told_with_both_and_the_source_of_the_one_that_stands(file):
    file("quý", {"indicator": "thu_nsnn", "value": "2572"})
    outcome = file("năm", {"indicator": "thu_nsnn", "value": "2690"}, run=dry_run)
    assert told(outcome) == [("D2", "import-stands-otherwise")]
    said = say(outcome.doubts[0].why, "vi")
    assert "tệp ghi 2.690 tỷ đồng, sổ đang có 2.572 tỷ đồng (nguồn: quý.csv, báo cáo ngày 10/01/2020)" in said
    assert file("năm", {"indicator": "thu_nsnn", "value": "2690"}, confirmed=False).added == 0
    assert file("năm", {"indicator": "thu_nsnn", "value": "2690"}).added == 1


def test_where_a_firmer_figure_goes_on_standing_it_is_said(file):
    file("chốt", {"indicator": "thu_nsnn", "value": "2572", "status": "final"})
    outcome = file("ước", {"indicator": "thu_nsnn", "value": "2690", "status": "estimate"}, run=dry_run)
    assert told(outcome) == [("D2", "import-stands-on")]


@pytest.mark.parametrize("change", [{"value": "2572.0", "status": "final"}, {"value": "2572.4"}, {"period": "2018", "value": "9"}])
def test_what_agrees_as_it_is_printed_is_not_doubted(file, change):
    file("quý", {"indicator": "thu_nsnn", "value": "2572"})
    assert told(file("năm", {"indicator": "thu_nsnn"} | change, run=dry_run)) == []


def test_a_whole_that_is_not_the_sum_of_its_parts_in_the_ledger_is_told_with_them(file):
    file("phần", {"indicator": "thu_noi_dia", "value": "2100"}, {"indicator": "thu_xnk", "value": "400"})
    outcome = file("tổng", {"indicator": "thu_nsnn", "value": "2300"}, run=dry_run)
    assert told(outcome) == [("D2", "import-does-not-fit-ledger")]
    said = say(outcome.doubts[0].why, "vi")
    assert "2.300 tỷ đồng" in said and "2.500 tỷ đồng" in said
    assert "2.100 tỷ đồng, nguồn phần.csv, báo cáo ngày 10/01/2020" in said
    assert told(file("tổng", {"indicator": "thu_nsnn", "value": "2500"}, run=dry_run)) == []


def test_rows_of_one_file_that_contradict_each_other_are_told(file):
    rows = {"indicator": "thu_nsnn", "value": "100"}, {"indicator": "thu_noi_dia", "value": "180"}
    assert told(file("tổng", *rows, run=dry_run)) == [("D3", "import-does-not-fit")]


@pytest.mark.parametrize(("whole", "doubted"), [("30", False), ("40", True), ("25", True)])
def test_a_place_that_is_not_the_sum_of_its_communes_is_told(file, town, whole, doubted):
    for code, name in (("07090", "Mạo Khê"), ("07093", "An Sinh")):
        make_place(code, "xã", name, town)
    file("xã", {"indicator": "thu_nsnn", "place": "07090", "value": "10"})
    rows = {"indicator": "thu_nsnn", "place": "07093", "value": "20"}, {"indicator": "thu_nsnn", "value": whole}
    outcome = file("tổng", *rows, run=dry_run)
    assert told(outcome) == ([("D3", "import-does-not-fit-ledger")] if doubted else [])


def test_a_discrepancy_that_the_ledger_had_before_is_not_told_of_rows_that_have_nothing_to_do_with_it(file):
    file("tổng", {"indicator": "thu_nsnn", "value": "100"}, {"indicator": "thu_noi_dia", "value": "180"})
    assert told(file("khác", {"indicator": "dan_so", "value": "170000", "unit": "người"}, run=dry_run)) == []


def test_a_row_that_is_left_out_is_not_entered_and_not_in_the_count(file, town):
    file("quý", {"indicator": "thu_nsnn", "value": "2572"})
    rows = {"indicator": "thu_nsnn", "value": "2690"}, {"indicator": "thu_nsnn", "period": "2018", "value": "2140"}
    outcome = file("năm", *rows, confirmed=False, leave=frozenset({"D2"}))
    assert (outcome.added, outcome.same, outcome.left, outcome.doubtful) == (1, 0, ("D2",), 0)
    assert sorted(str(each.entry.value) for each in standing_in(Entry.objects.filter(place=town))) == ["2140", "2572"]


def test_a_file_with_more_rows_than_are_compared_says_so(file, monkeypatch):
    monkeypatch.setattr(importing, "MOST_COMPARED", 1)
    rows = [{"indicator": "thu_nsnn", "period": str(year), "value": "5"} for year in (2018, 2019)]
    assert told(file("năm", *rows, run=dry_run)) == [("", "import-too-many-to-compare")]


def test_why_a_row_is_doubted_comes_back_as_it_was_kept(file):
    file("phần", {"indicator": "thu_noi_dia", "value": "2100"}, {"indicator": "thu_xnk", "value": "400"})
    (doubt,) = file("tổng", {"indicator": "thu_nsnn", "value": "2300"}, run=dry_run).doubts
    for language in ("vi", "en"):
        assert say(again(kept(doubt.why)), language) == say(doubt.why, language)


def test_on_the_page_a_steward_leaves_one_cell_out_and_enters_the_rest(steward, town, sign_in, file):
    file("quý", {"indicator": "thu_nsnn", "value": "2572"})
    client = sign_in(steward)
    data = "indicator,place,period,value,unit\nthu_nsnn,205,2019,2690,tỷ đồng\nthu_nsnn,205,2018,2140,tỷ đồng\n".encode()
    fields = {"file": SimpleUploadedFile("nam.csv", data), "place": town.pk, "reported_on": "15/07/2020"}
    shown = client.post(reverse("ledger:imports"), fields, follow=True).content.decode()
    assert "sổ đang có 2.572 tỷ đồng" in shown and 'name="leave"' in shown
    upload = Upload.objects.get()
    (doubt,) = upload.outcome["doubts"]
    chosen = {"confirmed": "1", "leave": doubt["address"]}
    page = client.post(reverse("ledger:import_enter", args=[upload.pk]), chosen, follow=True).content.decode()
    upload.refresh_from_db()
    assert (upload.state, upload.outcome["added"]) == (UploadState.ENTERED, 1)
    assert f"Các ô đã chọn bỏ, không nhập: {doubt['address']}." in page
