"""A steward brings a sheet in: headings are guessed and remembered, wrong cells told with their addresses, all entered or nothing."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.history import printed, rows
from giaoban_web.history.models import Entry as Log
from giaoban_web.installation import originals
from giaoban_web.ledger import imports, packed
from giaoban_web.ledger.importing_models import SheetLayout, Upload, UploadState
from giaoban_web.ledger.importing_slips import Slips
from giaoban_web.ledger.models import Entry
from giaoban_web.ledger.queries import standing_in
from giaoban_web.places.models import Place
from tests.core.exchange.sheets.books import OFFICE, book
from tests.web.conftest import log_rows, make_place

GTSX = "Tổng giá trị sản xuất (tỷ đồng)"
FLAT = 'indicator,place,period,value,unit\ngtsx,205,2019,"16681",tỷ đồng\ngtsx,205,2020,nhiều,tỷ đồng\n'.encode()


@pytest.fixture
def steward(person, town):
    for code, kind, name in (("07090", "phường", "Mạo Khê"), ("07093", "xã", "An Sinh"), ("07096", "xã", "Bình Dương")):
        make_place(code, kind, name, town)
    return person("steward", town)


@pytest.fixture
def ward_alone(town):
    return make_place("07069", "phường", "Xuân Sơn", town)


@pytest.fixture
def bring(steward, town, sign_in):
    client = sign_in(steward)

    def send(data, name="bieu.xlsx"):
        fields = {"file": SimpleUploadedFile(name, data), "place": town.pk, "reported_on": "15/07/2020"}
        return client.post(reverse("ledger:imports"), fields)

    send.client = client
    return send


def said(client, upload, **changes):
    """The fields of the layout form as the page shows them, but for `changes`."""
    form = client.get(reverse("ledger:import", args=[upload.pk])).context["form"]
    shown = {field.html_name: field.value() or "" for field in form}
    return {"sheet": upload.sheet, **shown, **changes}


def test_a_sheet_goes_from_its_headings_to_the_ledger(bring, town):
    assert bring(OFFICE).status_code == 302
    upload = Upload.objects.get()
    assert upload.state == UploadState.LAYING_OUT
    told = said(bring.client, upload)
    assert (told["what_3"], told["indicator_3"], told["period_3"]) == ("figures", GTSX, "quý I/2020")
    total = next(name for name, value in told.items() if name.startswith("label_") and not value)
    bring.client.post(reverse("ledger:import_layout", args=[upload.pk]), told | {total: "-"})
    upload.refresh_from_db()
    found = upload.outcome
    assert (upload.state, found["refused"], [each["address"] for each in found["problems"]]) == (UploadState.LOOKED_AT, 1, ["C8"])
    assert (found["hidden"], found["unworked"]) == ([7], ["C9"])
    assert not Entry.objects.exists()
    page = bring.client.post(reverse("ledger:import_enter", args=[upload.pk]), {"without_refused": "1"}, follow=True)
    upload.refresh_from_db()
    assert upload.state == UploadState.ENTERED
    assert "C8" in page.content.decode()
    told_of = {
        (str(entry.place.code), entry.period.text, entry.role, str(entry.value))
        for entry in Entry.objects.select_related("place", "period")
    }
    assert ("07090", "2020-Q1", 0, "1200.50") in told_of
    assert ("07090", "2020-Q2", 1, "1300") in told_of
    assert [each.act for each in Log.objects.order_by("number")] == ["file brought", "columns laid out", "figures imported", "layout kept"]


GOOD = 'indicator,place,period,value,unit\ngtsx,205,2019,"16681",tỷ đồng\ngtsx,205,2020,17000,tỷ đồng\n'.encode()


def entered(bring, data=GOOD):
    bring(data, "so.csv")
    upload = Upload.objects.first()
    bring.client.post(reverse("ledger:import_enter", args=[upload.pk]), {"confirmed": "1"})
    upload.refresh_from_db()
    return upload


def stand(town):
    return sorted(str(each.entry.value) for each in standing_in(Entry.objects.filter(place=town)))


def test_a_file_is_taken_back_with_a_reason_and_what_stood_before_stands_again(bring, town):
    entered(bring, GOOD.replace(b"16681", b"16000"))
    second = entered(bring)
    assert stand(town) == ["16681", "17000"]
    page = reverse("ledger:import_take_back", args=[second.pk])
    refused = bring.client.post(page, {"reason": " "})
    assert refused.status_code == 409 and "Cần ghi lý do" in refused.content.decode()
    shown = bring.client.post(page, {"reason": "nhầm biểu"}, follow=True).content.decode()
    assert "Đã rút lại 1 số liệu." in shown and "Lý do: nhầm biểu." in shown
    assert stand(town) == ["16000", "17000"]
    (series,) = packed.series(town.pk).values()
    assert sorted(series.values.tolist()) == [16000, 17000]
    assert bring.client.post(page, {"reason": "lần nữa"}).status_code == 409
    assert Log.objects.get(act="import taken back").details["figures"] == 1


def test_a_file_that_was_taken_back_can_be_brought_again(bring, town):
    first = entered(bring)
    bring.client.post(reverse("ledger:import_take_back", args=[first.pk]), {"reason": "nhầm biểu"})
    assert stand(town) == []
    again = entered(bring)
    assert (again.state, again.outcome["added"], again.outcome["doubtful"]) == (UploadState.ENTERED, 2, 2)
    assert stand(town) == ["16681", "17000"]


def sheet(quarter):
    """A sheet whose heading names no indicator."""
    return book([["Địa phương", f"Kết quả quý {quarter} năm 2020 (tỷ đồng)"], ["Xã An Sinh", 5]])


def said_of_the_next(bring, quarter):
    """What the form shows first for the next such sheet."""
    bring(sheet(quarter))
    return said(bring.client, Upload.objects.first())


def test_what_was_said_of_a_sheet_that_was_entered_is_remembered_for_the_next_with_such_headings(bring):
    bring(sheet("I"))
    first = Upload.objects.get()
    bring.client.post(reverse("ledger:import_layout", args=[first.pk]), said(bring.client, first, indicator_2="gtsx"))
    assert said_of_the_next(bring, "II")["indicator_2"] == ""
    bring.client.post(reverse("ledger:import_enter", args=[first.pk]))
    told = said_of_the_next(bring, "II")
    assert (told["indicator_2"], told["period_2"]) == (GTSX, "quý II/2020")
    assert SheetLayout.objects.count() == 1


def test_heading_rows_that_were_put_right_are_remembered_too(bring):
    def sheet(quarter, *above):
        return book([*above, ["Biểu", f"Kết quả quý {quarter} năm 2020"], ["Địa phương", "Giá trị"], ["Xã An Sinh", 5]])

    bring(sheet("I"))
    first = Upload.objects.get()
    guessed = said(bring.client, first)
    assert (guessed["header_first"], guessed["header_last"]) == (1, 2)
    right = guessed | {"header_first": 2, "header_last": 2, "indicator_2": "gtsx", "unit_2": "tỷ đồng", "period_2": "quý I/2020"}
    bring.client.post(reverse("ledger:import_layout", args=[first.pk]), right)
    bring.client.post(reverse("ledger:import_enter", args=[first.pk]))
    assert Entry.objects.count() == 1
    bring(sheet("II", ["Tên biểu"]))
    told = said(bring.client, Upload.objects.first())
    assert (told["header_first"], told["header_last"], told["indicator_2"], told["unit_2"]) == (3, 3, GTSX, "tỷ đồng")


def test_what_is_remembered_of_a_sheet_says_whose_it_is_and_can_be_forgotten(bring, steward):
    bring(sheet("I"))
    first = Upload.objects.get()
    assert "Bỏ cách hiểu đã nhớ" not in bring.client.get(reverse("ledger:import", args=[first.pk])).content.decode()
    bring.client.post(reverse("ledger:import_layout", args=[first.pk]), said(bring.client, first, indicator_2="gtsx"))
    bring.client.post(reverse("ledger:import_enter", args=[first.pk]))
    said_of_the_next(bring, "II")
    second = Upload.objects.first()
    page = bring.client.get(reverse("ledger:import", args=[second.pk])).content.decode()
    assert f"Theo cách hiểu mà {steward}" in page
    after = bring.client.post(reverse("ledger:import_forget", args=[second.pk]), follow=True).content.decode()
    assert "Bỏ cách hiểu đã nhớ, đoán lại" not in after
    assert said(bring.client, Upload.objects.get(pk=second.pk))["indicator_2"] == ""
    assert said_of_the_next(bring, "III")["indicator_2"] == ""
    assert Log.objects.get(act="layout forgotten").details["layout"]["columns"]["2"]["indicator"] == "gtsx"


def test_the_same_file_twice_changes_nothing(bring):
    for _time in range(2):
        bring(FLAT.replace(b"nhi\xe1\xbb\x81u", b"5"), "so-lieu.csv")
        upload = Upload.objects.order_by("-pk").first()
        bring.client.post(reverse("ledger:import_enter", args=[upload.pk]))
    assert Entry.objects.count() == 2
    assert upload.outcome["added"] == 0


def test_a_file_with_a_wrong_cell_is_entered_only_when_it_is_left_out(bring):
    bring(FLAT, "so-lieu.csv")
    upload = Upload.objects.get()
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "“nhiều”" in page
    bring.client.post(reverse("ledger:import_enter", args=[upload.pk]))
    assert not Entry.objects.exists()
    bring.client.post(reverse("ledger:import_enter", args=[upload.pk]), {"without_refused": "1"})
    assert Entry.objects.count() == 1


def laid(bring, rows, others=None, **changes):
    """A sheet brought and laid out as guessed, but for `changes` by label or field; gives the upload as it was looked at."""
    bring(book(rows, others=others))
    upload = Upload.objects.order_by("-pk").first()
    told = said(bring.client, upload)
    bring.client.post(reverse("ledger:import_layout", args=[upload.pk]), told | changes)
    upload.refresh_from_db()
    return upload


def enter(bring, upload, **ticked):
    """The page after entering with what was ticked."""
    return bring.client.post(reverse("ledger:import_enter", args=[upload.pk]), ticked, follow=True).content.decode()


def test_a_code_that_another_place_bore_in_the_period_is_shown_with_its_name_then_and_is_to_be_confirmed(bring, town):
    make_place("08001", "phường", "Đức Chính", town)
    Place.objects.filter(code="08001").update(valid_to=date(2025, 7, 1))
    make_place("08001", "phường", "Kim Sơn", town, date(2025, 7, 1))
    upload = laid(bring, [["Địa phương", "Tổng giá trị sản xuất năm 2023 (tỷ đồng)"], ["Phường Kim Sơn", "1.200,5"]], label_0="08001")
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert [(each["address"], each["code"]) for each in upload.outcome["doubts"]] == [("B2", "import-place-named-otherwise")]
    assert "Dòng ghi “Phường Kim Sơn”, nhưng mã “08001” vào năm 2023 là phường Đức Chính." in page
    assert "phường Đức Chính · 08001" in page
    assert "1.200,5 tỷ đồng" in page
    assert "1 điểm cần xác nhận" in enter(bring, upload)
    assert not Entry.objects.exists()
    enter(bring, upload, confirmed="1")
    assert Entry.objects.get().place.name == "Đức Chính"


def test_a_code_beside_a_name_that_means_another_place_is_to_be_confirmed_and_tells_places_of_one_name_apart(bring, town):
    for code in ("08001", "08002"):
        make_place(code, "phường", "Kim Sơn", town)
    rows = [
        ["Mã", "Địa bàn", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)"],
        ["07093", "Xã An Sinh", 5], ["07090", "Xã Bình Dương", 6], ["08002", "Phường Kim Sơn", 7], ["09999", "Phường Mạo Khê", 8],
    ]  # fmt: skip
    upload = laid(bring, rows)
    told = [(each["address"], each["code"], each["values"]["beside"]) for each in upload.outcome["doubts"]]
    assert told == [("C3", "import-code-beside-otherwise", "07090"), ("C5", "import-code-beside-unknown", "09999")]
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "Dòng ghi “Xã Bình Dương”, tức xã Bình Dương (07096), nhưng mã “07090” bên cạnh là phường Mạo Khê." in page
    assert not Entry.objects.exists()
    enter(bring, upload, confirmed="1")
    assert set(Entry.objects.values_list("place__code", flat=True)) == {"07093", "07096", "08002", "07090"}


def test_a_row_is_not_doubted_for_writing_its_place_in_another_way(bring, town):
    make_place("08001", "phường", "Kim Sơn", town)
    for written in ("Kim Sơn", "UBND phường Kim Sơn", "P. Kim Sơn", "2. phường Kim Sơn", "xã Kim Sơn", "KIM SƠN"):
        upload = laid(bring, [["Địa phương", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)"], [written, 5]], label_0="08001")
        assert (upload.outcome["doubtful"], upload.outcome["refused"]) == (0, 0), written


def test_a_figure_that_cannot_be_is_told_with_its_cell_before_it_is_entered(bring):
    rows = [
        ["Địa phương", "Tỷ lệ hộ nghèo năm 2020 (%)"],
        ["Xã An Sinh", "0,5"],
        ["Xã Bình Dương", "150"],
        ["Phường Mạo Khê", "trên 100,5"],
    ]
    upload = laid(bring, rows, indicator_2="ho_ngheo")
    assert [(each["address"], each["code"]) for each in upload.outcome["doubts"]] == [("B3", "limit-too-high"), ("B4", "limit-too-high")]
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "150% cao hơn 100 là không thể" in page
    assert "trên 100,5% cao hơn 100 là không thể" in page
    enter(bring, upload)
    assert not Entry.objects.exists()
    enter(bring, upload, confirmed="1")
    assert Entry.objects.count() == 3


def test_an_old_file_says_on_its_page_which_figure_was_corrected_since(bring):
    for value, name in (("0,5", "a"), ("0,7", "b"), ("0,5", "c")):
        rows = [["Chỉ tiêu", "ĐVT", "Năm 2019"], ["Tỷ lệ hộ nghèo", "%", value], ["Tệp", name, ""]]
        upload = laid(bring, rows)
        if name != "c":
            enter(bring, upload, confirmed="1")
    assert [(each["address"], each["code"]) for each in upload.outcome["doubts"]] == [("C2", "import-told-before")]
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "0,5% là số sổ đã ghi trước đây, nay là 0,7% (báo cáo ngày 15/07/2020)" in page
    enter(bring, upload)
    assert Entry.objects.count() == 2
    enter(bring, upload, confirmed="1")
    assert Entry.objects.count() == 3


def test_a_figure_a_thousand_times_another_of_its_indicator_is_to_be_confirmed_with_both_cells(bring):
    income = ["Thu nhập bình quân đầu người", "triệu đồng/người/năm", "78,5", "83.400"]
    upload = laid(bring, [["Chỉ tiêu", "ĐVT", "Năm 2019", "Năm 2020"], income, ["Tỷ lệ hộ nghèo", "%", "0,5", "1,2"]])
    assert [(each["address"], each["code"]) for each in upload.outcome["doubts"]] == [("D2", "import-thousandfold")]
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "83.400 triệu đồng/người/năm và 78,5 triệu đồng/người/năm ở ô C2" in page
    enter(bring, upload, confirmed="1")
    assert Entry.objects.count() == 4


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        ("5100 5.2 5.3 5.1 5.4", {"B3": "B2"}),
        ("5.1 5200 5.3 5400 5.2", {"B3": "B2", "B5": "B2"}),
        ("5.1 5.2 5.3 5.1 5400", {"B6": "B2"}),
        ("5100 5200 5.3 5.1 5.4 5.2 5.5", {"B4": "B2", "B5": "B2"}),
        ("5.1 5200 0.0052 5.3", {"B3": "B2", "B4": "B2"}),
        ("5.1 5.2 52 510", {}),
    ],
)
def test_a_slip_is_doubted_beside_the_level_that_most_figures_of_its_series_have_and_doubts_no_other(values, doubted):
    slips, told = Slips(), {}
    for row, value in enumerate(values.split(), 2):
        if slip := slips.slip(f"B{row}", 1, {"indicator": "thu_ngan_sach", "unit": "tỷ đồng", "value": value}):
            told[f"B{row}"] = slip.values["cell"]
    assert told == doubted


def test_the_first_fifty_figures_are_shown_as_they_were_understood_and_how_many_more_there_are(bring):
    def sheet(last):
        rows = "".join(f"gtsx,205,{year},{year - 900}.50,tỷ đồng,{'target' if year > 2026 else ''}\n" for year in range(2016, last))
        return f"indicator,place,period,value,unit,role\n{rows}".encode()

    pages = []
    for last in (2018, 2076):
        bring(sheet(last), "so-lieu.csv")
        pages.append(bring.client.get(reverse("ledger:import", args=[Upload.objects.order_by("-pk").first().pk])).content.decode())
    few, many = pages
    assert "1.116,50 tỷ đồng" in few
    assert "thị xã Đông Triều · 205" in few
    beyond = ("(50 đầu tiên trong 60)", "Còn 10 số liệu nữa không hiện ở đây")
    assert [(words in few, words in many) for words in beyond] == [(False, True)] * 2
    assert (many.count("tỷ đồng</td>"), few.count("tỷ đồng</td>")) == (50, 2)


def test_a_column_with_numbers_that_is_left_out_is_named(bring):
    rows = [["Địa phương", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)", "Số khác"], ["Xã An Sinh", 5, 6], ["Xã Bình Dương", 7, 8]]
    upload = laid(bring, rows, what_3="skipped")
    form = bring.client.get(reverse("ledger:import", args=[upload.pk])).context["form"]
    assert [column["letters"] for column in form.columns() if column["spare"]] == ["C"]
    assert "Các cột này có số nhưng không vào sổ: C." in bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()


def test_what_was_entered_leads_to_the_figures_of_its_place_and_asks_nothing_more_of_a_column(bring):
    bring(OFFICE)
    upload = Upload.objects.get()
    upload.state, upload.outcome = UploadState.ENTERED, {"rows": 2, "added": 2, "same": 0, "refused": 0, "left_out": ["F"]}
    upload.save()
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert 'class="button main" href="/ledger/places/205/"' in page
    assert "hãy đưa lại tệp" in page and "chọn bên dưới" not in page


def test_whoever_reports_for_one_place_alone_finds_it_chosen(person, ward_alone, sign_in):
    shown = sign_in(person("steward", ward_alone)).get(reverse("ledger:imports")).context["form"].fields["place"].choices
    assert [value for value, _label in shown] == [ward_alone.pk]


def test_a_wrong_cell_of_a_sheet_is_told_under_its_own_heading_and_of_no_template(bring):
    upload = laid(bring, [["Địa phương", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)"], ["Xã An Sinh", 5], ["Xã Bình Dương", "abc"]])
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "Cột “Tổng giá trị sản xuất năm 2020 (tỷ đồng)”: “abc” không đọc được là số liệu." in page
    assert "theo mẫu" not in page
    assert "“abc”" in bring.client.get(reverse("ledger:import", args=[upload.pk]), {"export": "csv"}).content.decode("utf-8-sig")


def test_a_name_that_several_places_bear_is_told_with_their_codes_before_and_after(bring, town):
    for code in ("08001", "08002"):
        make_place(code, "phường", "Kim Sơn", town)
    rows = [["Địa phương", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)"], ["Xã An Sinh", 5], ["Phường Kim Sơn", 6], ["Xã Chưa Có", 7]]
    upload = laid(bring, rows)
    form = bring.client.get(reverse("ledger:import", args=[upload.pk])).context["form"]
    both = "phường Kim Sơn (08001) · phường Kim Sơn (08002)"
    assert [form[f"label_{at}"].help_text for at in range(3)] == ["xã An Sinh (07093)", both, ""]
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert f"Tên “Phường Kim Sơn” chưa cho biết một địa bàn duy nhất: {both}." in page
    assert "Không có địa bàn tên “Xã Chưa Có” trong phạm vi báo cáo." in page


def test_the_name_of_a_place_beside_its_code_is_no_markup(bring, town):
    make_place("08001", "phường", "<b>Kim</b>", town)
    upload = laid(bring, [["Địa phương", "Tổng giá trị sản xuất năm 2020 (tỷ đồng)"], ["Dòng lạ", 5]], label_0="08001")
    assert "<b>Kim</b>" not in bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()


def test_a_secret_and_what_is_no_sheet_are_refused_before_anything_is_kept(bring):
    for data in (book([["TỐI MẬT"], ["Địa phương", "GTSX năm 2020"], ["Xã An Sinh", 5]]), b"PK\x03\x04hong", b"khong co so"):
        assert bring(data).status_code == 422
    assert not Upload.objects.exists()


def test_a_wrong_layout_is_told_and_what_was_typed_stays(bring):
    bring(OFFICE)
    upload = Upload.objects.get()
    answer = bring.client.post(reverse("ledger:import_layout", args=[upload.pk]), said(bring.client, upload, period_3="quý năm nào đó"))
    assert answer.status_code == 422
    assert "quý năm nào đó" in answer.content.decode()
    assert not SheetLayout.objects.exists()


def test_what_is_wrong_in_a_long_layout_is_told_at_its_top_and_another_sheet_can_be_looked_at_from_there(bring):
    rows = [["Chỉ tiêu", "Năm 2020"], ["Một chỉ tiêu lạ", 5], ["Tổng giá trị sản xuất", 7]]
    upload = laid(bring, rows, others={"Trang hai": rows})
    told = said(bring.client, upload, label_0="không ai biết")
    page = bring.client.post(reverse("ledger:import_layout", args=[upload.pk]), told).content.decode()
    top = page.partition("Sẽ vào sổ")[0]
    assert '<a href="#id_label_0">Một chỉ tiêu lạ</a>: Không có chỉ tiêu nào mang các từ “không ai biết”' in top
    address = page.partition('<form method="get" action="')[2].partition('"')[0]
    assert bring.client.get(address, {"sheet": "Trang hai"}).context["sheet"] == "Trang hai"


def test_a_sheet_that_has_no_figure_as_it_was_laid_out_is_not_said_to_tell_nothing_new(bring):
    upload = laid(
        bring,
        [["Địa phương", "Ghi chú", "Tổng giá trị sản xuất năm 2019 (tỷ đồng)"], ["Xã An Sinh", "", 5]],
        what_1="skipped",
        what_2="labels",
    )
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "bảng không có số liệu nào" in page and "không có gì mới" not in page


def test_a_file_in_the_ledger_is_not_laid_out_or_entered_again(bring, steward):
    bring(FLAT.replace(b"nhi\xe1\xbb\x81u", b"5"), "so-lieu.csv")
    upload = Upload.objects.get()
    imports.enter(upload=upload, without_refused=False, by=steward)
    with pytest.raises(Refused, match="import-done"):
        imports.enter(upload=upload, without_refused=False, by=steward)


def test_a_file_that_is_being_looked_at_waits_unless_the_server_stopped(bring, steward):
    bring(FLAT, "so-lieu.csv")
    upload = Upload.objects.get()
    Upload.objects.update(state=UploadState.WORKING, rows_read=12000)
    page = bring.client.get(reverse("ledger:import", args=[upload.pk]))
    assert "12.000" in page.content.decode()
    with pytest.raises(Refused, match="import-under-way"):
        imports.enter(upload=upload, without_refused=True, by=steward)
    Upload.objects.update(seen_at=timezone.now() - timedelta(hours=1))
    assert "Máy chủ đã dừng" in bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()


def test_files_of_other_places_are_not_seen(bring, person, other_town, sign_in):
    bring(FLAT, "so-lieu.csv")
    other = sign_in(person("steward", other_town))
    assert other.get(reverse("ledger:import", args=[Upload.objects.get().pk])).status_code == 404


def test_figures_of_a_sheet_are_reported_on_the_day_that_was_said(bring):
    bring(FLAT.replace(b"nhi\xe1\xbb\x81u", b"5"), "so-lieu.csv")
    bring.client.post(reverse("ledger:import_enter", args=[Upload.objects.get().pk]))
    assert Entry.objects.select_related("source").first().source.reported_on == date(2020, 7, 15)


def test_the_list_of_imports_names_its_columns_in_vietnamese(bring):
    bring(OFFICE)
    page = bring.client.get(reverse("ledger:imports")).content.decode()
    assert "Tệp</a>" in page
    assert "File</a>" not in page


def test_an_indicator_is_named_by_typing_and_what_is_doubtful_or_unknown_is_told_at_its_field(bring):
    upload = laid(bring, [["Chỉ tiêu", "Năm 2020"], ["Một chỉ tiêu lạ", 5], ["Một chỉ tiêu khác", 7]])
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert (page.count('<datalist id="indicators">'), page.count('<option value="gtsx"')) == (1, 0)
    assert "Gõ một phần tên chỉ tiêu" in page
    address = reverse("ledger:import_layout", args=[upload.pk])
    told = said(bring.client, upload, label_0="tong gia tri san xuat", label_1="không ai biết")
    wrong = bring.client.post(address, told)
    assert wrong.status_code == 422 and "Không có chỉ tiêu nào mang các từ “không ai biết”" in wrong.content.decode()
    assert 'value="không ai biết"' in wrong.content.decode()
    assert bring.client.post(address, told | {"label_1": "-"}).status_code == 302
    upload.refresh_from_db()
    assert upload.layout["labels"] == {"mot chi tieu la": "gtsx", "mot chi tieu khac": ""}


def test_a_row_whose_indicator_is_not_known_is_told_by_its_name_and_where_to_say_it(bring):
    upload = laid(bring, [["Chỉ tiêu", "Năm 2020"], ["Một chỉ tiêu lạ", 5], ["Tổng giá trị sản xuất", 7]])
    page = bring.client.get(reverse("ledger:import", args=[upload.pk])).content.decode()
    assert "Dòng “Một chỉ tiêu lạ” chưa rõ là chỉ tiêu nào. Ở mục Cách hiểu bảng" in page


def test_a_picture_that_is_called_a_sheet_is_told_to_be_none(bring):
    page = bring(b"\x89PNG\r\n\x1a\n" + b"\x00\xff" * 300, "anh.xlsx")
    assert page.status_code == 422 and "Tệp không phải bảng tính XLSX" in page.content.decode()


def test_the_log_tells_the_layout_of_a_sheet_in_words(bring, town):
    bring(OFFICE)
    upload = Upload.objects.get()
    bring.client.post(reverse("ledger:import_layout", args=[upload.pk]), said(bring.client, upload, label_2="-", label_3="-"))
    entry = Log.objects.get(act="columns laid out")
    assert printed.details(entry).startswith(
        "trang tính: Biểu 1 · cách hiểu: (dòng tiêu đề: 3–4; mỗi dòng là một địa bàn; cột B “Địa phương”: tên của dòng; "
        "cột C “Tổng giá trị sản xuất · Thực hiện quý I”: số liệu, Tổng giá trị sản xuất, quý I/2020, thực hiện, sơ bộ;"
    )
    assert "“tong so”: không vào sổ" in printed.details(entry)
    entry.details["layout"] = {"rows": "places", "header": [1]}
    assert "cách hiểu: (" in printed.details(entry)


def test_a_reason_that_many_cells_share_is_told_once_with_all_of_them(bring):
    bring(book([["Địa phương", "Số gì đó năm 2020", GTSX], ["Phường Mạo Khê", 5, 6], ["Xã An Sinh", 7, 8], ["Xã Bình Dương", 1, "2,500"]]))
    upload = Upload.objects.get()
    address, changed = reverse("ledger:import_layout", args=[upload.pk]), said(bring.client, upload, period="năm 2020")
    answer = bring.client.post(address, changed, follow=True)
    assert [cells for cells, _why in answer.context["alike"]] == ["B2, B3, B4"]
    assert [where for where, _why in answer.context["problems"]] == ["B2", "B3", "B4"]
    assert "“2,500” được hiểu là 2,5 tỷ đồng, không phải 2.500 tỷ đồng" in answer.content.decode()


def test_a_file_that_was_changed_with_its_hash_past_the_program_is_found(bring):
    bring(FLAT, "so-lieu.csv")
    log_rows()
    assert rows.looked().changed == []
    other = FLAT.replace(b"16681", b"18681")
    Upload.objects.update(data=other, sha256=sha256(other).hexdigest())
    assert list(originals.changed()) == [] and rows.looked().changed == [f"ledger.upload {Upload.objects.get().pk}"]
