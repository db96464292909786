"""Other systems complete many drafts: told what may stand in them and why, answered for each by itself."""

from datetime import date

import pytest

from giaoban_web.directives.models import Directive

DRAFTS = "/api/tasks/drafts"


@pytest.fixture
def client(office, sign_in):
    return sign_in(office.clerk)


@pytest.fixture
def ask(client):

    def make(*drafts, status=200):
        answer = client.post(DRAFTS, {"drafts": list(drafts)}, content_type="application/json")
        assert answer.status_code == status, answer.content
        return answer.json()

    return make


def test_drafts_are_told_with_what_may_stand_in_their_empty_fields(office, client):
    office.issued(watcher=office.finance)
    task = office.drafted(deadline_on=None)
    (told,) = client.get(DRAFTS).json()
    assert (told["task"], told["lead"]["name"], told["watcher"]) == (task.pk, "Phòng Kinh tế", None)
    hints = {each["field"]: each for each in told["hints"]}
    assert hints["watcher"]["value"] == "Phòng Tài chính · thị xã Đông Triều" and "1 nhiệm vụ khác" in hints["watcher"]["why"]
    assert client.get(DRAFTS, {"record": 999}).json() == []


def test_each_draft_is_answered_by_itself_and_what_is_left_out_stays(office, ask):
    first, second = office.drafted(lead=None), office.drafted(product="Báo cáo")
    done = ask(
        {"task": first.pk, "seen": first.version, "lead": office.economy.pk, "deadline_on": "2030-06-30"},
        {"task": second.pk, "seen": 99, "watcher": office.finance.pk},
    )
    assert [each["refused"] is None for each in done] == [True, False]
    kept, left = Directive.objects.get(pk=first.pk), Directive.objects.get(pk=second.pk)
    assert (kept.lead, kept.first_deadline_on) == (office.economy, date(2030, 6, 30))
    assert (left.watcher, left.product) == (None, "Báo cáo")


def test_who_accepts_its_own_work_a_body_that_is_none_and_a_task_that_is_none_are_refused(office, ask):
    task = office.drafted()
    (told,) = ask({"task": task.pk, "seen": task.version, "acceptor": office.economy.pk})
    assert told["refused"]["code"] == "lead-accepts-own"
    ask({"task": task.pk, "seen": task.version, "lead": 10**6}, status=404)
    ask({"task": 10**6, "seen": 0}, status=404)
