"""A record that is filed under another place takes its figures in the ledger with it."""

from giaoban_web.history import queries as history
from giaoban_web.ledger import queries
from giaoban_web.ledger.models import Entry
from giaoban_web.records.refiling import refile
from tests.web.conftest import make_place


def test_the_figures_of_a_record_stand_where_it_is_filed_now_and_no_longer_where_it_was(figure, confirm, clerk, town):
    ward, find = make_place("07069", "phường", "Mạo Khê", town), figure(place=None)
    confirm(find)

    def places():
        return [each.entry.place for each in queries.standing_in(Entry.objects.all())]

    assert places() == [town, town]
    find.refresh_from_db()
    assert refile(record=find.record, place=ward, by=clerk) == 1
    assert places() == [ward, ward]
    assert history.verify() is None


def test_a_figure_that_names_its_place_stays_there(figure, confirm, clerk, town):
    ward, find = make_place("07069", "phường", "Mạo Khê", town), figure(place="thị xã")
    confirm(find)
    find.refresh_from_db()
    assert refile(record=find.record, place=ward, by=clerk) == 0
    assert {each.entry.place for each in queries.standing_in(Entry.objects.all())} == {town}
