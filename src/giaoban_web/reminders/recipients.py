"""Who is told for a body, for an office and for what stands above a body, on a day.

For a body those are told who sit for it; where nobody does, those who hold its posts. For a post its holder; where nobody does, those who
sit for its body. For an office, its heads: those of the nearest place at or above that of the task. For what stands above a lead: the first
body above it that has people of its own who may see the task.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from giaoban_web.accounts.models import Grant
from giaoban_web.accounts.permissions import ALLOWED
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.places.paths import above

People = frozenset[int]
NOBODY: People = frozenset()


@dataclass(frozen=True, slots=True)
class Directory:
    """What was loaded, in a number of queries that does not grow with it.

    superiors  what stands right above each body; posts: the posts of each body; held: who sits there
    heads      heads of office by the path of the place on which they were granted it; seers: the same of whoever may see tasks
    """

    superiors: Mapping[int, int | None]
    posts: Mapping[int, tuple[int, ...]]
    is_post: frozenset[int]
    held: Mapping[int, People]
    heads: Mapping[str, People]
    seers: Mapping[str, People]
    told: dict[int, People] = field(default_factory=dict)

    def people(self, body: int | None) -> People:
        """The people who are told of what concerns a body or post."""
        if body is None:
            return NOBODY
        if body not in self.told:
            self.told[body] = self._people(body)
        return self.told[body]

    def of_office(self, path: str) -> People:
        """The heads of office nearest to a place."""
        return next((self.heads[each] for each in reversed([*above(path), path]) if each in self.heads), NOBODY)

    def over(self, lead: int | None, path: str, parties: Iterable[int | None] = ()) -> People:
        """Whoever stands over a lead and may see a task filed at `path` of which `parties` are a part."""
        own, passed = self.people(lead), {lead}
        part = frozenset().union(*(self.people(each) for each in parties))
        body = self.superiors.get(lead) if lead else None
        while body is not None and body not in passed:
            found = frozenset(each for each in self.people(body) - own if each in part or self.sees(each, path))
            if found:
                return found
            passed.add(body)
            body = self.superiors.get(body)
        return NOBODY

    def sees(self, user: int, path: str) -> bool:
        """Whether a role lets her see what is filed there."""
        return any(user in self.seers.get(each, NOBODY) for each in (*above(path), path))

    def _people(self, body: int) -> People:
        sitting = self.held.get(body, NOBODY)
        if sitting:
            return sitting
        superior = self.superiors.get(body)
        if body in self.is_post and superior:
            return self.held.get(superior, NOBODY)
        return frozenset().union(*(self.held.get(post, NOBODY) for post in self.posts.get(body, ())))


def everybody(on: date) -> Directory:
    """The whole installation."""
    return _directory(Body.objects.all(), Seat.objects.on(on), Q(role__in=ALLOWED["directives.view"]))


def around(bodies: Collection[int], path: str, on: date) -> Directory:
    """As much of it as is needed for these bodies and the heads of office over a place."""
    near = Q(pk__in=bodies) | Q(superior__in=bodies, is_post=True) | Q(below__in=bodies)
    over = Q(place__path__in=[*above(path), path]) | ~Q(place__heirs=[])
    found = Body.objects.filter(near).distinct()
    seats = Seat.objects.on(on).filter(body__in=found.values("pk"))
    return _directory(found, seats, Q(role__in=ALLOWED["directives.issue"]) & over)


def _directory(bodies: QuerySet[Body], seats: QuerySet[Seat], granted: Q) -> Directory:
    superiors, posts, is_post = {}, {}, set()
    for key, superior, post in bodies.values_list("pk", "superior_id", "is_post"):
        superiors[key] = superior
        if post:
            is_post.add(key)
            posts[superior] = (*posts.get(superior, ()), key)
    held: dict[int, set[int]] = {}
    for body, user in seats.filter(user__is_active=True).values_list("body_id", "user_id"):
        held.setdefault(body, set()).add(user)
    heads: dict[str, set[int]] = {}
    seers: dict[str, set[int]] = {}
    rows = Grant.objects.filter(granted, user__is_active=True).values_list("user_id", "role", "place__path", "place__heirs")
    for user, role, path, heirs in rows:
        for each in (path, *heirs):
            seers.setdefault(each, set()).add(user)
            if role in ALLOWED["directives.issue"]:
                heads.setdefault(each, set()).add(user)
    frozen = [{key: frozenset(users) for key, users in table.items()} for table in (held, heads, seers)]
    return Directory(superiors, posts, frozenset(is_post), *frozen)
