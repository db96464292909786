"""The pages on which changes of places are seen, declared, previewed, applied and undone."""

import re

import pytest
from django.urls import reverse

from giaoban_web.places import effects
from giaoban_web.places.effects import Effect, What
from giaoban_web.places.models import Event, Place
from tests.web.conftest import make_place
from tests.web.whole import snapshot

pytestmark = pytest.mark.django_db
MERGER = {"places": "07001, 07002", "code": "07001", "kind_after": "phường", "name": "Hợp Nhất", "on": "01/01/2027", "act": "12/NQ-UBTVQH"}


@pytest.fixture
def keeper(steward, sign_in):
    return sign_in(steward)


def preview(client, kind, data):
    answer = client.get(reverse("places:declare", args=[kind]), data)
    assert answer.status_code == 200
    return answer.content.decode()


def apply(client, kind, data):
    found = re.search(r'name="seen" value="(\w+)"', preview(client, kind, data))
    assert found, "no preview was shown"
    return client.post(reverse("places:declare", args=[kind]), {**data, "seen": found[1]})


def test_a_preview_shows_what_becomes_of_which_and_writes_nothing(keeper, wards):
    before = snapshot()
    shown = preview(keeper, "merger", MERGER)
    assert "Phường Hợp Nhất" in shown
    assert "Chưa có gì được ghi" in shown
    assert snapshot() == before


def test_what_was_previewed_is_applied_and_shown(keeper, wards):
    answer = apply(keeper, "merger", MERGER)
    event = Event.objects.get()
    assert answer["Location"] == reverse("places:change", args=[event.pk])
    shown = keeper.get(answer["Location"]).content.decode()
    for words in ("Sáp nhập", "01/01/2027", "12/NQ-UBTVQH", "Phường Phường 1", "Phường Hợp Nhất", "Người thử steward"):
        assert words in shown


def test_it_is_undone_with_a_reason_that_stays_to_be_read(keeper, wards):
    apply(keeper, "merger", MERGER)
    event = Event.objects.get()
    assert keeper.post(reverse("places:undo", args=[event.pk]), {"reason": ""}).status_code == 422
    answer = keeper.post(reverse("places:undo", args=[event.pk]), {"reason": "Khai nhầm ngày"}, follow=True)
    assert "Đã hoàn tác thay đổi" in answer.content.decode()
    assert "Khai nhầm ngày" in keeper.get(reverse("places:change", args=[event.pk])).content.decode()
    assert '<dt>Lý do</dt><dd class="source">Khai nhầm ngày</dd>' in keeper.get(answer.redirect_chain[-1][0]).content.decode()
    assert keeper.post(reverse("places:undo", args=[event.pk]), {"reason": "lần nữa"}).status_code == 409


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("split", {"places": "07001", "code_1": "07001", "kind_1": "phường", "name_1": "Đông", "share_1": "62,5",
                   "code_2": "07009", "kind_2": "xã", "name_2": "Tây", "share_2": "37,5", "basis": "population"}),
        ("renaming", {"places": "07001", "name": "Tên Mới"}),
        ("upgrade", {"places": "07001 07002", "kind_after": "xã"}),
        ("move", {"places": "07001", "parent": "206"}),
        ("abolition", {"places": "205"}),
    ],
)  # fmt: skip
def test_every_kind_of_change_can_be_declared(keeper, wards, other_town, kind, data):
    answer = apply(keeper, kind, {**data, "on": "2027-01-01", "act": "12/NQ"})
    assert answer.status_code == 302
    assert Event.objects.get().kind == kind
    assert Place.objects.filter(began_by__kind=kind).exists()


