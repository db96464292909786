"""Places to choose from where there are hundreds: what stands comes first, and every one is found by its name."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from giaoban_web.accounts.forms import PlaceChoice
from giaoban_web.accounts.queries import OFFERED, offered
from giaoban_web.places.models import Place

MERGED = date(2025, 7, 1)


@pytest.fixture
def many(province):
    """A hundred communes that stand, and before them in the order of the register a hundred that ended."""
    rows = [_commune(province, number, ended=number < OFFERED) for number in range(2 * OFFERED)]
    return Place.objects.bulk_create(rows)


def _commune(province: Place, number: int, *, ended: bool) -> Place:
    code, since = f"{10_000 + number}", {"valid_from": date(2015, 1, 1)}
    until = {"valid_to": MERGED} if ended else {}
    path = f"{province.path}{code}/"
    return Place(code=code, kind="xã", name=f"Số {number}", parent=province, path=path, folded=f"xa so {number}", **since, **until)


def test_what_stands_is_offered_before_what_has_ended(many):
    listed = offered(Place.objects.all())
    assert len(listed) == OFFERED
    assert [each for each in listed if each.valid_to] == []


def test_what_has_ended_is_found_by_its_name(many):
    assert [each.name for each in offered(Place.objects.all(), "số 7")][:1] == ["Số 7"]


@pytest.mark.parametrize("chosen", ["", "x", "9" * 30, None])
def test_what_is_no_key_chooses_nothing(many, chosen):
    assert len(offered(Place.objects.all(), "", chosen)) == OFFERED


def test_what_was_chosen_stays_among_those_offered(many):
    assert many[0] in offered(Place.objects.all(), "", str(many[0].pk))


def test_a_record_is_put_in_under_a_place_that_was_found_by_its_name(many, province, person, sign_in):
    page = sign_in(person("clerk", province)).get(reverse("records:list"), {"place_like": "so 199"})
    assert page.context["places"] == [many[199]]
    assert page.context["chosen"] == str(many[199].pk)
    assert 'value="so 199"' in page.content.decode()


def test_who_looks_through_a_few_places_is_asked_for_no_name(town, person, sign_in):
    clerk = sign_in(person("clerk", town))
    assert "place_like" not in clerk.get(reverse("records:list")).content.decode()


def test_a_file_of_figures_is_reported_by_any_place_of_the_steward(many, province, person, sign_in):
    steward = sign_in(person("steward", province))
    assert many[0].pk not in dict(steward.get(reverse("ledger:imports")).context["form"].fields["place"].choices)
    file = SimpleUploadedFile("so-lieu.csv", "indicator,place,period,value,unit\ngtsx,10000,2017,15000,tỷ đồng\n".encode())
    answer = steward.post(reverse("ledger:imports"), {"place": many[0].pk, "reported_on": "10/01/2018", "file": file})
    assert answer.status_code == 302


@pytest.mark.parametrize("sent", [{"role": "none"}, {"name": "", "role": "clerk"}])
def test_a_form_that_is_refused_keeps_the_place_that_was_chosen(many, province, person, sign_in, sent):
    admin, name = sign_in(person("administrator", province)), "accounts:add" if "name" in sent else "accounts:grant"
    args = [] if "name" in sent else [person("clerk", many[150]).pk]
    answer = admin.post(reverse(name, args=args), {"place": many[0].pk, **sent})
    assert answer.status_code == 422
    assert f'<option value="{many[0].pk}" selected>' in answer.content.decode()


def test_a_place_to_choose_says_since_when_it_stands_or_from_when_to_when_it_stood(town):
    label = PlaceChoice(queryset=Place.objects.all()).label_from_instance
    town.valid_from, town.valid_to = date(2015, 3, 11), None
    assert label(town) == "thị xã Đông Triều (205, từ 11/03/2015)"
    town.valid_to = date(2024, 11, 1)
    assert label(town) == "thị xã Đông Triều (205, 11/03/2015 – 31/10/2024)"
