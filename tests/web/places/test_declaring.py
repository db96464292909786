"""Declaring what happens to places: what it makes, what is refused, what follows, and undoing it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from giaoban.model import Refused
from giaoban_web.accounts.models import Grant, User
from giaoban_web.accounts.queries import may
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.actions import declare, load, undo
from giaoban_web.places.kinds import Basis, EventKind, Kind
from giaoban_web.places.models import Change, Place, Share
from giaoban_web.places.planning import After, Declared, plan
from giaoban_web.places.queries import above, at, children, later
from giaoban_web.places.table import table
from giaoban_web.search.queries import find
from tests.web.conftest import make_place
from tests.web.places.declared import DAY, EVE, merged
from tests.web.whole import snapshot

pytestmark = pytest.mark.django_db


def test_a_merger_ends_what_merged_and_makes_one(happen, wards, town):
    event = merged(happen, wards, town)
    assert [str(each) for each in children(town, EVE)] == ["phường Phường 1", "phường Phường 2", "phường Phường 3"]
    assert sorted(str(each) for each in children(town, DAY)) == ["phường Hợp Nhất", "phường Phường 3"]
    assert {str(change) for change in event.changes.all()} == {"phường Phường 1 → phường Hợp Nhất", "phường Phường 2 → phường Hợp Nhất"}
    assert at("07001", DAY).began_by == event
    assert at("07001", EVE).ended_by == event


def test_a_code_given_again_is_another_unit_with_another_path(happen, wards, town):
    merged(happen, wards, town)
    assert at("07001", DAY).path == f"{town.path}07001-20270101/"
    assert at("07001", DAY).path != at("07001", EVE).path


def test_a_place_that_takes_another_in_stays_the_same_unit(happen, wards, town):
    happen(EventKind.MERGER, wards[:2], [After("07001", Kind.WARD, "Phường 1", town)])
    assert at("07001", DAY).path == at("07001", EVE).path
    assert at("07001", DAY) != at("07001", EVE)


def test_a_renamed_or_upgraded_place_stays_the_same_unit_and_what_lies_in_it_stays(happen, wards, town, province):
    happen(EventKind.UPGRADE, [town], [After("205", Kind.CITY, "Đông Triều", province)])
    city = at("205", DAY)
    assert (str(city), city.path) == ("thành phố Đông Triều", town.path)
    assert [each.pk for each in children(city, DAY)] == [ward.pk for ward in wards]
    assert [str(each) for each in above(wards[0], DAY)] == ["tỉnh Quảng Ninh", "thành phố Đông Triều"]


def test_a_split_keeps_the_shares_and_their_basis(happen, wards, town):
    afters = [After("07001", Kind.WARD, "Đông", town, Decimal("62.5")), After("07009", Kind.WARD, "Tây", town, Decimal("37.5"))]
    happen(EventKind.SPLIT, wards[:1], afters, basis=Basis.POPULATION)
    shares = Share.objects.order_by("-share").values_list("change__after__name", "basis", "share")
    assert [tuple(each) for each in shares] == [("Đông", "population", Decimal("0.625")), ("Tây", "population", Decimal("0.375"))]


def test_a_split_that_nobody_measured_has_no_shares(happen, wards, town):
    happen(EventKind.SPLIT, wards[:1], [After("07001", Kind.WARD, "Đông", town), After("07009", Kind.WARD, "Tây", town)])
    assert not Share.objects.exists()
    assert Change.objects.filter(part=True).count() == 2


def test_places_below_move_with_what_they_lie_in(happen, wards, town, district, province):
    happen(EventKind.MERGER, [town, district], [After("400", Kind.CITY, "Mới", province)])
    city = at("400", DAY)
    assert [each.code for each in children(city, DAY)] == ["07001", "07002", "07003"]
    assert all(each.path.startswith(city.path) for each in children(city, DAY))
    assert [str(change.after) for change in later(wards[0])] == ["phường Phường 1"]


def test_at_the_end_of_a_level_what_lies_in_it_moves_up(happen, wards, town, province):
    Place.objects.filter(pk__in=[ward.pk for ward in wards]).update(area=Decimal(10))
    event = happen(EventKind.ABOLITION, [town])
    assert at("205", DAY) is None
    assert [each.code for each in children(province, DAY)] == ["07001", "07002", "07003"]
    assert [share.share for share in Share.objects.filter(change__event=event, change__before=town)].count(Decimal("0.333333333333")) == 2
    assert sum(Share.objects.values_list("share", flat=True)) == 1


def test_a_change_of_parent_moves_a_whole_subtree(happen, wards, town, other_town, province):
    happen(EventKind.MOVE, wards[:1], [After("07001", Kind.WARD, "Phường 1", other_town)])
    assert [str(each) for each in children(other_town, DAY)] == ["phường Phường 1"]
    assert str(above(at("07001", DAY), DAY)[-1]) == "thị xã Quảng Yên"


def test_a_province_may_become_a_city(happen, province, town):
    happen(EventKind.UPGRADE, [province], [After("22", Kind.CITY, "Quảng Ninh", None)])
    assert str(at("22", DAY)) == "thành phố Quảng Ninh"
    assert at("22", DAY).level == 1
    assert at("205", DAY) == town


@pytest.mark.parametrize(("on", "code"), [(date(2015, 3, 11), "place-change-too-early"), (date(2001, 1, 1), "place-change-too-early")])
def test_a_change_before_the_place_itself_is_refused(happen, wards, town, on, code):
    with pytest.raises(Refused) as refused:
        happen(EventKind.MERGER, wards[:2], [After("07001", Kind.WARD, "Hợp Nhất", town)], on=on)
    assert refused.value.code == code


def test_a_place_that_is_gone_a_code_in_use_and_a_split_with_places_below_are_refused(happen, wards, town, province):
    merged(happen, wards, town)
    wards[0].refresh_from_db()
    tries = [
        ("place-change-not-standing", EventKind.RENAMING, [wards[0]], [After("07001", Kind.WARD, "Khác", town)]),
        ("place-code-taken", EventKind.RENAMING, [wards[2]], [After("205", Kind.WARD, "Khác", town)]),
        ("place-change-has-below", EventKind.SPLIT, [town], [After("1", Kind.CITY, "A", province), After("2", Kind.CITY, "B", province)]),
        ("place-below-itself", EventKind.MOVE, [town], [After("205", Kind.TOWN, "Đông Triều", at("07001", DAY))]),
    ]
    for code, kind, places, afters in tries:
        with pytest.raises(Refused) as refused:
            happen(kind, places, afters, on=date(2028, 1, 1))
        assert refused.value.code == code


def test_shares_that_do_not_make_up_the_whole_are_refused(happen, wards, town):
    afters = [After("07001", Kind.WARD, "Đông", town, Decimal(60)), After("07009", Kind.WARD, "Tây", town, Decimal(30))]
    with pytest.raises(Refused) as refused:
        happen(EventKind.SPLIT, wards[:1], afters)
    assert (refused.value.code, refused.value.values["total"]) == ("place-shares-unbalanced", 90)


def test_only_who_keeps_the_places_on_both_sides_may_change_them(happen, wards, town, other_town, person):
    move = (EventKind.MOVE, wards[:1], [After("07001", Kind.WARD, "Phường 1", other_town)])
    for someone in (person("clerk", town), person("steward", other_town), person("steward", town)):
        with pytest.raises(PermissionDenied):
            happen(*move, by=someone)
    assert not Change.objects.exists()


def test_a_register_that_changed_since_the_preview_is_shown_again(wards, town, steward, happen):
    declared = Declared(EventKind.MERGER, DAY, "12", tuple(wards[:2]), (After("07001", Kind.WARD, "Hợp Nhất", town),))
    seen = plan(declared).digest
    other = Declared(EventKind.MERGER, DAY, "12", tuple(wards[:2]), (After("07001", Kind.WARD, "Khác", town),))
    with pytest.raises(Refused) as refused:
        declare(other, seen=seen, by=steward)
    assert refused.value.code == "place-change-stale"


def test_a_preview_writes_nothing(wards, town):
    before = snapshot()
    plan(Declared(EventKind.MERGER, DAY, "12", tuple(wards[:2]), (After("07001", Kind.WARD, "Hợp Nhất", town),)))
    assert snapshot() == before


def test_a_role_on_the_town_goes_on_where_its_wards_merge_and_when_the_town_ends(happen, wards, town, person):
    clerk = person("clerk", town)
    merged(happen, wards, town)
    assert may(clerk, "records.decide", at("07001", DAY))
    happen(EventKind.ABOLITION, [town], on=date(2028, 1, 1))
    for ward in Place.objects.on(date(2028, 1, 1)).filter(kind=Kind.WARD):
        assert may(clerk, "records.decide", ward)


def test_a_role_on_one_of_two_that_merge_does_not_reach_the_other(happen, wards, town, person):
    one, both = person("clerk", wards[0]), person("clerk", wards[1], "cả hai")
    Grant.objects.create(user=both, role="head", place=wards[0])
    merged(happen, wards, town)
    assert not may(one, "records.decide", at("07001", DAY))
    assert may(one, "records.decide", wards[0])
    assert not may(one, "records.decide", wards[1])


def test_a_role_on_a_place_that_only_moves_goes_with_it(happen, wards, town, other_town, person):
    clerk = person("clerk", wards[0])
    happen(EventKind.MOVE, wards[:1], [After("07001", Kind.WARD, "Phường 1", other_town)])
    assert may(clerk, "records.decide", at("07001", DAY))
    assert not may(person("clerk", town), "records.decide", other_town)


def test_a_role_on_a_place_that_is_split_holds_on_every_part(happen, wards, town, person):
    clerk = person("clerk", wards[0])
    happen(EventKind.SPLIT, wards[:1], [After("07001", Kind.WARD, "Đông", town), After("07009", Kind.WARD, "Tây", town)])
    assert may(clerk, "records.decide", at("07001", DAY))
    assert may(clerk, "records.decide", at("07009", DAY))


def test_a_code_given_again_opens_nothing_to_who_had_a_role_on_the_old_one(happen, wards, town, person):
    stranger = person("administrator", wards[1])
    happen(EventKind.MERGER, [wards[0], wards[1]], [After("07002", Kind.WARD, "Hợp Nhất", town)])
    assert not may(stranger, "records.view", at("07002", DAY))


def test_undoing_is_another_event_and_leaves_the_register_as_it_was(happen, wards, town, person):
    clerk = person("clerk", town)
    before = list(Place.objects.order_by("pk").values())
    event = merged(happen, wards, town)
    undone = undo(event, reason="khai nhầm", by=event.by)
    assert (undone.kind, undone.undoes) == (EventKind.UNDOING, event)
    assert list(Place.objects.order_by("pk").values()) == before
    assert later(wards[0]) == []
    assert clerk.paths("records.view") == [town.path]
    assert [entry.act for entry in Entry.objects.order_by("number")][-2:] == ["places changed", "change of places undone"]
    assert history.verify() is None


def test_what_was_undone_can_be_declared_again(happen, wards, town):
    event = merged(happen, wards, town)
    undo(event, reason="khai nhầm", by=event.by)
    merged(happen, [at(ward.code, DAY) for ward in wards], town)
    assert str(at("07001", DAY)) == "phường Hợp Nhất"


def test_what_others_built_on_cannot_be_undone(happen, wards, town):
    event = merged(happen, wards, town)
    meeting = Meeting.objects.create(place=at("07001", DAY), held_on=DAY, title="Họp")
    with pytest.raises(Refused) as refused:
        undo(event, reason="", by=event.by)
    assert (refused.value.code, refused.value.values["count"]) == ("place-change-in-use", 1)
    meeting.delete()
    happen(EventKind.RENAMING, [at("07001", DAY)], [After("07001", Kind.WARD, "Khác", town)], on=date(2028, 1, 1))
    with pytest.raises(Refused) as refused:
        undo(event, reason="", by=event.by)
    assert refused.value.code == "place-change-built-upon"


def test_an_undoing_and_an_undone_change_cannot_be_undone(happen, wards, town):
    event = merged(happen, wards, town)
    undone = undo(event, reason="", by=event.by)
    for again, code in ((event, "place-change-undone"), (undone, "place-change-is-undoing")):
        with pytest.raises((Refused, PermissionDenied)) as refused:
            undo(again, reason="", by=event.by)
        assert refused.value.code == code


def test_search_finds_a_place_that_is_gone_and_says_what_became_of_it(happen, wards, town, person):
    happen(EventKind.MERGER, wards[:2], [After("07001", Kind.WARD, "Hợp Nhất", town)])
    hits = find(person("clerk", town), "phường 2").object_list
    assert any("01/01/2027: phường Hợp Nhất" in "".join(text for text, _ in hit.body) for hit in hits)
    assert User.objects.count() > 1


def test_what_two_stewards_previewed_at_once_happens_once(wards, town, steward):
    declared = Declared(EventKind.MERGER, DAY, "12", tuple(wards[:2]), (After("07001", Kind.WARD, "Hợp Nhất", town),))
    seen = plan(declared).digest
    declare(declared, seen=seen, by=steward)
    with pytest.raises(Refused) as refused:
        declare(declared, seen=seen, by=steward)
    assert refused.value.code == "place-change-not-standing"


def test_a_place_cannot_lie_deeper_than_a_path_can_say(happen, wards, province):
    chain = province
    for number in range(4):
        chain = make_place(f"90000{number:04}", "xã", f"Sâu {number}", chain)
    deepest = [make_place("9000000099", "xã", "Đáy", wards[1])]
    with pytest.raises(Refused) as refused:
        happen(EventKind.MOVE, deepest, [After("900000009912345678901234567890123456789", Kind.COMMUNE, "Đáy", chain)])
    assert refused.value.code == "place-too-deep"


def test_loading_the_table_again_takes_back_nothing_that_was_declared(register, happen):
    wards = [at(code, EVE) for code in ("07069", "07114")]
    happen(EventKind.MERGER, wards, [After("07114", Kind.WARD, "Hợp Nhất", at("22", EVE))])
    assert load(table("dong_trieu")).touched == 0
    assert at("07069", DAY) is None
    assert str(at("07114", DAY)) == "phường Hợp Nhất"
