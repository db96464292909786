"""A place that was renamed, moved, ended or taken away past the program is found out by what the log says of the register."""

import pytest
from django.db import connection

from giaoban.model import Refused
from giaoban_web.commands.verify import prove
from giaoban_web.places import actions, seals
from giaoban_web.places.models import Place
from tests.web.places.declared import merged

CHANGES = (
    "UPDATE places_place SET name = 'Tên Khác' WHERE code = '07001'",
    "UPDATE places_place SET path = replace(path, '/205/', '/206/') WHERE code = '07001'",
    "UPDATE places_place SET parent_id = NULL WHERE code = '07001'",
    "UPDATE places_place SET valid_to = '2030-01-01' WHERE code = '07001'",
    "UPDATE places_place SET heirs = '[\"22/\"]' WHERE code = '07001'",
    "UPDATE places_place SET withdrawn = true WHERE code = '07001'",
)
BESIDE = (
    "UPDATE places_event SET act = 'Nghị quyết khác'",
    "UPDATE places_change SET part = true",
)


def write(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def changed(happen, wards, town, province):
    """Two wards of the town that were merged."""
    return merged(happen, wards, town)


def test_the_register_is_proved_after_a_change_and_after_its_undoing(changed, steward):
    assert seals.looked() == ([], 0)
    actions.undo(changed, reason="nhầm", by=steward)
    assert seals.looked() == ([], 0)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_changed_of_a_place_is_found_out_with_its_root(changed, province, change):
    write(change)
    assert seals.looked().changed == [f"places.place {province.path}"]


@pytest.mark.parametrize("change", BESIDE)
def test_what_is_changed_of_what_happened_is_found_out(changed, change):
    write(change)
    assert seals.looked().changed == ["places.event"]


def test_a_place_put_there_is_found_out(changed, town):
    Place(code="09999", kind="xã", name="Ma", path=f"{town.path}09999/", parent=town, valid_from=town.valid_from).save()
    assert len(seals.looked().changed) == 1


def test_the_command_names_the_root(changed):
    write(CHANGES[0])
    with pytest.raises(Refused) as refused:
        prove()
    assert "places.place" in refused.value.values["names"]


def test_a_register_of_which_only_an_older_version_told_is_not_proved_until_it_is_loaded_again(town):
    assert seals.looked() == ([], Place.every.count())


def test_a_table_that_is_loaded_again_unchanged_seals_what_was_never_sealed(register):
    assert seals.looked() == ([], 0)
