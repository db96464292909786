"""A task in each state, and what a person sends with each move."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.directives import states
from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.directives.evidence import Piece, look, pieces_now
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.places.models import Place
from tests.web.directives.conftest import Office

LINK = Piece("Biên bản", url="https://example.org/bien-ban")
WAYS: Mapping[str, tuple[str, ...]] = {
    "draft": (),
    "issued": ("issue",),
    "acknowledged": ("issue", "acknowledge"),
    "in_progress": ("issue", "start"),
    "reported": ("issue", "report"),
    "accepted": ("issue", "report", "accept"),
    "returned": ("issue", "report", "return"),
    "withdrawn": ("issue", "withdraw"),
    "merged": ("issue", "merge"),
    "in_progress, extension asked": ("issue", "start", "ask_extension"),
    "reported, extension asked": ("issue", "ask_extension", "report"),
}
"""How a task gets into each situation."""


@dataclass
class Parties:
    """Everybody who may have to do with a task, by name; the bodies they sit for; another task for a merger."""

    office: Office
    people: dict[str, User]
    bodies: dict[str, Body]
    other: Directive

    @classmethod
    def make(cls, office: Office, other_town: Place, person: Callable[..., User]) -> "Parties":
        names = {"watcher": "Thanh tra", "acceptor": "Hội đồng nghiệm thu", "issuer": "Ban Thường vụ"}
        made = {name: bodies.add(place=office.town, name=words, by=office.steward) for name, words in names.items()}
        people = dict(office.people) | {"head": office.head, "clerk": office.clerk, "steward": office.steward}
        for name, body in made.items():
            people[name] = User.objects.create_user(name, password="một mật khẩu dài", name=name)
            bodies.seat(body=body, user=people[name], since=date(2020, 1, 1), by=office.steward)
        roles = (Role.LEADER, Role.UNIT, Role.ADMINISTRATOR)
        people |= {role.value: person(role, office.town) for role in roles}
        people["head elsewhere"] = person(Role.HEAD, other_town, "head-elsewhere")
        return cls(office, people, made | {"lead": office.economy, "support": office.finance}, office.issued())

    def task(self, situation: str, **terms: Any) -> Directive:
        """A task of all these parties in that situation."""
        named = {name: self.bodies[name] for name in ("lead", "watcher", "acceptor")}
        task = self.office.drafted(**named | {"supporting": [self.bodies["support"]], "issuer_body": self.bodies["issuer"]} | terms)
        for name in WAYS[situation]:
            task = self._moved(task, name)
        return task

    def sent(self, name: str, task: Directive) -> dict[str, Any]:
        """What a person fills in for a move, as the page sends it."""
        given = {
            "progress": {"text": "Đã làm một nửa", "percent": "50"},
            "report": {"text": "Đã xong", "link": LINK.url},
            "merge": {"into": f"{self.other.pk} · {self.other}"},
            "cascade": {"body_0": self.bodies["support"].name, "work_0": "Một phần"},
            "reassign": {"lead": self.bodies["watcher"].name, "reason": "Đúng chức năng"},
            "ask_extension": {"until": f"30/9/{2030 + task.version}", "reason": "Chờ vốn"},
        }
        reasoned = {each: {"reason": "Theo kết luận"} for each in ("return", "reopen", "withdraw", "refuse_extension", "correct")}
        given["aim"] = {"indicator": "gtsx", "direction": "up", "value": "20.000", "reason": "Theo kết luận"}
        given["serve"] = {"criterion": "vn-ntm-xa-2016/17.2", "reason": "Theo kết luận"}
        return {"seen": task.version} | (given | reasoned).get(name, {})

    def _moved(self, task: Directive, name: str) -> Directive:
        by = self.people[MAKERS.get(name, "lead")]
        if name == "accept":
            for piece in pieces_now(task):
                look(evidence=piece, by=by)
        extra: dict[str, Any] = {"evidence": [LINK]} if name == "report" else {}
        extra |= {"into": self.other} if name == "merge" else {}
        said = {"text": "Xong", "reason": "Lý do", "until": "2031-09-30"}
        return move(directive=task, name=name, seen=task.version, by=by, said=said, **extra)


MAKERS = {"issue": "head", "accept": "acceptor", "return": "acceptor", "withdraw": "head", "merge": "head"}


def by_its_events(directive: Directive) -> states.Standing:
    """Where a task stands by its events alone: what the columns of its row must say."""
    found = directive.events.order_by("number")
    told = ({name: str(value) for name, value in each.said.items()} for each in found)
    events = (states.Event(each.move, states.Who(each.who), each.on, said) for each, said in zip(found, told, strict=True))
    return states.standing(events, directive.first_deadline_on)
