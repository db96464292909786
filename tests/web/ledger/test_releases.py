"""Open data: everybody sees what was released, with its licence, and nothing else: not what came later, not what was taken back."""

import gzip
import json
import re
from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from giaoban.exchange.formats import FORMATS, READABLE, read
from giaoban.model import Refused
from giaoban_web.history.models import Entry as Log
from giaoban_web.ledger import export_pages_open, exporting_parts, exporting_since
from giaoban_web.ledger import exporting_releases as releasing
from giaoban_web.ledger.exporting_models import Release
from giaoban_web.ledger.importing import Arriving, bring_in
from giaoban_web.ledger.models import Source
from giaoban_web.records.models import Verdict
from giaoban_web.ui import printed
from tests.web.conftest import make_place

ASKED = {"title": "Số liệu năm", "place": "205", "licence": "CC0-1.0"}
ROW = {"indicator": "gtsx", "place": "205", "period": "2019", "value": "16681.5", "unit": "tỷ đồng", "bound": "over"}


@pytest.fixture
def enter(steward, town):
    def bring(*changes, place=town, by=steward):
        rows = [(str(at), ROW | each) for at, each in enumerate(changes, 2)]
        outcome = bring_in(rows, Arriving("Báo cáo năm", place, str(changes)[:64], date(2020, 1, 10), by))
        assert outcome.added == len(changes)

    return bring


@pytest.fixture
def release(steward, town, enter):
    enter({}, {"period": "2018", "value": "15900"})
    return releasing.release(title="Số liệu mở", place=town, indicator=None, period="", licence="CC-BY-4.0", by=steward)


def seen():
    """Everything that a stranger gets from every open address."""
    stranger = Client()
    pages = ["/open/", "/open/releases.json", *(f"/open/{each.pk}/" for each in Release.objects.all())]
    answers = [stranger.get(page) for page in pages]
    return "".join(answer.content.decode() for answer in answers if answer.status_code == 200)


def test_a_stranger_sees_what_was_released_with_licence_day_and_source(release):
    page = Client().get(f"/open/{release.pk}/").content.decode()
    for words in (
        "trên 16.681,5 tỷ đồng",
        "15.900 tỷ đồng",
        "Creative Commons BY 4.0",
        "Báo cáo năm",
        "10/01/2020",
        timezone.localtime(release.at).strftime("%d/%m/%Y"),
    ):
        assert words in page
    (told,) = json.loads(Client().get("/open/releases.json").content)["releases"]
    assert (told["licence"], told["count"], told["place"]) == ("CC-BY-4.0", 2, "205")


@pytest.mark.parametrize("form", FORMATS)
def test_a_stranger_takes_the_figures_away_in_every_form(release, form):
    answer = Client().get(f"/open/{release.pk}/", {"form": form})
    data = b"".join(answer.streaming_content)
    assert answer["Content-Type"] == FORMATS[form].media_type
    if form in READABLE:
        assert {str(line.told.quantity.value) for line in read(data, form)} == {"16681.5", "15900"}


def test_what_comes_into_the_ledger_later_is_not_released(release, enter):
    enter({"value": "77777"}, {"period": "2017", "value": "88888"})
    assert "16.681,5" in seen()
    assert not {"77.777", "88.888", "77777", "88888"} & set(seen().split())
    data = b"".join(Client().get(f"/open/{release.pk}/", {"form": "json"}).streaming_content).decode()
    assert "77777" not in data
    assert "88888" not in data


def test_figures_that_nobody_released_are_seen_by_no_stranger(steward, town, person, other_town, enter):
    ward = make_place("07090", "phường", "Mạo Khê", town)
    enter({"value": "33333"}, {"place": "07090", "value": "44444"})
    enter({"place": "206", "value": "55555"}, place=other_town, by=person("steward", other_town))
    assert "Chưa công bố" in seen()
    releasing.release(title="Chỉ phường", place=ward, indicator=None, period="", licence="CC0-1.0", by=steward)
    assert "44.444" in seen()
    assert "33.333" not in seen()
    assert "55.555" not in seen()


