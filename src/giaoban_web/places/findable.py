"""Places in the index of the search: by their names, and those that are gone with what became of them."""

from collections.abc import Iterable

from giaoban_web.places.models import Place
from giaoban_web.places.register import Register
from giaoban_web.search import actions as search


def index(places: Iterable[Place], register: Register) -> int:
    """Let `places` be found, and tell anew of those that became them; how many that were."""
    wanted: dict[int, Place] = {}
    frontier = [place.pk for place in places]
    while frontier:
        wanted |= {key: register.places[key] for key in frontier}
        frontier = [each.before_id for key in frontier for each in register.earlier[key] if each.before_id not in wanted]
    search.index_all([_told(place, register) for place in wanted.values()])
    return len(wanted)


def forget(places: Iterable[Place]) -> None:
    """Let `places` no longer be found."""
    for place in places:
        search.forget(place)


def _told(place: Place, register: Register) -> search.Told:
    parent = register.places[place.parent_id].title if place.parent_id else ""
    body = " · ".join(filter(None, [parent, place.code, fate(place, register)]))
    return search.Told(place, place.title, body, place.get_absolute_url(), place.valid_from)


def fate(place: Place, register: Register) -> str:
    """What became of it, in words: "từ 01/11/2024: thành phố Đông Triều; từ 01/07/2025: phường Mạo Khê, phường Bình Khê …"."""
    days: dict[str, dict[str, None]] = {}
    for change in register.fate(place):
        days.setdefault(f"{change.on:%d/%m/%Y}", {})[str(register.places[change.after_id])] = None
    return "; ".join(f"từ {day}: {', '.join(names)}" for day, names in days.items())
