"""Whoever changes the words, the heading or the papers of a notice past the program is found out by the log."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from giaoban_web.briefs.models import Notice, NoticeFile, NoticeItem, NoticeVersion
from giaoban_web.history import rows

FORGED: dict[str, Callable[[], object]] = {
    "its words": lambda: NoticeItem.objects.filter(pk=NoticeItem.objects.last().pk).update(text="Việc khác."),
    "words of an earlier version": lambda: NoticeItem.objects.filter(pk=NoticeItem.objects.first().pk).update(text="Việc khác."),
    "its heading": lambda: NoticeVersion.objects.update(heading={"signer": "người khác"}),
    "who wrote it": lambda: NoticeVersion.objects.update(act="edit"),
    "its number": lambda: Notice.objects.update(number=13),
    "a paper and its hash": lambda: NoticeFile.objects.update(data=b"x", sha256=sha256(b"x").hexdigest()),
    "a paper that is gone": lambda: NoticeFile.objects.first().delete(),
}


def notices() -> list[str]:
    return [each for each in rows.looked().changed if each.startswith("briefs.notice ")]


@pytest.mark.parametrize("what", FORGED)
def test_what_was_changed_in_a_notice_past_the_program_is_found(office, what):
    office.led()
    made = office.issued()
    assert notices() == []
    FORGED[what]()
    assert notices() == [f"briefs.notice {made.pk}"]
