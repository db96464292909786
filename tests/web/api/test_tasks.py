"""Tasks by the API: who sees which, what a move answers."""

import json

import pytest
from django.utils import timezone

from giaoban_web.directives.models import Directive
from tests.web.directives.conftest import WORDING, office

__all__ = ["office"]


@pytest.fixture
def ask(sign_in):
    """ask(person, method, path, body) gives status and answer."""

    def asked(user, method, path, body=None):
        data = json.dumps(body) if body is not None else ""
        answer = getattr(sign_in(user), method)(f"/api/tasks/{path}", data, content_type="application/json")
        return answer.status_code, answer.json()

    return asked


def test_a_task_is_drafted_and_followed_by_the_api(office, ask):
    told = {"place": "205", "wording": WORDING, "lead": office.economy.pk, "deadline_on": "2020-06-30"}
    status, task = ask(office.clerk, "post", "", told)
    assert (status, task["state"], task["lead"]["name"]) == (201, "draft", "Phòng Kinh tế")
    status, task = ask(office.head, "post", f"{task['id']}/moves", {"move": "issue", "seen": task["version"]})
    assert (status, task["state"]) == (200, "issued")
    piece = {"label": "Báo cáo", "url": "https://example.org/1"}
    told = {"move": "report", "seen": task["version"], "text": "Xong", "evidence": [piece]}
    status, task = ask(office.people["lead"], "post", f"{task['id']}/moves", told)
    assert (status, task["state"], [each["move"] for each in task["events"]]) == (200, "reported", ["issue", "report"])
    assert [each["label"] for each in task["evidence"]] == ["Báo cáo"]


def test_a_move_that_the_state_does_not_allow_answers_409_with_the_reason_and_the_task(office, ask):
    task = office.issued()
    status, answer = ask(office.head, "post", f"{task.pk}/moves", {"move": "issue", "seen": 1})
    assert (status, answer["code"], answer["task"]["state"]) == (409, "move-not-from-here", "issued")
    assert "đã giao" in answer["vi"]
    assert "issued" in answer["en"] and "đã giao" not in answer["en"]
    assert Directive.objects.get(pk=task.pk).version == 1


def test_a_move_that_is_somebody_elses_answers_403(office, ask):
    assert ask(office.clerk, "post", f"{office.issued().pk}/moves", {"move": "acknowledge", "seen": 1})[0] == 403


def test_nobody_reports_on_an_earlier_day(office, ask):
    told = {"move": "report", "seen": 1, "text": "Xong", "evidence": [{"label": "Báo cáo", "url": "https://example.org/1"}]}
    task = office.issued()
    assert ask(office.people["lead"], "post", f"{task.pk}/moves", told | {"on": "2020-06-29"})[0] == 422
    assert ask(office.people["lead"], "post", f"{task.pk}/moves", told)[1]["reported_on"] == str(timezone.localdate())


def test_a_move_on_what_was_seen_before_a_change_answers_409_with_the_task_as_it_is(office, ask):
    task = office.issued()
    ask(office.people["lead"], "post", f"{task.pk}/moves", {"move": "acknowledge", "seen": 1})
    status, answer = ask(office.head, "post", f"{task.pk}/moves", {"move": "withdraw", "seen": 1, "reason": "Trùng"})
    assert (status, answer["code"], answer["task"]["version"]) == (409, "task-changed-meanwhile", 2)
    assert "“đã tiếp nhận”" in answer["vi"] and "“acknowledged”" in answer["en"]


def test_a_move_that_lacks_what_it_needs_answers_422_by_name(office, ask):
    status, answer = ask(office.head, "post", f"{office.issued().pk}/moves", {"move": "withdraw", "seen": 1})
    assert (status, answer["code"]) == (422, "move-needs")


def test_the_list_can_be_asked_for_what_is_overdue_on_a_day(office, ask):
    task = office.issued()
    for day, wanted in (("2020-06-30", []), ("2020-07-01", [task.pk])):
        assert [each["id"] for each in ask(office.clerk, "get", f"?kind=overdue&on={day}")[1]["items"]] == wanted


def test_who_has_no_part_in_a_task_is_told_that_there_is_none(office, ask):
    assert ask(office.people["outsider"], "get", str(office.issued().pk))[0] == 404


def test_a_draft_without_words_or_place_is_not_understood(office, ask):
    assert ask(office.clerk, "post", "", {"wording": "Báo cáo"})[0] == 422


def test_an_aim_is_set_and_an_extension_that_gains_nothing_is_refused_by_the_api(office, ask):
    task = office.issued()
    aim = {"move": "aim", "seen": 1, "indicator": "gtsx", "direction": "up", "value": "20.000", "reason": "Theo kết luận"}
    assert ask(office.head, "post", f"{task.pk}/moves", aim)[0] == 200
    assert [(each.indicator.key, each.value) for each in task.aims.all()] == [("gtsx", "20.000")]
    assert ask(office.head, "post", f"{task.pk}/moves", aim | {"seen": 2, "indicator": "khong-co"})[1]["code"] == "aim-unknown"
    sooner = {"move": "ask_extension", "seen": 2, "until": "2020-05-01", "reason": "Chờ vốn"}
    status, answer = ask(office.people["lead"], "post", f"{task.pk}/moves", sooner)
    assert (status, answer["code"]) == (422, "extension-into-past")


def test_the_criterion_it_serves_is_changed_by_the_api(office, ask):
    task = office.issued()
    told = {"move": "serve", "seen": 1, "criterion": "vn-ntm-xa-2016/17.2", "reason": "Theo kết luận"}
    assert ask(office.head, "post", f"{task.pk}/moves", told)[0] == 200
    assert ask(office.head, "get", str(task.pk))[1]["criterion"]["number"] == "17.2"
    assert ask(office.head, "post", f"{task.pk}/moves", told | {"seen": 2})[1]["code"] == "criterion-served-already"
    assert ask(office.head, "post", f"{task.pk}/moves", told | {"seen": 2, "criterion": "x/1"})[1]["code"] == "criterion-unknown"
    assert ask(office.head, "post", f"{task.pk}/moves", told | {"seen": 2, "criterion": "none"})[0] == 200
    assert ask(office.head, "post", f"{task.pk}/moves", told | {"seen": 3, "criterion": "none"})[1]["code"] == "criterion-not-served"


def test_a_deadline_before_the_day_it_was_given_is_refused_by_the_api(office, ask):
    told = {"place": "205", "wording": WORDING, "given_on": "2020-04-03", "deadline_on": "1926-06-30"}
    status, answer = ask(office.clerk, "post", "", told)
    assert (status, answer["code"]) == (422, "deadline-before-given")
    assert not Directive.objects.exists()
