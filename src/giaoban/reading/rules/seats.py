"""The place that a text speaks from where nothing stands out of it: most papers name their own place once and then only its kind.

"Phú Sơn chống hạn … phường Phú Sơn"                    named with its kind, and bare in the title
"UBND huyện An Khê … toàn huyện … của huyện"            the one place of the kind that is spoken of alone
"Hội nghị Tỉnh ủy … toàn tỉnh … trên địa bàn tỉnh"      the kind alone, where none of it is named
"""

import re
from collections import Counter

from giaoban.reading.engine import Page
from giaoban.reading.letters import CAPITALS
from giaoban.reading.marks import PlaceMention
from giaoban.reference.places import PROVINCES

ALONE = re.compile(
    r"(?<!\w)(tỉnh|thành phố|huyện|thị xã|quận|phường|xã|thị trấn|Tỉnh|Thành phố|Huyện|Thị xã|Quận|Phường|Xã|Thị trấn)"
    rf"(?!\w| [{CAPITALS}\d]|,| hội)"
)
MANY = re.compile(r"(?:các|những|mỗi|nhiều|số|cấp|từng|một|hai|ba|bốn|năm|hầu hết|bí thư|\d) $", re.IGNORECASE)
"""Words after which a kind means several places, or any."""
LOOK_BACK = 9
SPOKEN = 3
"""How often a kind stands alone that is the text's own place without a name."""
MEANT = 2
"""How often it does where a place of the kind is named; and how many times as much that place weighs as the next."""
IN_TITLE, IN_OPENING, LATER = 20, 4, 1
"""What a name weighs by where it stands."""
OPENING = 1200
"""Code points after the title in which a text names its own place."""
KINDS = {
    "tỉnh ": "tỉnh", "thành phố ": "thành phố", "tp ": "thành phố", "tp. ": "thành phố", "tp.": "thành phố", "huyện ": "huyện",
    "thị xã ": "thị xã", "tx ": "thị xã", "quận ": "quận", "phường ": "phường", "xã ": "xã", "thị trấn ": "thị trấn",
}  # fmt: skip


def seat(page: Page, title: int) -> str | None:
    """The place that a text is of whose title ends at `title`; None where it does not speak as of one."""
    weights, forms = _named(page, title)
    entitled = _entitled(weights, forms)
    if entitled:
        return entitled
    alone = _alone(page.text)
    kind = max(alone, key=lambda kind: alone[kind], default="")
    ranked = sorted((weights[key] for key in weights if key[0] == kind), reverse=True)
    if not ranked:
        return kind if alone[kind] >= SPOKEN else None
    if alone[kind] < MEANT or (len(ranked) > 1 and ranked[0] < MEANT * ranked[1]):
        return None
    return next(forms[key] for key in weights if key[0] == kind and weights[key] == ranked[0])


def entitled(page: Page, title: int) -> str | None:
    """The place below the country that the title names."""
    return _entitled(*_named(page, title))


Key = tuple[str, str]
"""A kind and the name that follows it, in small letters."""


def _entitled(weights: Counter[Key], forms: dict[Key, str]) -> str | None:
    best = max(weights, key=lambda key: weights[key], default=None)
    return forms[best] if best and weights[best] >= IN_TITLE else None


def _named(page: Page, title: int) -> tuple[Counter[Key], dict[Key, str]]:
    """What places named with their kind weigh by where they stand, also inside names of bodies, and without the kind in the title."""
    weights: Counter[Key] = Counter()
    forms: dict[Key, str] = {}
    for found in page.all(PlaceMention):
        name, at = found.what.name, found.span.start
        key = _key(name)
        if key:
            forms.setdefault(key, name)
            weights[key] += IN_TITLE if at < title else IN_OPENING if at < title + OPENING else LATER
    heading = page.text[:title].lower()
    for key in weights:
        if " " in key[1] and re.search(rf"(?<!\w)(?<!{key[0]} ){re.escape(key[1])}(?!\w)", heading):
            weights[key] += IN_TITLE
    return weights, forms


def _key(name: str) -> Key | None:
    lowered = name.lower()
    if name in PROVINCES:
        return "tỉnh", lowered
    head = next((head for head in KINDS if lowered.startswith(head)), "")
    return (KINDS[head], lowered[len(head) :]) if head else None


def _alone(text: str) -> Counter[str]:
    """How often each kind of place stands alone, and not for several."""
    found = ((match[0].lower(), match.start()) for match in ALONE.finditer(text))
    return Counter(kind for kind, at in found if not MANY.search(text, max(0, at - LOOK_BACK), at))
