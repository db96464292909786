"""The same text as another file: the first one is shown with a word, and the file is put in only where the clerk says so."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from giaoban.model import Refused
from giaoban_web.history.models import Entry
from giaoban_web.records import actions
from giaoban_web.records.models import Record
from tests.web.records.conftest import TEXT
from tests.web.records.test_putting_in import in_word

PUT_IN = reverse("records:put_in")


def sent(place, **more):
    return {"place": place.pk, "files": [SimpleUploadedFile("bao-cao.docx", in_word(TEXT))], **more}


@pytest.fixture
def browser(clerk, sign_in):
    return sign_in(clerk)


def test_the_same_text_in_another_file_shows_the_first_one_and_keeps_nothing(browser, record, town):
    entries = Entry.objects.count()
    answer = browser.post(PUT_IN, sent(town))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "cùng nội dung đã có trong tệp khác" in page and "bao-cao.txt" in page
    assert f'href="/records/{record.pk}/"' in page and 'name="anyway"' in page
    assert (Record.objects.count(), Entry.objects.count()) == (1, entries)


def test_the_clerk_may_go_on_with_the_file_all_the_same(browser, record, town):
    answer = browser.post(PUT_IN, sent(town, anyway="1"))
    second = Record.objects.latest("pk")
    assert second != record and answer["Location"] == f"/records/{second.pk}/"
    assert second.words == record.words and second.sha256 != record.sha256


def test_the_box_to_go_on_is_offered_only_then(browser, record, town):
    assert 'name="anyway"' not in browser.get("/records/").content.decode()


def test_two_files_of_one_text_at_once_are_told_apart(browser, town):
    files = [SimpleUploadedFile("a.txt", TEXT.encode()), SimpleUploadedFile("a.docx", in_word(TEXT))]
    answer = browser.post(PUT_IN, {"place": town.pk, "files": files})
    assert [each.same_text for each in answer.context["outcomes"]] == [False, True]
    assert Record.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (TEXT.replace("\n", "\r\n").encode("utf-16"), True),
        (TEXT.replace("\n\n", "\n").encode(), True),
        (TEXT.replace("0,12%", "0,13%").encode(), False),
    ],
    ids=["other encoding", "other lines", "another figure"],
)
def test_one_text_is_the_same_however_it_is_coded_and_broken_into_lines(record, town, clerk, text, same):
    if same:
        with pytest.raises(Refused, match="record-same-text"):
            actions.put_in(data=text, name="khac.txt", place=town, by=clerk)
    else:
        assert actions.put_in(data=text, name="khac.txt", place=town, by=clerk).pk != record.pk


def test_what_a_person_may_not_see_is_not_told_of(record, other_town, person):
    stranger = person("clerk", other_town, "stranger")
    assert actions.put_in(data=in_word(TEXT), name="bao-cao.docx", place=other_town, by=stranger).pk != record.pk


def test_the_api_answers_with_the_first_one_and_takes_the_file_where_it_is_told_to(browser, record, town):
    def post(**more):
        file = SimpleUploadedFile("bao-cao.docx", in_word(TEXT))
        return browser.post("/api/records/", {"file": file, "place": town.code, **more})

    refused = post()
    assert (refused.status_code, refused.json()["code"], refused.json()["record"]) == (409, "record-same-text", record.pk)
    assert post(anyway="true").status_code == 201
