"""Who may approve a notice hears that it waits, its authors what became of it: in Giaoban at once, and once in the letter of the day."""

import pytest
from django.core import mail as outbox
from django.utils import timezone

from giaoban_web.accounts.models import User
from giaoban_web.briefs import issuing
from giaoban_web.briefs.models import Notice
from giaoban_web.reminders.models import Letter, Message
from giaoban_web.reminders.rounds import tick
from giaoban_web.reminders.words import told


@pytest.fixture
def mail(settings):
    settings.EMAIL_HOST = "mail.example.org"
    User.objects.filter(username__startswith="head").update(email="chanhvanphong@example.org")
    User.objects.filter(username__startswith="clerk").update(email="chuyenvien@example.org")


def step(notice, name, by, reason=""):
    return issuing.take(notice=notice, step=name, seen=Notice.objects.get(pk=notice.pk).version, by=by, reason=reason)


def heard(user, **told_of):
    return list(Message.objects.filter(user=user, **told_of).order_by("pk").values_list("code", flat=True))


def test_a_submitted_notice_is_told_to_the_head_of_office_and_to_nobody_else(office):
    made = step(office.headed(), "submit", office.clerk)
    message = Message.objects.get()
    assert (message.user, message.url, message.directive) == (office.head, made.get_absolute_url(), None)
    assert "trình duyệt thông báo kết luận (Làm việc với thị xã)" in told(message, "vi")
    assert "submitted a notice" in told(message, "en")


def test_its_author_hears_that_it_was_returned_with_the_reason_and_that_it_was_approved(office):
    made = step(office.headed(), "submit", office.clerk)
    step(made, "return", office.head, "Thiếu nơi nhận")
    assert "Lý do: Thiếu nơi nhận" in told(Message.objects.get(user=office.clerk), "vi")
    step(made, "submit", office.clerk)
    step(made, "approve", office.head)
    assert heard(office.clerk) == ["told-notice-returned", "told-notice-approved"]
    assert heard(office.head) == ["told-notice-submitted"] * 2


def test_who_does_it_herself_is_not_told_and_what_is_settled_counts_as_read(office):
    made = step(office.headed(), "submit", office.clerk)
    step(made, "take-back", office.clerk)
    assert heard(office.head, read_at=None) == []
    step(made, "submit", office.head)
    step(made, "approve", office.head)
    assert heard(office.head) == ["told-notice-submitted"]
    assert heard(office.clerk) == ["told-notice-approved"]


def test_the_letter_of_the_day_tells_it_once(office, mail):
    made = step(office.headed(), "submit", office.clerk)
    for _each in range(2):
        tick(timezone.localdate())
    (letter,) = outbox.outbox
    assert letter.to == ["chanhvanphong@example.org"]
    assert "có 1 thông báo kết luận cần xem" in letter.body
    assert made.get_absolute_url() in letter.body
    (page,) = letter.alternatives
    assert page.mimetype == "text/html"
    assert f'{made.get_absolute_url()}">Người thử clerk trình duyệt thông báo' in page.content
    assert Letter.objects.get().keys == [Message.objects.get().key]


def test_what_was_read_or_settled_before_the_round_is_in_no_letter(office, mail):
    made = step(office.headed(), "submit", office.clerk)
    Message.objects.update(read_at=timezone.now())
    tick(timezone.localdate())
    step(made, "return", office.head, "Thiếu nơi nhận")
    step(made, "submit", office.clerk)
    step(made, "take-back", office.clerk)
    tick(timezone.localdate())
    assert outbox.outbox == []
