"""What a form makes is made once, however often it is sent; and words that are too long are told, not cut off."""

import re

import pytest

from giaoban.model import Refused
from giaoban_web.directives import actions
from giaoban_web.directives.models import Directive, SentForm
from giaoban_web.directives.once import once
from giaoban_web.directives.terms import Terms
from giaoban_web.history import queries as history
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Verdict
from tests.web.directives.conftest import WORDING

TERMS = {"topic": "land", "force": "order", "aims-TOTAL_FORMS": 0, "aims-INITIAL_FORMS": 0}


def key_in(page):
    return re.search(r'name="form_key" value="(\w+)"', page.content.decode())[1]


@pytest.fixture
def sent(office):
    return {"place": office.town.pk, "wording": WORDING, **TERMS}


def test_a_form_sent_again_after_back_leads_to_what_it_made_with_a_word(office, sent, sign_in):
    clerk = sign_in(office.clerk)
    sent["form_key"] = key_in(clerk.get("/directives/draft/"))
    first, second = (clerk.post("/directives/draft/", sent) for _each in range(2))
    made = Directive.objects.get()
    assert first["Location"] == second["Location"] == made.get_absolute_url()
    assert "Biểu mẫu này đã được gửi trước đó" in clerk.get(second["Location"]).content.decode()
    assert history.about(made).count() == 1


def test_a_form_fetched_anew_after_back_is_known_by_what_is_in_it_while_the_draft_stands(office, sent, sign_in):
    clerk = sign_in(office.clerk)
    first = clerk.post("/directives/draft/", sent | {"form_key": key_in(clerk.get("/directives/draft/"))})
    second = clerk.post("/directives/draft/", sent | {"form_key": key_in(clerk.get("/directives/draft/"))})
    assert first["Location"] == second["Location"]
    other = clerk.post("/directives/draft/", sent | {"form_key": "x" * 32, "product": "Danh sách"})
    assert other["Location"] != first["Location"]
    Directive.objects.update(state="withdrawn")
    third = clerk.post("/directives/draft/", sent | {"form_key": "y" * 32})
    assert third["Location"] != first["Location"]


def test_a_form_changed_after_back_keeps_what_was_typed_and_makes_another_when_it_is_sent_once_more(office, sent, sign_in):
    clerk = sign_in(office.clerk)
    sent["form_key"] = key_in(clerk.get("/directives/draft/"))
    clerk.post("/directives/draft/", sent)
    sent["wording"] = "Phòng Tài chính thẩm định dự toán trước ngày 15/7/2020."
    told = clerk.post("/directives/draft/", sent)
    assert told.status_code == 409
    assert f"đã lập số {Directive.objects.get().pk}" in told.content.decode()
    assert sent["wording"] in told.content.decode()
    sent["form_key"] = key_in(told)
    assert clerk.post("/directives/draft/", sent).status_code == 302
    assert Directive.objects.count() == 2


def test_what_was_refused_can_be_sent_again_with_the_same_form(office, sent, sign_in):
    clerk = sign_in(office.clerk)
    sent["form_key"] = key_in(clerk.get("/directives/draft/"))
    wrong = clerk.post("/directives/draft/", sent | {"deadline_on": "30/2/2020"})
    assert (wrong.status_code, key_in(wrong)) == (422, sent["form_key"])
    assert clerk.post("/directives/draft/", sent).status_code == 302


def test_another_persons_key_is_not_hers(office, sent, sign_in):
    sent["form_key"] = "k" * 32
    answers = [sign_in(user).post("/directives/draft/", sent) for user in (office.clerk, office.head)]
    assert [each.status_code for each in answers] == [302, 302]
    assert Directive.objects.count() == 2


def test_where_making_fails_nothing_is_remembered(office):
    def fail():
        raise Refused("task-without-wording")

    with pytest.raises(Refused):
        once(by=office.clerk, key="k" * 32, digest="", make=fail)
    assert not SentForm.objects.exists()
    assert not once(by=office.clerk, key="k" * 32, digest="", make=office.drafted).again


def test_a_sentence_that_has_its_task_meanwhile_is_told_and_what_was_typed_stays(office, sign_in):
    record = records.put_in(data=WORDING.encode(), name="ket-luan.txt", place=office.town, by=office.clerk)
    read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": {}}
    find = Find.objects.create(record=record, kind="directive", start=0, end=len(WORDING), **read)
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    clerk, address = sign_in(office.clerk), f"/directives/from-find/{find.pk}/"
    key = key_in(clerk.get(address))
    made = actions.draft(place=office.town, wording=WORDING, terms=Terms(), by=office.head, find=find)
    told = clerk.post(address, TERMS | {"form_key": key, "product": "Danh sách hồ sơ"})
    assert told.status_code == 409
    assert f"nhiệm vụ số {made.pk}" in told.content.decode()
    assert "Danh sách hồ sơ" in told.content.decode()


@pytest.mark.parametrize("name", ["wording", "work"])
def test_words_that_are_too_long_are_told_and_stay(office, sent, sign_in, name):
    long = "Rà soát hồ sơ. " * 300
    told = sign_in(office.clerk).post("/directives/draft/", sent | {name: long})
    assert told.status_code == 422
    assert "tối đa 4000 ký tự" in told.content.decode()
    assert long.strip() in told.content.decode()
    assert 'maxlength="4000"' not in told.content.decode()


def test_no_way_leads_around_the_limit(office):
    for words, work in (("x" * 4001, ""), ("x", "y" * 4001)):
        with pytest.raises(Refused, match="wording-too-long"):
            actions.draft(place=office.town, wording=words, terms=Terms(work=work), by=office.clerk)
    assert not Directive.objects.exists()
