"""Where roles go on, as a law: a role never reaches land that it did not hold, and keeps all that it held."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban_web.places.heirs import reach
from giaoban_web.places.models import Change, Event, EventKind, Place
from giaoban_web.places.register import Register

START = date(2000, 1, 1)
WARDS = {"1/a/": ["1/a/1/", "1/a/2/", "1/a/3/"], "1/b/": ["1/b/4/", "1/b/5/"]}


class Land:
    """Places made up in memory; `of` says from which of the first wards the land of each path came."""

    def __init__(self):
        self.register = Register([], [])
        self.day = START
        self.of = {}
        self.standing = {}
        for path in ("1/", *WARDS):
            self._place(path)
        for town, wards in WARDS.items():
            for ward in wards:
                self.standing[ward] = self._place(ward)
                self.of[ward] = {ward}
            self.of[town] = set(wards)

    def become(self, befores, number, kind):
        """`befores` end; `number` new places under the province are made out of them."""
        self.day += timedelta(days=1)
        event = Event(kind=kind, on=self.day)
        ended = [self.standing.pop(path) for path in befores]
        for part in range(number):
            path = f"1/{self.day:%Y%m%d}{part}/"
            made = self.standing[path] = self._place(path)
            self.of[path] = set().union(*(self.of[before] for before in befores))
            links = [
                Change(pk=len(self.register.changes) + at, event=event, before_id=each.pk, after_id=made.pk)
                for at, each in enumerate(ended)
            ]
            self.register.link(links)

    def _place(self, path):
        place = Place(pk=len(self.register.places) + 1, code=path.split("/")[-2], path=path, valid_from=self.day)
        self.register.add([place])
        return place


@st.composite
def histories(draw):
    land = Land()
    for _step in range(draw(st.integers(0, 8))):
        paths = sorted(land.standing)
        if len(paths) > 1 and draw(st.booleans()):
            land.become(draw(st.lists(st.sampled_from(paths), min_size=2, max_size=3, unique=True)), 1, EventKind.MERGER)
        else:
            land.become([draw(st.sampled_from(paths))], 2, EventKind.SPLIT)
    return land


@given(histories())
@settings(deadline=None)
def test_a_role_goes_on_exactly_where_all_the_land_is_land_that_it_held(land):
    reached = reach(land.register)
    for path in land.of:
        for held in (*WARDS, *(ward for wards in WARDS.values() for ward in wards)):
            goes_on = path.startswith(held) or path in reached.get(held, set())
            assert goes_on == (land.of[path] <= land.of[held]), (held, path)
