"""Many people at once, on a database with real transactions."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from giaoban_web.history import queries as history
from giaoban_web.records import actions
from giaoban_web.records.models import Decision, Find, Record, Verdict
from tests.web.records.conftest import TEXT

pytestmark = pytest.mark.django_db(transaction=True)


def together(*works):
    """What each work gives or raises, all begun at the same moment, each with a connection of its own."""
    start = threading.Barrier(len(works))

    def run(work):
        try:
            start.wait(10)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        futures = [pool.submit(run, work) for work in works]
    return [future.exception() or future.result() for future in futures]


def test_of_two_who_decide_at_the_same_moment_one_is_told(clerks_browser, colleagues_browser, figure):
    address = [reverse("records:decide", args=[figure.record_id, figure.pk, act]) for act in ("confirm", "reject")]
    answers = together(
        lambda: clerks_browser.post(address[0], {"seen": 0}).status_code,
        lambda: colleagues_browser.post(address[1], {"seen": 0}).status_code,
    )
    assert sorted(answers) == [302, 409]
    assert [each.number for each in Decision.objects.filter(find=figure)] == [1]
    assert history.verify() is None


def test_the_same_file_from_two_at_the_same_moment_is_kept_once(clerks_browser, colleagues_browser, town):
    def send(browser):
        file = SimpleUploadedFile("a.txt", TEXT.encode())
        return lambda: browser.post(reverse("records:put_in"), {"place": town.pk, "files": file}).url

    answers = together(send(clerks_browser), send(colleagues_browser))
    record = Record.objects.get()
    assert answers == [reverse("records:confirm", args=[record.pk])] * 2


def test_a_file_that_another_keeps_between_two_looks_is_known_not_merely_of_the_same_text(clerk, colleague, town, monkeypatch):
    kept = actions.put_in(data=TEXT.encode(), name="a.txt", place=town, by=clerk)
    monkeypatch.setattr(actions, "_refuse_if_known", lambda data, by: None)
    with pytest.raises(actions.Known) as told:
        actions.put_in(data=TEXT.encode(), name="a.txt", place=town, by=colleague)
    assert told.value.record == kept


def test_a_stroke_and_single_decisions_at_the_same_moment_leave_each_find_decided_once(clerk, colleague, record):
    Find.objects.update(confidence=0.99)
    finds = list(record.finds.exclude(kind="meeting"))

    def one_by_one():
        for find in finds:
            try:
                actions.decide(find=find, verdict=Verdict.REJECTED, seen=0, by=colleague)
            except actions.Conflict:
                continue

    results = together(lambda: actions.confirm_above(record=record, threshold=0.95, by=clerk), one_by_one)
    assert not [each for each in results if isinstance(each, Exception)]
    assert {find.decisions.count() for find in record.finds.all()} == {1}
    assert history.verify() is None
