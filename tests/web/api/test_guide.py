"""The guide of the reference page: every request of it runs as it is shown, and every operation is told in Vietnamese."""

import json
import shlex
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban_web.accounts.models import Role
from giaoban_web.api.telling import errands, in_vietnamese
from giaoban_web.bodies import actions as bodies
from giaoban_web.briefs.brief_composing import compose
from giaoban_web.briefs.brief_gathering import About
from giaoban_web.directives.models import Directive
from giaoban_web.meetings.models import Meeting
from tests.web.api.test_description import operations

pytestmark = pytest.mark.django_db
SERVER = "https://giaoban.example"
TEXT = """Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy làm việc với Ban Thường vụ Thị ủy Đông Triều.

Bí thư Tỉnh ủy yêu cầu thị xã khẩn trương xử lý nước thải của cụm công nghiệp trước ngày 30/6/2020.
"""


@pytest.fixture
def head(person, town):
    """Who may do all of it: a head of office, in a town with a body to be given tasks."""
    bodies.add(place=town, name="Phòng Kinh tế", by=person(Role.STEWARD, town))
    return person(Role.HEAD, town)


def sent(client, request):
    """The answer to a request as curl sends it: -X, -H, -d, -F and -o are understood."""
    words = iter(shlex.split(request))
    assert next(words) == "curl"
    headers, data, fields, address = {}, None, {}, ""
    for word in words:
        if word == "-H":
            name, _colon, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            data = next(words)
        elif word == "-F":
            name, _equals, value = next(words).partition("=")
            fields[name] = SimpleUploadedFile(value[1:], TEXT.encode()) if value.startswith("@") else value
        elif word == "-o":
            next(words)
        else:
            address = word
    assert headers["Authorization"] == "Bearer KEY" and address.startswith(SERVER)
    path = address.removeprefix(SERVER)
    if fields:
        return client.post(path, fields)
    return client.post(path, data, content_type=headers["Content-Type"]) if data else client.get(path)


def field(answer, path):
    value = answer.json()
    for part in path.split("."):
        value = value[int(part)] if part.isdecimal() else value[part]
    return str(value)


def test_every_request_of_the_guide_does_what_it_says(bearer, head, town):
    client, kept = bearer(head), {"ADDRESS": SERVER}
    for errand in errands("vi"):
        if errand.id == "brief":
            Meeting.objects.get_or_create(place=town, held_on=date(2020, 3, 12), defaults={"title": "Giao ban"})
            compose(about=About(town, meeting="Giao ban"), on=date.today(), by=head)  # noqa: DTZ011
        for step in errand.steps:
            request = step.request
            for word in sorted(kept, key=len, reverse=True):
                request = request.replace(word, kept[word])
            answer = sent(client, request)
            assert answer.status_code == step.status, (errand.id, request, getattr(answer, "content", b"")[:500])
            body = answer.json() if answer.headers["Content-Type"].startswith("application/json") else {}
            assert len(body["items"]) >= step.expect if step.expect else True, (errand.id, request)
            kept |= {word: field(answer, path) for word, path in step.keep.items()}
    assert Directive.objects.get().state == "issued"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_guide_says_every_errand_and_what_its_words_in_capitals_are(client, sign_in, person, town, language):
    browser = sign_in(person(Role.UNIT, town))
    browser.post("/language/", {"language": language, "next": "/api/"})
    page = browser.get("/api/").content.decode()
    for errand in errands(language):
        assert errand.title in page and errand.told.split(".")[0] in page
    assert "curl -H &#x27;Authorization: Bearer KEY&#x27;" in page and "ADDRESS" not in page


def test_every_operation_and_parameter_is_told_in_vietnamese(client):
    schema = client.get("/api/openapi.json").json()
    found = operations(schema)
    assert [told["operationId"] for _path, _method, told in found if not in_vietnamese("operations", told["operationId"])] == []
    meanings = {each["description"] for _path, _method, told in found for each in told.get("parameters", []) if each.get("description")}
    assert [each for each in meanings if not in_vietnamese("parameters", each)] == []
    assert [tag for _path, _method, told in found for tag in told["tags"] if not in_vietnamese("tags", tag)] == []


def test_the_reference_is_vietnamese_for_who_reads_vietnamese_and_english_for_who_reads_english(sign_in, person, town):
    browser = sign_in(person(Role.UNIT, town))
    page = browser.get("/api/").content.decode()
    assert "Nhiệm vụ bạn được xem, theo thời hạn" in page and "Tasks that you may see, by deadline" not in page
    browser.post("/language/", {"language": "en", "next": "/api/"})
    page = browser.get("/api/").content.decode()
    assert "Tasks that you may see, by deadline" in page and "Nhiệm vụ bạn được xem" not in page
    assert json.loads(browser.get("/api/openapi.json").content)["paths"]["/api/tasks/"]["get"]["description"].startswith("Tasks that")
