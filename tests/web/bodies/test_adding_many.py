"""An office of few people with many posts is set up at once: names line by line, with who sits there."""

import pytest
from django.urls import reverse

from giaoban_web.bodies import actions
from giaoban_web.bodies.models import Body, Seat

PAGE = reverse("bodies:add")


@pytest.fixture
def keeper(person, town):
    return person("steward", town)


@pytest.fixture
def send(keeper, town, sign_in):
    client = sign_in(keeper)

    def post(lines, **told):
        return client.post(PAGE, {"several": "1", "place": town.pk, "lines": lines, "are_posts": "on", **told}, follow=True)

    return post


def test_posts_are_added_line_by_line_with_who_sits_there(send, keeper, town):
    above = actions.add(place=town, name="Văn phòng HĐND và UBND xã", by=keeper)
    name = keeper.name
    lines = f"Chánh Văn phòng: {name}\n\nThủ quỹ: {keeper.username}\nVăn thư\n"
    page = send(lines, superior=above.name).content.decode()
    assert "Đã thêm 3." in page
    made = Body.objects.filter(is_post=True).order_by("pk")
    assert [(each.name, each.superior) for each in made] == [("Chánh Văn phòng", above), ("Thủ quỹ", above), ("Văn thư", above)]
    assert sorted(Seat.objects.values_list("body__name", flat=True)) == ["Chánh Văn phòng", "Thủ quỹ"]


def test_a_person_who_is_not_known_is_told_with_her_line_and_nothing_is_added(send):
    answer = send("Chánh Văn phòng\nThủ quỹ: Không Có Ai")
    page = answer.content.decode()
    assert answer.status_code == 422 and "Dòng 2: " in page and "Thủ quỹ: Không Có Ai" in page
    assert not Body.objects.exists()


def test_a_name_that_the_place_has_already_is_told_and_nothing_is_added(send, keeper, town):
    actions.add(place=town, name="Thủ quỹ", by=keeper)
    answer = send("Văn thư\nThủ quỹ")
    assert answer.status_code == 409 and "“Thủ quỹ”:" in answer.content.decode()
    assert Body.objects.count() == 1


def test_at_a_place_where_one_keeps_nothing_nothing_is_added(send, other_town):
    assert send("Văn thư", place=other_town.pk).status_code == 422
    assert not Body.objects.exists()
