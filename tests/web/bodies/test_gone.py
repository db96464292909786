"""A body of a place that is no more is said to be so, with what stands in its stead."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from giaoban_web.bodies import actions
from giaoban_web.bodies.gone import gone
from giaoban_web.places.kinds import EventKind, Kind
from giaoban_web.places.planning import After
from tests.web.places.declared import DAY, EVE, happen, merged, steward, wards

__all__ = ["happen", "steward", "wards"]
pytestmark = pytest.mark.django_db


def kept(ward, by, name=None, **rest):
    return actions.add(place=ward, name=name or f"UBND phường {ward.name}", by=by, **rest)


def test_a_body_of_a_merged_place_is_no_more_from_that_day_and_the_one_of_the_new_place_is_offered(happen, wards, town, steward):
    body, untouched, police = kept(wards[0], steward), kept(wards[2], steward), kept(wards[0], steward, name="Công an phường")
    event = merged(happen, wards, town)
    new = event.changes.first().after
    heir = kept(new, steward)
    kept(new, steward, name="Trạm Y tế phường")
    kept(new, steward, name="Chủ tịch UBND phường", is_post=True)
    assert gone([body, untouched, None], EVE) == []
    of_council, of_police = gone([body, untouched, police, body], DAY)
    assert (of_council.body, of_council.place, of_council.on) == (body, wards[0], DAY)
    assert (of_council.today, of_council.successors) == ([new], [heir])
    assert (of_police.today, of_police.successors) == ([new], [])


def test_a_body_of_a_place_that_is_only_called_otherwise_is_not_gone(town, steward):
    body = kept(town, steward, name="Phòng Kinh tế")
    town.valid_to = DAY
    town.save()
    later = type(town).objects.get(pk=town.pk)
    later.pk, later.name, later.kind, later.valid_from, later.valid_to = None, "Đông Triều", "thành phố", DAY, None
    later.save()
    assert gone([body], DAY + timedelta(days=1)) == []
    assert gone([body], date(2020, 1, 1)) == []


def test_a_body_kept_at_the_province_is_gone_with_the_place_that_its_name_says(happen, wards, town, province, steward):
    body = kept(province, steward, name="UBND phường Phường 1")
    new = merged(happen, wards, town).changes.first().after
    heir = kept(new, steward)
    assert gone([body], EVE) == []
    assert [(each.place, each.today, each.successors) for each in gone([body], DAY)] == [(wards[0], [new], [heir])]


def test_a_body_stays_where_a_place_of_that_name_stands(happen, wards, town, province, steward):
    body = kept(province, steward, name="UBND phường Phường 1")
    happen(EventKind.MERGER, wards[:2], [After("07001", Kind.WARD, "Phường 1", town)])
    assert gone([body], DAY) == []


def test_the_page_of_a_body_of_a_merged_place_says_so_and_leads_to_what_stands_in_its_stead(
    happen, wards, town, steward, sign_in, monkeypatch
):
    body = kept(wards[0], steward)
    client = sign_in(steward)
    assert "địa bàn không còn" not in client.get(body.get_absolute_url()).content.decode()
    new = merged(happen, wards, town).changes.first().after
    monkeypatch.setattr(timezone, "localdate", lambda *_moment: DAY)
    page = client.get(body.get_absolute_url()).content.decode()
    assert f"Thuộc {wards[0]}, địa bàn không còn từ ngày {DAY:%d/%m/%Y}" in page and "hãy thêm những nơi nhận việc thay" in page
    heir = kept(new, steward)
    page = client.get(body.get_absolute_url()).content.decode()
    assert f'Cơ quan thay thế: <a href="{heir.get_absolute_url()}">' in page