def test_a_release_that_was_taken_back_is_gone_for_strangers_and_stays_in_the_log(release, steward, sign_in):
    client = sign_in(steward)
    assert client.post(f"/ledger/releases/{release.pk}/take-back/", {"reason": " "}).status_code == 409
    client.post(f"/ledger/releases/{release.pk}/take-back/", {"reason": "Nhầm kỳ"})
    gone = Client().get(f"/open/{release.pk}/")
    assert gone.status_code == 410 == Client().get(f"/open/{release.pk}/", {"form": "csv"}).status_code
    page, today = gone.content.decode(), f"{timezone.localdate():%d/%m/%Y}"
    assert f"Thị xã Đông Triều: công bố ngày {today}, thu hồi ngày {today}" in page
    assert not any(words in page for words in ("Số liệu mở", "16.681", "Nhầm kỳ"))
    assert "Số liệu mở" not in seen()
    assert "Nhầm kỳ" in client.get("/ledger/releases/").content.decode()
    assert [each.act for each in Log.objects.filter(act__contains="release").order_by("number")] == [
        "figures released",
        "release taken back",
    ]


def seen_before(client, told):
    """What the preview of a release asks to be sent back."""
    page = client.get("/ledger/releases/preview/", told).content.decode()
    return {"seen": re.search(r'name="seen" value="(\w+)"', page)[1]}


def test_before_a_release_its_figures_are_counted_and_what_stays_in_is_told_with_the_reason(steward, enter, town, sign_in, figure, confirm):
    confirm(figure(indicator="giá trị của những thứ làm ra", comparisons=[]))
    ward = make_place("07090", "phường", "Mạo Khê", town)
    enter({}, {"period": "2018", "value": "15900"}, {"place": ward.code, "value": "40"})
    enter({"value": "16700", "reported_on": "2020-03-01"})
    page = sign_in(steward).get("/ledger/releases/preview/", ASKED | {"period": "2019"}).content.decode()
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    assert "Công bố 2 số liệu" in words
    assert "thị xã Đông Triều · 205 (1) ; phường Mạo Khê · 07090 (1)" in words
    assert "năm 2019 (2)" in words and "Tổng giá trị sản xuất (2)" in words and "16.700 tỷ đồng" in words
    assert "1 số đã vào sổ: khác chỉ tiêu hoặc khác kỳ đã chọn" in words
    assert "1 số đã vào sổ: báo cáo khác về cùng số liệu đang có hiệu lực" in words
    assert "1 số liệu đã xác nhận: chưa rõ chỉ tiêu hoặc kỳ" in words
    assert not Release.objects.exists()


def test_what_changed_since_it_was_shown_is_not_released_but_shown_again(steward, enter, sign_in):
    enter({})
    client = sign_in(steward)
    told = ASKED | seen_before(client, ASKED)
    enter({"value": "16700", "reported_on": "2020-03-01"})
    for sent in (told, ASKED):
        again = client.post("/ledger/releases/", sent)
        page = again.content.decode()
        assert again.status_code == 409 and "16.700 tỷ đồng" in page and "chưa công bố gì" in page
    assert not Release.objects.exists()
    assert client.post("/ledger/releases/", ASKED | seen_before(client, ASKED)).status_code == 302


def test_nothing_to_release_is_told_beside_the_form_with_what_was_typed(steward, town, sign_in):
    page = sign_in(steward).get("/ledger/releases/preview/", ASKED)
    assert page.status_code == 422 and 'value="Số liệu năm"' in page.content.decode()


