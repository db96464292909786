"""A form that is cut off on its way does nothing, whichever way its token came."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from giaoban_web.cut_off import Whole
from giaoban_web.records.actions import put_in
from giaoban_web.records.models import Find
from tests.web.conftest import make_person

pytestmark = pytest.mark.django_db
BOUNDARY = "end-of-part"
PART = 'Content-Disposition: form-data; name="threshold"\r\n\r\n0.99'
BODIES = {
    "application/x-www-form-urlencoded": "threshold=0.99",
    f"multipart/form-data; boundary={BOUNDARY}": f"--{BOUNDARY}\r\n{PART}\r\n--{BOUNDARY}--\r\n",
}


@pytest.fixture
def confirm(town):
    """Sends a form that confirms what the reader is surest of, its token in a header, and the first so many bytes of its body."""
    clerk = make_person("clerk", town)
    record = put_in(data="Năm 2019, thu ngân sách đạt 2.572 tỷ đồng.".encode(), name="x.txt", place=town, by=clerk)
    Find.objects.update(confidence=0.96)
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get(reverse("records:confirm", args=[record.pk]))
    token = {"HTTP_X_CSRFTOKEN": client.cookies["csrftoken"].value}

    def send(kind, sent):
        body = BODIES[kind].encode()
        came = Whole(BytesIO(body[:sent]), len(body), b"")
        told = {"content_type": kind, "wsgi.input": came, **token}
        return client.post(reverse("records:confirm_above", args=[record.pk]), body.decode(), **told)

    return send


@pytest.mark.parametrize("kind", BODIES)
def test_a_form_that_was_cut_off_is_not_taken_for_an_empty_one(confirm, kind):
    answer = confirm(kind, 8)
    assert answer.status_code == 400
    assert "Không hiểu được yêu cầu này" in answer.content.decode()
    assert not Find.objects.facts().exists()
    assert confirm(kind, 1000).status_code == 302
