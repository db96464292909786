"""A name without whose the figure is, where it begins with that: the place tells it.

    "Đạm Hà Bắc lãi │ 61 tỷ đồng"        lãi
    "Quốc lộ 15B sạt lở │ 31 điểm"       sạt lở
    "Dự án cầu Sông Lô dài │ 2 km"       how long, wide or high a thing is needs its name

What must and must not be read: corpus/observations.tsv.
"""

from collections.abc import Iterable

from giaoban.reading.rules.figures.drafts import Draft, Line

OF_ITSELF = frozenset((
    "dài", "rộng", "cao", "sâu", "nặng", "nằm", "dẫn", "đứng", "có", "mới", "lên", "qua", "đi", "của", "và", "theo", "được",
))  # fmt: skip
"""Words behind a name that tell of the thing itself, or go on with it."""


BUILT = (
    "quốc lộ", "tỉnh lộ", "đường", "tuyến", "cầu", "hồ", "đập", "đê", "sông", "kênh", "nhà máy", "cảng", "đạm", "thủy điện", "nhiệt điện",
)  # fmt: skip
"""How works begin, in small letters, to which something happens. What bodies and projects do is annotated with their names as often."""


def without_whose(line: Line, drafts: Iterable[Draft], places: Iterable[str | None]) -> None:
    """Cut off the place with which the name of a figure begins, which stands right before what is told of it."""
    for draft, place in zip(drafts, places, strict=True):
        if place and len(rest := _behind(draft.name, place)) > 1 and rest.split(" ", 1)[0] not in OF_ITSELF:
            if line.text.startswith(place, draft.start):
                at = line.text.find(rest.split(" ", 1)[0], draft.start + len(place), draft.amount.start)
                draft.start = at if at >= 0 else draft.amount.start
            draft.name = rest


def _behind(name: str, place: str) -> str:
    """What of a name follows that of a place with a name of its own; empty where it does not begin with that."""
    own = place.lower().startswith(BUILT) and any(word[0].isupper() or word[0].isdigit() for word in place.split(" ")[1:])
    rest = name[len(place) :] if own and name.startswith(f"{place} ") else ""
    return rest.strip() if rest[1:2].islower() else ""
