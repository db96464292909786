"""Other systems confirm many finds in one stroke: told which they are, they take them back by that."""

import pytest

from giaoban_web.records import actions
from giaoban_web.records.models import Find, Verdict
from tests.web.facts import FIGURE

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures(fact, record):
    made = [fact(record, "observation", words, FIGURE, verdict=None) for words in ("Tổng giá trị sản xuất", "19.200 tỷ đồng", "đạt trên")]
    Find.objects.update(confidence=0.5)
    Find.objects.filter(pk__in=[made[0].pk, made[1].pk]).update(confidence=0.96)
    return made


def test_what_was_confirmed_is_named_and_taken_back_but_for_what_was_decided_since(send, record, figures, person, town):
    first, second, _third = figures
    done = send(f"records/{record.pk}/confirmations", {})["finds"]
    assert [(each["id"], each["state"], each["number"]) for each in done] == [(each.pk, "confirmed", 1) for each in (first, second)]
    actions.decide(find=second, verdict=Verdict.REJECTED, seen=1, by=person("head", town))
    named = {"finds": [{"id": each["id"], "seen": each["number"]} for each in done]}
    back = send(f"records/{record.pk}/confirmations/undo", named)["finds"]
    assert [(each["id"], each["state"]) for each in back] == [(first.pk, "reopened")]


@pytest.mark.parametrize("above", [0, 0.5, 2, "nhiều"])
def test_nothing_is_confirmed_of_which_the_reader_is_less_sure_than_the_screen_offers(send, record, figures, above):
    send(f"records/{record.pk}/confirmations", {"above": above}, status=422)
    assert not record.finds.facts().exists()


def test_whoever_may_not_decide_is_refused(send, record, figures, person, town):
    leader = person("leader", town)
    for path, sent in (("", {}), ("/undo", {"finds": [{"id": figures[0].pk, "seen": 1}]})):
        send(f"records/{record.pk}/confirmations{path}", sent, status=403, user=leader)
