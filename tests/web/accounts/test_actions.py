"""Each action is one transaction with its entry: both, or neither."""

import ast
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

import giaoban_web
from giaoban import messages
from giaoban.model import Refused
from giaoban_web.accounts import actions, queries
from giaoban_web.accounts.models import Grant, Token, User
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry, Head
from tests.web.conftest import PASSWORD
from tests.web.whole import snapshot

NEW = {"username": "moi", "name": "Người mới", "email": "", "password": "", "role": "clerk"}
DONE = {
    "add_person": lambda s: actions.add_person(**NEW, place=s.place, by=s.admin),
    "make_administrator": lambda s: actions.make_administrator(username="dau-tien", name="Đầu tiên", password=PASSWORD, place=s.place),
    "edit_person": lambda s: actions.edit_person(person=s.clerk, name="Tên khác", email="khac@vidu.vn", by=s.admin),
    "deactivate": lambda s: actions.deactivate(person=s.clerk, by=s.admin),
    "activate": lambda s: actions.activate(person=s.clerk, by=s.admin),
    "grant": lambda s: actions.grant(person=s.clerk, role="head", place=s.place, by=s.admin),
    "revoke": lambda s: actions.revoke(given=s.clerk.grants.get(), by=s.admin),
    "link_made": lambda s: actions.link_made(person=s.clerk, by=s.admin),
    "take_second_factor_off": lambda s: actions.take_second_factor_off(person=s.clerk, by=s.admin),
    "make_token": lambda s: actions.make_token(owner=s.clerk, name="x"),
    "revoke_token": lambda s: actions.revoke_token(token=s.token, by=s.clerk),
    "choose_language": lambda s: actions.choose_language(person=s.clerk, language="en"),
}
# Functions of actions.py that write nothing a person decides, and why that is so.
WITHOUT_ENTRY = {
    "accounts.authenticate_token": "notes when a key was last used",
    "history.record": "is the entry",
    "records.sure_finds": "only reads",
}
DERIVED = {"search"}  # an index that a command rebuilds


@pytest.fixture
def scene(person, town):
    class Scene:
        place = town
        admin = person("administrator", town)
        clerk = person("clerk", town)
        token = Token.objects.create(user=clerk, name="x", digest=queries.digest("k"))

    return Scene


def test_every_action_on_people_is_tried_here():
    public = {name for name in public_functions(Path(actions.__file__)) if f"accounts.{name}" not in WITHOUT_ENTRY}
    assert public == set(DONE)


@pytest.mark.parametrize("name", DONE)
def test_an_action_leaves_an_entry_of_its_doer(scene, name):
    DONE[name](scene)
    assert Entry.objects.exists()
    doers = {None} if name == "make_administrator" else {scene.admin.pk, scene.clerk.pk}
    assert set(Entry.objects.values_list("by", flat=True)) <= doers
    assert history.verify() is None


@pytest.mark.parametrize("name", DONE)
def test_an_action_whose_entry_cannot_be_written_leaves_nothing(scene, name, monkeypatch):
    def fail(*_args, **_rest):
        raise OSError("disk full")

    before = snapshot()
    monkeypatch.setattr(Head, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        DONE[name](scene)
    assert snapshot() == before


@pytest.mark.parametrize("path", sorted(Path(giaoban_web.__file__).parent.glob("*/actions.py")), ids=lambda path: path.parent.name)
def test_every_public_action_of_every_app_is_one_transaction(path):
    functions = public_functions(path)
    atomic = {name for name, function in functions.items() if "transaction.atomic" in ast.unparse(function)}
    while more := {name for name, function in functions.items() if name not in atomic and calls(function) & atomic}:
        atomic |= more
    loose = {name for name in functions if f"{path.parent.name}.{name}" not in WITHOUT_ENTRY and path.parent.name not in DERIVED} - atomic
    assert loose == set()


def test_a_user_name_or_mail_that_is_taken_is_refused_in_any_spelling(scene):
    User.objects.filter(pk=scene.clerk.pk).update(username="Lan", email="lan@vidu.vn")
    for change, code in (({"username": "LAN"}, "username-taken"), ({"email": "LAN@vidu.vn"}, "email-taken")):
        with pytest.raises(Refused) as refused:
            actions.add_person(**NEW | change, place=scene.place, by=scene.admin)
        assert refused.value.code == code


def test_a_weak_password_is_refused_with_the_reason(scene):
    with pytest.raises(Refused) as refused:
        actions.add_person(**NEW | {"password": "12345678"}, place=scene.place, by=scene.admin)
    assert refused.value.code == "password-weak"
    with override("en"):
        assert "This password is too common." in messages.say(refused.value, "en")
    with override("vi"):
        assert "This" not in messages.say(refused.value, "vi")


def test_nobody_locks_themselves_out(scene):
    for act in (
        lambda: actions.deactivate(person=scene.admin, by=scene.admin),
        lambda: actions.revoke(given=scene.admin.grants.get(), by=scene.admin),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "own-account"


def test_a_role_given_twice_stands_once(scene):
    for _time in range(2):
        actions.grant(person=scene.clerk, role="head", place=scene.place, by=scene.admin)
    assert Entry.objects.filter(act="role granted").count() == 1


def test_an_administrator_reaches_no_further_than_their_places(scene, province, other_town, person):
    head_of_province = person("head", province)
    clerk_elsewhere = person("clerk", other_town)
    for act in (
        lambda: actions.edit_person(person=head_of_province, name="x", email="ke-khac@vidu.vn", by=scene.admin),
        lambda: actions.deactivate(person=head_of_province, by=scene.admin),
        lambda: actions.link_made(person=head_of_province, by=scene.admin),
        lambda: actions.take_second_factor_off(person=head_of_province, by=scene.admin),
        lambda: actions.deactivate(person=clerk_elsewhere, by=scene.admin),
        lambda: actions.grant(person=scene.clerk, role="clerk", place=other_town, by=scene.admin),
        lambda: actions.grant(person=scene.clerk, role="clerk", place=province, by=scene.admin),
        lambda: actions.revoke(given=clerk_elsewhere.grants.get(), by=scene.admin),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_who_also_has_a_role_outside_cannot_be_taken_over_by_an_administrator_inside(scene, province):
    Grant.objects.create(user=scene.clerk, role="head", place=province)
    assert scene.clerk in queries.people_of(scene.admin)
    with pytest.raises(PermissionDenied):
        actions.link_made(person=scene.clerk, by=scene.admin)


def calls(function: ast.FunctionDef) -> set[str]:
    return {call.func.id for call in ast.walk(function) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}


def public_functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}
