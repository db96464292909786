"""Lists that a person keeps: hers alone, as the address was, every change in the log."""

import pytest

from giaoban_web.directives.models import SavedView
from giaoban_web.history.models import Entry


@pytest.fixture
def client(office, sign_in):
    return sign_in(office.clerk)


def save(client, name="Quá hạn của phòng", query="kind=overdue&lead=kinh+te&page=3&export=xlsx&x=1"):
    return client.post("/directives/views/", {"name": name, "query": query})


def test_a_view_keeps_filters_and_sorting_and_nothing_else(client):
    answer = save(client, query="sort=-deadline&lead=kinh+te&page=3&kind=overdue&export=xlsx&x=1")
    assert SavedView.objects.get().query == "lead=kinh+te&kind=overdue&sort=-deadline"
    assert client.get(answer.url).context["view"] == SavedView.objects.get()


def test_saving_under_the_same_name_keeps_it_anew(client):
    save(client)
    save(client, query="state=draft")
    assert SavedView.objects.get().query == "state=draft"


def test_a_view_is_renamed_and_deleted_with_entries_in_the_log(client):
    save(client)
    view = SavedView.objects.get()
    client.post(f"/directives/views/{view.pk}/rename/", {"name": "Tên khác"})
    assert SavedView.objects.get().name == "Tên khác"
    client.post(f"/directives/views/{view.pk}/delete/")
    assert list(Entry.objects.order_by("number").values_list("act", flat=True))[-3:] == ["view saved", "view renamed", "view deleted"]


def test_two_views_of_one_person_do_not_share_a_name(client):
    save(client)
    save(client, name="Khác")
    first = SavedView.objects.get(name="Khác")
    assert client.post(f"/directives/views/{first.pk}/rename/", {"name": "Quá hạn của phòng"}).status_code == 409


def test_a_view_is_seen_by_its_owner_alone(client, office, sign_in):
    save(client)
    view = SavedView.objects.get()
    other = sign_in(office.head)
    assert other.get(f"/directives/views/{view.pk}/").status_code == 404
    assert other.post(f"/directives/views/{view.pk}/delete/").status_code == 404
    assert list(other.get("/directives/").context["views"]) == []


def test_a_view_without_a_name_is_not_saved(client):
    assert save(client, name=" ").status_code == 422
    assert not SavedView.objects.exists()


def test_opening_a_view_leads_to_the_list(client):
    save(client, query="state=draft")
    assert client.get(f"/directives/views/{SavedView.objects.get().pk}/").url == "/directives/?state=draft"


@pytest.mark.parametrize(("way", "sent"), [("delete/", {}), ("rename/", {"name": "Tên khác"}), ("", None)])
def test_a_view_that_was_deleted_meanwhile_is_told_calmly_beside_those_there_are(client, way, sent):
    save(client, name="Còn đây")
    save(client, name="Sẽ xóa")
    address = f"/directives/views/{SavedView.objects.get(name='Sẽ xóa').pk}/"
    client.post(f"{address}delete/")
    answer = client.get(address) if sent is None else client.post(f"{address}{way}", sent)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "có thể bạn đã xóa ở cửa sổ khác" in page and "Còn đây" in page


def test_a_name_that_cannot_be_had_stays_typed_beside_the_reason(client):
    for name in ("Quá hạn", "Của phòng"):
        save(client, name=name)
    address = f"/directives/views/{SavedView.objects.get(name='Của phòng').pk}/rename/"
    page = client.post(address, {"name": "Quá hạn"}).content.decode()
    assert "Không thực hiện được" not in page and page.count('value="Quá hạn"') == 2
    assert client.post(address, {"name": ""}).status_code == 422


def test_a_list_that_is_one_too_many_keeps_its_filters_and_its_name(client, monkeypatch):
    monkeypatch.setattr("giaoban_web.directives.saved.MOST", 1)
    save(client, name="Một")
    answer = client.post("/directives/views/", {"name": "Hai", "query": "state=open"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="Hai"' in page and 'value="state=open"' in page
