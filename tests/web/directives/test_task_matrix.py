"""Every person × every state × every move on the web: what the page offers is what is taken, and both are what the table allows."""

import re

import pytest
from django.db import transaction
from django.template.backends.django import Template

from giaoban.directives.states import EXTENSION, INNER, State, Who, moves
from giaoban_web.directives.evidence import look, pieces_now
from tests.web.directives.tasks import WAYS, Parties

CAPACITIES = {
    "head": {Who.HEAD},
    "clerk": set(),
    "steward": set(),
    "leader": set(),
    "unit": set(),
    "administrator": set(),
    "lead": {Who.LEAD},
    "support": {Who.SUPPORT},
    "watcher": {Who.WATCHER},
    "acceptor": {Who.ACCEPTOR},
    "issuer": {Who.ISSUER},
}
"""In which capacities each acts; whoever is not here must not even see the task."""
TRIED = ("issue", "report", "accept", "withdraw")
"""What is tried by whoever acts in no capacity at all; all others try every move."""
OUTSIDE = ("outsider", "head elsewhere")
DRAFTING = ("head", "clerk")


@pytest.fixture
def parties(office, other_town, person) -> Parties:
    return Parties.make(office, other_town, person)


def allowed(name, situation):
    """What the table lets this person do."""
    state, asked = State(situation.partition(",")[0]), "asked" in situation
    if state is State.DRAFT and name not in DRAFTING:
        return set()
    found = {each.name for each in moves().values() if state in each.start and each.who & CAPACITIES.get(name, set())}
    found -= INNER | (set() if asked else EXTENSION) | ({"ask_extension"} if asked else set())
    return found


def offered(client, task):
    """The moves for which the page has a form; None where there is no page for this person."""
    page = client.get(f"/directives/{task.pk}/")
    return None if page.status_code == 404 else set(re.findall(rf'action="/directives/{task.pk}/move/(\w+)/"', page.content.decode()))


def taken(client, parties, task, name):
    """Whether the move is made; what it did is undone. Of a refusal only the status is asked, so its page is not drawn."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", lambda *_args, **_kwargs: "")
        answer = client.post(f"/directives/{task.pk}/move/{name}/", parties.sent(name, task))
        transaction.set_rollback(True)
    assert answer.status_code in {302, 403, 404, 409}, f"{name}: {answer.status_code}"
    return answer.status_code == 302


@pytest.mark.parametrize("situation", WAYS)
def test_what_the_page_offers_a_person_in_a_state_is_what_is_taken_from_her_and_what_the_table_allows(parties, sign_in, situation):
    task = parties.task(situation)
    wrong = []
    for name, user in parties.people.items():
        client = sign_in(user)
        for piece in pieces_now(task):
            look(evidence=piece, by=user)
        shown = offered(client, task)
        made = {each for each in (moves() if CAPACITIES.get(name) else TRIED) if taken(client, parties, task, each)}
        expected = allowed(name, situation)
        hidden = name in OUTSIDE or (situation == "draft" and name not in DRAFTING)
        if (shown is None) != hidden or (shown or set()) != expected or made != expected:
            wrong.append(f"{name} in {situation}: offered {shown}, taken {made}, expected {expected}")
    assert not wrong, "\n".join(wrong)


def test_without_a_named_acceptor_the_head_of_office_is_offered_to_accept(parties, sign_in):
    task = parties.task("reported", acceptor=None)
    assert {"accept", "return"} <= offered(sign_in(parties.people["head"]), task)
    assert not {"accept", "return"} & offered(sign_in(parties.people["lead"]), task)


def test_a_move_that_nobody_makes_by_itself_has_no_address(parties, sign_in):
    task = parties.task("draft")
    client = sign_in(parties.people["head"])
    assert [
        client.post(f"/directives/{task.pk}/move/{name}/", {"seen": 0}).status_code
        for name in ("hand_down", "pass_on", "fall_away", "delete")
    ] == [
        404,
        404,
        404,
        404,
    ]
