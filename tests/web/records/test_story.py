"""From a figure back to its sentence: how it was read, who decided what and when, and what it brought into the ledger."""

import pytest
from django.urls import reverse

from giaoban_web.records import actions
from giaoban_web.records.models import Verdict
from tests.web.facts import *  # noqa: F403  its fixtures
from tests.web.facts import FIGURE

WORDS = "Tổng giá trị sản xuất đạt trên 19.200 tỷ đồng"


@pytest.fixture
def figure(fact, record):
    return fact(record, "observation", WORDS, FIGURE, verdict=None)


def decided(find, clerk, verdict, **fields):
    find = type(find).objects.get(pk=find.pk)
    change = actions.Change(find.kind, find.start, find.end, find.fields | fields) if fields else None
    seen = find.standing.number if find.standing else 0
    actions.decide(find=find, verdict=verdict, seen=seen, by=clerk, change=change, reason="đọc nhầm" if fields else "")


def test_a_corrected_figure_tells_its_whole_story(figure, record, clerk, person, town, sign_in):
    decided(figure, clerk, Verdict.CONFIRMED)
    decided(figure, clerk, Verdict.CORRECTED, value="19300")
    page = sign_in(person("leader", town)).get(reverse("records:story", args=[record.pk, figure.pk])).content.decode()
    assert page.index("đã xác nhận") < page.index("đã sửa: đọc nhầm")
    assert "19.200" in page and "19.300" in page
    assert record.sha256 in page and record.reader in page
    assert "mục đọc được đã được quyết định lại" in page
    assert WORDS in page


def test_a_find_that_nobody_decided_yet_tells_how_it_was_read(figure, record, clerk, sign_in):
    page = sign_in(clerk).get(reverse("records:story", args=[record.pk, figure.pk])).content.decode()
    assert "độ tin cậy" in page and "Trong sổ số liệu" not in page


def test_the_card_of_a_decided_find_leads_there(figure, record, clerk, sign_in):
    decided(figure, clerk, Verdict.CONFIRMED)
    page = sign_in(clerk).get(reverse("records:confirm", args=[record.pk])).content.decode()
    assert f'href="{reverse("records:story", args=[record.pk, figure.pk])}"' in page
