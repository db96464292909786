"""Whether a record is filed where it belongs: what is said against its place, what is proposed, and filing it elsewhere."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban.model import Refused
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records import actions
from giaoban_web.records.filing import doubts, proposed
from giaoban_web.records.models import Find, Record, Verdict
from giaoban_web.records.refiling import refile
from giaoban_web.search.models import Entry as Found
from tests.web.conftest import make_place

MET = """ỦY BAN NHÂN DÂN
{head}

BIÊN BẢN
Họp giao ban tháng 5

Ngày 28/5/2020, UBND phường họp giao ban. Đồng chí Phạm Thị Mẫu, Chủ tịch UBND phường, chủ trì cuộc họp.

Thu ngân sách đạt 12,6 tỷ đồng. Chủ tịch UBND phường yêu cầu Công an phường mở đợt cao điểm xử lý vi phạm trật tự.
"""
NEWS = "Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp trực tuyến với Ban Thường vụ {reviewed}. Thu ngân sách đạt 2.572 tỷ đồng."


@pytest.fixture
def ward(town):
    return make_place("07069", "phường", "Mạo Khê", town)


def put(text, place, by, name="a.txt"):
    return actions.put_in(data=text.encode(), name=name, place=place, by=by)


def codes(record):
    return [each.code for each in doubts(record)]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("PHƯỜNG MẠO KHÊ", ["filed-against-head"]),
        ("XÃ THANH SƠN", ["filed-against-head"]),
        ("THỊ XÃ ĐÔNG TRIỀU", []),
        ("TỈNH QUẢNG NINH", []),
        ("PHÒNG KINH TẾ", []),
    ],
)
def test_the_head_of_a_record_speaks_against_a_place_that_is_not_its_own_nor_below_its_own(clerk, town, ward, head, said):
    assert codes(put(MET.format(head=head), town, clerk)) == said


@pytest.mark.parametrize(("reviewed", "said"), [("Thị ủy Quảng Yên", ["filed-against-meeting"]), ("Thị ủy Đông Triều", [])])
def test_a_meeting_with_a_place_elsewhere_speaks_against_it(clerk, town, other_town, reviewed, said):
    assert codes(put(NEWS.format(reviewed=reviewed), town, clerk)) == said


def test_a_meeting_with_a_place_below_is_no_reason_to_doubt(clerk, province, town):
    assert codes(put(NEWS.format(reviewed="Thị ủy Đông Triều"), province, clerk)) == []


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2015, 3, 11), date(2020, 5, 28), ["filed-after-end"]),
        (date(2015, 3, 11), date(2020, 5, 29), []),
        (date(2020, 5, 28), None, []),
        (date(2020, 5, 29), None, ["filed-before-start"]),
    ],
)
def test_a_day_on_which_the_place_was_not_there_speaks_against_it(clerk, ward, since, until, said):
    Place.objects.filter(pk=ward.pk).update(valid_from=since, valid_to=until)
    ward.refresh_from_db()
    assert codes(put(MET.format(head="PHƯỜNG MẠO KHÊ"), ward, clerk)) == said


def test_the_screen_and_the_list_of_files_say_so_with_the_way_to_change_it(clerks_browser, town, ward):
    def send(*texts):
        files = [SimpleUploadedFile(f"{number}.txt", text.encode()) for number, text in enumerate(texts)]
        return clerks_browser.post("/records/put-in/", {"place": town.pk, "files": files})

    right, wrong = (MET.format(head=head) for head in ("THỊ XÃ ĐÔNG TRIỀU", "PHƯỜNG MẠO KHÊ"))
    told = "Tiêu đề văn bản ghi phường Mạo Khê, nhưng bản ghi đang xếp vào thị xã Đông Triều."
    assert send(right, wrong).content.decode().count(told) == 1
    fine, record = Record.objects.order_by("pk")
    page = clerks_browser.get(f"/records/{record.pk}/").content.decode()
    assert told in page and f'href="/records/{record.pk}/place/"' in page
    assert "Tiêu đề văn bản ghi" not in clerks_browser.get(f"/records/{fine.pk}/").content.decode()


def test_the_place_that_the_head_names_is_proposed_where_one_bears_the_name_on_that_day(clerk, person, town, ward, province, other_town):
    record = put(MET.format(head="PHƯỜNG MẠO KHÊ"), town, clerk)
    assert proposed(clerk, record) == ward
    assert proposed(person("clerk", other_town, "other"), record) is None
    make_place("07070", "phường", "Mạo Khê", province, date(2025, 7, 1))
    assert proposed(clerk, record) == ward, "the one that came later bore the name on no such day"
    make_place("07071", "phường", "Mạo Khê", other_town)
    assert proposed(clerk, record) is None


def test_of_a_place_that_was_another_on_that_day_what_it_was_is_proposed(clerk, town):
    city = Place.objects.create(code="205", kind="thành phố", name="Đông Triều", parent=town.parent, path=town.path,
                                folded="thanh pho dong trieu", valid_from=date(2024, 11, 1))  # fmt: skip
    Place.objects.filter(pk=town.pk).update(valid_to=city.valid_from)
    record = put(NEWS.format(reviewed="Thị ủy Đông Triều"), city, clerk)
    assert codes(record) == ["filed-before-start"]
    assert proposed(clerk, record) == town


@pytest.fixture
def filed_wrong(clerk, town, ward):
    """Of the ward, filed under the town, its meeting and a figure that names no place confirmed."""
    record = put(MET.format(head="PHƯỜNG MẠO KHÊ"), town, clerk)
    for kind in ("meeting", "observation"):
        find = record.finds.filter(kind=kind).first()
        find.record, find.fields = record, find.fields | ({"place": None} if kind == "observation" else {})
        find.save()
        actions.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    return Record.objects.get(pk=record.pk)


def test_what_is_filed_elsewhere_takes_its_meeting_its_facts_and_what_can_be_found_with_it(clerks_browser, filed_wrong, town, ward):
    assert Meeting.objects.get().place == town
    address = f"/records/{filed_wrong.pk}/place/"
    page = clerks_browser.get(address)
    assert f'<option value="{ward.pk}" selected>' in page.content.decode()
    answer = clerks_browser.post(address, {"place": ward.pk}, follow=True)
    assert "Bản ghi đã xếp vào phường Mạo Khê. 1 mục đã xác nhận chuyển theo." in answer.content.decode()
    record = Record.objects.get(pk=filed_wrong.pk)
    assert (record.place, record.meeting.place, Meeting.objects.count()) == (ward, ward, 1)
    assert {find.standing.place for find in Find.objects.exclude(standing=None)} == {ward}
    assert set(Found.objects.values_list("place", flat=True)) == {ward.pk}
    assert codes(record) == [] and history.verify() is None
    assert Entry.objects.filter(act="record filed under another place").count() == 1


def test_filing_it_where_it_is_leaves_no_entry(clerk, filed_wrong, town):
    before = Entry.objects.count()
    assert refile(record=filed_wrong, place=town, by=clerk) == 0
    assert Entry.objects.count() == before


def test_a_record_is_filed_nowhere_where_one_may_put_none_in_nor_beside_itself(clerk, person, filed_wrong, town, ward, other_town, sign_in):
    of_town = person("clerk", town, "of-town")
    with pytest.raises(Refused, match="not-allowed-here"):
        refile(record=filed_wrong, place=other_town, by=of_town)
    with pytest.raises(Refused, match="not-allowed-here"):
        refile(record=filed_wrong, place=other_town, by=person("clerk", other_town, "elsewhere"))
    Record.objects.create(place=ward, sha256=filed_wrong.sha256, name="x", size=1, blocks=[], put_in_by=clerk)
    answer = sign_in(of_town).post(f"/records/{filed_wrong.pk}/place/", {"place": ward.pk})
    assert answer.status_code == 409 and "đã có" in answer.content.decode()
    for asked in ("", "abc", other_town.pk):
        assert sign_in(of_town).post(f"/records/{filed_wrong.pk}/place/", {"place": asked}).status_code == 422
    assert Record.objects.get(pk=filed_wrong.pk).place == town