def test_a_steward_releases_on_the_page_and_only_her_own_places(steward, enter, other_town, sign_in):
    enter({})
    client = sign_in(steward)
    told = {"title": "Số liệu năm", "place": "205", "licence": "CC0-1.0", "period": "năm 2019"}
    assert client.post("/ledger/releases/", told | seen_before(client, told)).status_code == 302
    assert client.post("/ledger/releases/", told | {"place": "206"}).status_code == 403
    assert client.get("/ledger/releases/preview/", told | {"place": "206"}).status_code == 403
    assert client.post("/ledger/releases/", told | {"period": "1999"}).status_code == 422
    assert Release.objects.get().count == 1
    told |= {"title": "Chỉ một chỉ tiêu", "indicator": "tổng giá trị sản xuất"}
    named = client.post("/ledger/releases/", told | seen_before(client, told))
    assert named.status_code == 302 and Release.objects.get(title="Chỉ một chỉ tiêu").indicator.key == "gtsx"
    assert client.post("/ledger/releases/", told | {"indicator": "không có chỉ tiêu này"}).status_code == 422


def test_who_keeps_no_ledger_releases_nothing(person, town, enter):
    enter({})
    with pytest.raises(Refused, match="not-allowed-here"):
        releasing.release(title="x", place=town, indicator=None, period="", licence="CC0-1.0", by=person("clerk", town))


def corrected(release, **reader):
    """What the page of the release says of what changed since: of all its cells, by line."""
    page = reader.get("client", Client()).get(f"/open/{release.pk}/").content.decode()
    return page.partition('id="changed"')[2].partition("</section>")[0]


def test_a_release_says_what_of_it_was_corrected_since_and_stays_as_it_was(release, enter, steward, sign_in):
    assert corrected(release) == ""
    before = b"".join(Client().get(f"/open/{release.pk}/", {"form": "csv"}).streaming_content)
    enter({"value": "16700", "reported_on": "2020-03-01"})
    told = corrected(release, client=sign_in(steward))
    assert "16.681,5 tỷ đồng" in told
    assert "16.700 tỷ đồng" in told
    assert "/ledger/cells/" in told
    assert "15.900" not in told
    assert b"".join(Client().get(f"/open/{release.pk}/", {"form": "csv"}).streaming_content) == before


def test_a_stranger_is_told_that_a_figure_changed_and_what_it_is_now_only_by_a_later_release(release, enter, steward, town):
    enter({"value": "16700", "reported_on": "2020-03-01"})
    told = corrected(release)
    assert "16.681,5 tỷ đồng" in told
    assert "số mới chưa công bố" in told
    assert "16.700" not in told
    assert "/ledger/cells/" not in told
    later = releasing.release(title="Số liệu sửa", place=town, indicator=None, period="2019", licence="CC-BY-4.0", by=steward)
    assert f'href="/open/{later.pk}/"' in corrected(release)
    assert corrected(later) == ""


def test_the_lists_count_what_changed_since_a_release(release, enter, steward, sign_in):
    pages = "/open/", "/ledger/releases/"
    client = sign_in(steward)
    assert not any("đã thay đổi từ khi công bố" in client.get(page).content.decode() for page in pages)
    enter({"value": "16700", "reported_on": "2020-03-01"})
    assert all("1 số liệu đã thay đổi từ khi công bố" in client.get(page).content.decode() for page in pages)
    (told,) = json.loads(Client().get("/open/releases.json").content)["releases"]
    assert told["changed_since"] == 1


def test_a_figure_that_only_became_final_has_not_changed(release, enter):
    enter({"status": "final"})
    assert corrected(release) == ""


def test_a_figure_of_a_record_corrected_or_rejected_after_its_release_is_told(figure, confirm, steward, town, sign_in):
    find = figure()
    confirm(find)
    released = releasing.release(title="Từ biên bản", place=town, indicator=None, period="", licence="CC0-1.0", by=steward)
    client = sign_in(steward)
    assert corrected(released, client=client) == ""
    confirm(find, Verdict.CORRECTED, bound="at_least")
    assert "ít nhất 19.200 tỷ đồng" in corrected(released, client=client)
    confirm(find, Verdict.REJECTED)
    assert "không còn được tính" in corrected(released)


def test_a_later_release_of_another_period_is_not_named_beside_a_changed_figure(release, enter, steward, town):
    enter({"value": "16700", "reported_on": "2020-03-01"})
    other = releasing.release(title="Năm trước", place=town, indicator=None, period="2018", licence="CC-BY-4.0", by=steward)
    assert f'href="/open/{other.pk}/"' not in corrected(release)


