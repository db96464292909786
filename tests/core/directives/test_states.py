"""Who may do what from where, tested in full; what happens is never lost, and who did the work never accepts it."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.states import EXTENSION, Event, Standing, State, Who, after, allowed, answers_own, moves, standing
from giaoban.model import Refused

DAY = date(2020, 3, 12)
SAID = {
    "lead": "x",
    "text": "x",
    "evidence": "x",
    "seen": "x",
    "reason": "x",
    "into": "x",
    "below": "x",
    "until": "2020-09-30",
    "above": "x",
    "over": "x",
    "indicator": "x",
    "direction": "up",
    "criterion": "vn-ntm-xa-2022/17.1",
}
#: Written out once more by hand, so that a slip in the table shows: state → capacity → moves.
AT_WORK = {
    Who.LEAD: "ask_extension cascade progress report start",
    Who.SUPPORT: "progress",
    Who.ISSUER: "withdraw",
    Who.HEAD: "aim correct fall_away merge pass_on reassign serve withdraw",
}
TABLE = {
    State.DRAFT: {Who.HEAD: "correct issue merge withdraw", Who.ISSUER: "hand_down withdraw"},
    State.ISSUED: AT_WORK | {Who.LEAD: "acknowledge ask_extension cascade progress report start"},
    State.ACKNOWLEDGED: AT_WORK,
    State.IN_PROGRESS: AT_WORK | {Who.LEAD: "ask_extension cascade progress report"},
    State.REPORTED: {Who.ACCEPTOR: "accept return", Who.ISSUER: "withdraw", Who.HEAD: "aim correct fall_away merge pass_on serve withdraw"},
    State.ACCEPTED: {Who.ACCEPTOR: "reopen", Who.HEAD: "correct reopen"},
    State.RETURNED: AT_WORK,
    State.WITHDRAWN: {Who.HEAD: "correct"},
    State.MERGED: {Who.HEAD: "correct"},
}
EVERY = list(product(State, Who))
#: And where each leads, with what must be said: move → state ("" where it stays), needs.
LEADS_TO = {
    "issue": ("issued", "lead"),
    "hand_down": ("issued", "lead above"),
    "pass_on": ("", "above over"),
    "fall_away": ("withdrawn", "above"),
    "acknowledge": ("acknowledged", ""),
    "start": ("in_progress", ""),
    "progress": ("in_progress", "text"),
    "report": ("reported", "text evidence"),
    "accept": ("accepted", "seen"),
    "return": ("returned", "reason"),
    "reopen": ("in_progress", "reason"),
    "withdraw": ("withdrawn", "reason"),
    "reassign": ("issued", "lead reason"),
    "merge": ("merged", "into"),
    "cascade": ("", "below"),
    "ask_extension": ("", "reason until"),
    "grant_extension": ("", ""),
    "refuse_extension": ("", "reason"),
    "correct": ("", "reason"),
    "aim": ("", "indicator direction reason"),
    "serve": ("", "criterion reason"),
}


@pytest.mark.parametrize(("state", "who"), EVERY)
def test_every_state_and_capacity_allows_just_the_moves_written_here(state, who):
    found = sorted(move.name for move in allowed(Standing(state), [who]))
    assert found == TABLE[state].get(who, "").split()


@pytest.mark.parametrize(("state", "who"), EVERY)
def test_a_move_is_made_where_it_is_allowed_and_refused_with_a_reason_where_not(state, who):
    for name, move in moves().items():
        now, event = Standing(state), Event(name, who, DAY, SAID)
        if name in TABLE[state].get(who, "").split():
            assert after(now, event).state == (move.to or state)
        else:
            with pytest.raises(Refused, match="move-not"):
                after(now, event)


def test_every_move_leads_where_it_is_written_here_and_needs_what_is_written_here():
    assert {name: (move.to or "", " ".join(move.needs)) for name, move in moves().items()} == LEADS_TO


@pytest.mark.parametrize("name", sorted(EXTENSION))
@pytest.mark.parametrize("state", State)
def test_a_request_is_answered_while_the_task_lives_by_who_issued_it_or_the_head(name, state):
    open_ = state in {State.ISSUED, State.ACKNOWLEDGED, State.IN_PROGRESS, State.REPORTED, State.RETURNED}
    who = {each for each in Who if name in {move.name for move in allowed(Standing(state, asked=DAY), [each])}}
    assert who == ({Who.HEAD, Who.ISSUER} if open_ else set())


def test_who_leads_can_never_accept():
    assert all(Who.LEAD not in move.who for move in moves().values() if move.to is State.ACCEPTED)


@pytest.mark.parametrize("move", [move for move in moves().values() if move.needs], ids=lambda move: move.name)
def test_what_a_move_needs_is_asked_for_by_name(move):
    state = sorted(move.start)[0]
    now = Standing(state, asked=DAY if move.name in EXTENSION else None)
    with pytest.raises(Refused) as refused:
        after(now, Event(move.name, sorted(move.who)[0], DAY))
    assert refused.value.values["needs"] == ", ".join(move.needs)


def follow(*steps, deadline=None):
    return standing([Event(move, who, DAY, SAID) for move, who in steps], deadline)


GIVEN = (("issue", Who.HEAD), ("acknowledge", Who.LEAD))


def test_an_extension_holds_once_it_is_granted_and_not_before():
    asked = follow(*GIVEN, ("ask_extension", Who.LEAD), deadline=date(2020, 6, 30))
    assert (asked.deadline, asked.asked) == (date(2020, 6, 30), date(2020, 9, 30))
    granted = after(asked, Event("grant_extension", Who.HEAD, DAY))
    assert (granted.deadline, granted.asked, granted.extended) == (date(2020, 9, 30), None, 1)
    refused = after(asked, Event("refuse_extension", Who.ISSUER, DAY, SAID))
    assert (refused.deadline, refused.asked, refused.extended) == (date(2020, 6, 30), None, 0)


def test_what_the_old_lead_asked_for_does_not_wait_for_an_answer_under_the_new_one():
    asked = follow(*GIVEN, ("ask_extension", Who.LEAD), deadline=date(2020, 6, 30))
    anew = after(asked, Event("reassign", Who.HEAD, DAY, SAID))
    assert (anew.asked, anew.deadline) == (None, date(2020, 6, 30))
    with pytest.raises(Refused, match="not-from-here"):
        after(anew, Event("grant_extension", Who.HEAD, DAY))


def test_an_extension_is_not_asked_twice_nor_granted_unasked():
    asked = follow(*GIVEN, ("ask_extension", Who.LEAD))
    with pytest.raises(Refused, match="not-from-here"):
        after(asked, Event("ask_extension", Who.LEAD, DAY, SAID))
    with pytest.raises(Refused, match="not-from-here"):
        after(follow(*GIVEN), Event("grant_extension", Who.HEAD, DAY))


@pytest.mark.parametrize(
    ("until", "code"),
    [("2020-03-12", "into-past"), ("2020-03-11", "into-past"), ("2020-06-30", "not-later"), ("2020-06-01", "not-later")],
)
def test_an_extension_reaches_beyond_the_day_of_asking_and_the_deadline_in_force(until, code):
    now = follow(*GIVEN, deadline=date(2020, 6, 30))
    with pytest.raises(Refused, match=f"extension-{code}"):
        after(now, Event("ask_extension", Who.LEAD, DAY, SAID | {"until": until}))


@pytest.mark.parametrize("other", [Who.HEAD, Who.ISSUER])
def test_who_leads_never_answers_her_own_request_in_whatever_other_capacity(other):
    asked = follow(*GIVEN, ("ask_extension", Who.LEAD), deadline=date(2020, 6, 30))
    assert {move.name for move in allowed(asked, [other])} >= EXTENSION
    assert not EXTENSION & {move.name for move in allowed(asked, [Who.LEAD, other])}
    assert {name for name, move in moves().items() if answers_own(move, [Who.LEAD, other])} == EXTENSION


def test_a_correction_moves_the_deadline_where_it_names_one():
    now = follow(*GIVEN, deadline=date(2020, 6, 30))
    assert after(now, Event("correct", Who.HEAD, DAY, {"reason": "x"})).deadline == date(2020, 6, 30)
    assert after(now, Event("correct", Who.HEAD, DAY, {"reason": "x", "deadline": "2020-04-30"})).deadline == date(2020, 4, 30)
    with pytest.raises(Refused, match="not-a-day"):
        after(now, Event("correct", Who.HEAD, DAY, {"reason": "x", "deadline": "2020-02-30"}))


def test_whose_move_it_is_is_told_in_one_order():
    with pytest.raises(Refused) as refused:
        after(follow(*GIVEN), Event("withdraw", Who.LEAD, DAY, SAID))
    assert refused.value.values["who"] == "head, issuer"


def test_what_is_accepted_was_done_on_the_day_it_was_reported():
    reported = after(follow(*GIVEN), Event("report", Who.LEAD, date(2020, 5, 1), SAID))
    accepted = after(reported, Event("accept", Who.ACCEPTOR, date(2020, 5, 20), SAID))
    assert accepted.done_on == date(2020, 5, 1)
    assert after(accepted, Event("reopen", Who.HEAD, DAY, SAID)).done_on is None


@given(st.lists(st.tuples(st.sampled_from(sorted(moves())), st.sampled_from(Who)), max_size=12))
def test_no_order_of_moves_makes_a_task_done_that_nobody_accepted(steps):
    now = Standing()
    accepted = False
    for name, who in steps:
        try:
            now = after(now, Event(name, who, DAY, SAID))
        except Refused:
            continue
        accepted = name == "accept" or (accepted and name not in {"reopen"})
    assert (now.done_on is not None) == accepted


def test_an_unknown_move_is_refused():
    with pytest.raises(Refused, match="move-unknown"):
        after(Standing(), Event("vanish", Who.HEAD, DAY))