@pytest.mark.parametrize(
    ("kind", "wrong", "words"),
    [
        ("merger", {"places": "07001"}, "ít nhất 2"),
        ("merger", {"places": "07001, 99999"}, "99999"),
        ("merger", {"on": "hôm nay"}, "Ngày có hiệu lực</a>:"),
        ("merger", {"code": "205"}, "đang là của Thị xã Đông Triều"),
        ("merger", {"on": "2001-01-01"}, "chỉ có như vậy từ"),
        ("abolition", {"places": "07001"}, "Không có đơn vị nào bên dưới"),
        ("move", {"places": "07001", "parent": "205"}, "đã thuộc nơi đó"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(keeper, wards, kind, wrong, words):
    data = {**MERGER, **wrong}
    shown = preview(keeper, kind, data)
    assert 'role="alert"' in shown
    assert words in shown
    assert 'name="seen"' not in shown
    assert keeper.post(reverse("places:declare", args=[kind]), {**data, "seen": "x"}).status_code in {409, 422}
    assert not Event.objects.exists()


def test_a_plan_that_was_not_seen_is_not_applied_but_shown(keeper, wards):
    answer = keeper.post(reverse("places:declare", args=["merger"]), {**MERGER, "seen": "0" * 32})
    assert answer.status_code == 409
    assert "Sổ địa bàn đã đổi sau bản xem trước này" in answer.content.decode()
    assert not Event.objects.exists()


def test_the_preview_tells_what_other_apps_say_of_their_series(keeper, wards, person, monkeypatch):
    monkeypatch.setattr(effects, "_told", list(effects._told))
    effects.register(lambda plan: [Effect("dân số", What.SUMMED, len(plan.ends))])
    person("clerk", wards[0])
    shown = preview(keeper, "merger", MERGER)
    assert "Dân số</b>: 2 · được cộng lại" in shown
    assert "Vai trò</b>: 1 · không tiếp tục" in shown


def test_the_list_of_changes_is_narrowed_and_taken_away(keeper, wards):
    apply(keeper, "merger", MERGER)
    apply(keeper, "renaming", {"places": "07003", "name": "Tên Mới", "on": "2028-01-01", "act": "13/NQ"})
    address = reverse("places:changes")
    assert all(words in keeper.get(address).content.decode() for words in ("Hợp Nhất", "Tên Mới"))
    for query in ({"q": "hop nhat"}, {"q": "07002"}, {"q": "12/NQ"}, {"kind": "merger"}, {"until": "2027-12-31"}):
        shown = keeper.get(address, query).content.decode()
        assert "Hợp Nhất" in shown, query
        assert "Tên Mới" not in shown, query
    rows = keeper.get(address, {"export": "csv"}).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 4


def test_a_page_of_changes_asks_as_often_for_one_as_for_many(keeper, wards, django_assert_max_num_queries):
    for number in range(3):
        apply(keeper, "renaming", {"places": f"0700{number + 1}", "name": "Tên Mới", "on": "2027-01-01", "act": "1"})
    with django_assert_max_num_queries(13):
        keeper.get(reverse("places:changes"))


@pytest.mark.parametrize("text", ["\0", "'", "%", "x" * 9999, "🙂", "٣"])
def test_no_text_breaks_the_editor(keeper, wards, text):
    for kind in ("merger", "split", "renaming", "upgrade", "move", "abolition"):
        data = dict.fromkeys(["places", "code", "name", "on", "act", "parent", "kind_after", "code_1", "share_1", "seen"], text)
        assert keeper.get(reverse("places:declare", args=[kind]), data).status_code == 200
        assert keeper.post(reverse("places:declare", args=[kind]), data).status_code == 422
    assert keeper.get(reverse("places:changes"), {"q": text, "since": text}).status_code == 200
    assert keeper.get("/places/changes/declare/undoing/").status_code == 404


def test_places_are_named_as_well_as_coded_and_what_was_understood_is_told_back(keeper, wards):
    named = MERGER | {"places": "phường phường 1, Phường 2", "parent": "Thị xã Đông Triều"}
    shown = preview(keeper, "merger", named)
    assert "07001 Phường Phường 1 (Thị xã Đông Triều); 07002 Phường Phường 2" in shown
    assert apply(keeper, "merger", named).status_code == 302
    assert Event.objects.get().kind == "merger"


def test_a_name_of_several_places_or_of_none_asks_for_the_code_and_keeps_what_was_typed(keeper, wards, other_town):
    make_place("07099", "phường", "Phường 1", other_town)
    for places, why in (("Phường 1, Phường 2", "07099 Phường Phường 1 (Thị xã Quảng Yên)"), ("07001, Phường Không", "tên “Phường Không”")):
        answer = keeper.get(reverse("places:declare", args=["merger"]), MERGER | {"places": places}).content.decode()
        assert why in answer and f'value="{places}"' in answer and 'id="preview"' not in answer