def test_of_a_release_that_was_reported_anew_as_a_whole_only_so_many_figures_are_looked_at_and_that_is_said(release, enter, monkeypatch):
    monkeypatch.setattr(exporting_since, "MOST", 1)
    enter({"value": "16700", "reported_on": "2020-03-01"}, {"period": "2018", "value": "15901", "reported_on": "2020-03-01"})
    assert "1+ số liệu đã thay đổi sau khi công bố" in Client().get(f"/open/{release.pk}/").content.decode()
    (told,) = json.loads(Client().get("/open/releases.json").content)["releases"]
    assert (told["changed_since"], told["changed_since_or_more"]) == (1, True)


def test_what_changed_of_a_release_is_worked_out_once_as_long_as_nothing_is_written(release, enter, monkeypatch):
    enter({"value": "16700", "reported_on": "2020-03-01"})
    told = corrected(release)
    monkeypatch.setattr(exporting_since, "_touched", lambda _release: pytest.fail("worked out again"))
    assert corrected(release) == told != ""
    monkeypatch.undo()
    enter({"period": "2018", "value": "15901", "reported_on": "2020-03-01"})
    assert "15.900" in corrected(release)


def test_a_page_of_a_long_release_unpacks_the_part_it_stands_in_and_no_other(enter, steward, town, monkeypatch):
    monkeypatch.setattr(exporting_parts, "PART", 2)
    monkeypatch.setattr(export_pages_open, "ROWS", 1)
    enter(*({"period": str(year), "value": str(year * 10)} for year in range(2015, 2020)))
    long = releasing.release(title="Dài", place=town, indicator=None, period="", licence="CC0-1.0", by=steward)
    assert len(long.parts) == 3
    told = [str(each.quantity.value) for each in exporting_parts.every(long)]
    assert sorted(told) == [f"{year}0" for year in range(2015, 2020)]
    monkeypatch.setattr(exporting_parts, "_all", lambda *_: pytest.fail("all of it was read"))
    pages = [Client().get(f"/open/{long.pk}/", {"page": number}).content.decode() for number in range(1, 6)]
    assert [printed.number(Decimal(value)) in page for value, page in zip(told, pages, strict=True)] == [True] * 5


def test_of_a_long_release_only_parts_are_read_that_may_hold_what_changed(enter, steward, town, monkeypatch):
    monkeypatch.setattr(exporting_parts, "PART", 2)
    enter(*({"period": str(year), "value": str(year * 10)} for year in range(2015, 2020)))
    long = releasing.release(title="Dài", place=town, indicator=None, period="", licence="CC0-1.0", by=steward)
    enter({"period": "2016", "value": "7", "reported_on": "2020-03-01"})
    assert "20.160" in corrected(long)
    parts = []
    monkeypatch.setattr(exporting_parts, "_rows", lambda _heading, _text, number: parts.append(number) or iter(()))
    list(exporting_parts.about(long, {("gtsx", "205", "2016")}))
    assert len(parts) == 1


def test_a_release_of_an_earlier_version_is_packed_in_parts_and_keeps_its_bytes(steward, town, enter):
    enter(*({"period": str(year)} for year in range(2015, 2020)))
    Source.objects.update(name="Báo cáo,\nhai dòng")
    kept = releasing.release(title="Cũ", place=town, indicator=None, period="", licence="CC0-1.0", by=steward)
    text = gzip.decompress(kept.data)
    migration = import_module("giaoban_web.ledger.migrations.0011_release_parts")
    migration.PART = 2
    Release.objects.update(data=gzip.compress(text), parts=[])
    migration.pack(apps, None)
    packed = Release.objects.get()
    assert gzip.decompress(packed.data) == text
    assert len(packed.parts) == 3
    assert [each.source for each in exporting_parts.every(packed)].count("Báo cáo,\nhai dòng") == 5
