"""A task serves a criterion of a set: chosen from a list, suggested by its indicator, shown, filtered and given away by it."""

import pytest

from giaoban.model import Refused
from giaoban_web.directives.models import Directive
from giaoban_web.directives.register import Asker, narrowed
from giaoban_web.directives.register_forms import RegisterFilter
from giaoban_web.ledger.indicator_fields import said
from giaoban_web.ledger.models import Indicator

EMPTY = {"topic": "land", "force": "order", "given_on": "12/3/2020", "aims-TOTAL_FORMS": 1, "aims-INITIAL_FORMS": 0}
WATER = {"criterion_set": "vn-ntm-xa-2016", "criterion_number": "17.1b"}


@pytest.fixture
def clerk(office, sign_in):
    return sign_in(office.clerk)


@pytest.fixture
def sent(office):
    return EMPTY | {"place": office.town.pk, "wording": "Vận động các hộ đấu nối nguồn nước."}


def test_the_list_holds_the_sets_in_force_on_the_day_it_is_given(clerk, sent):
    page = clerk.post("/directives/draft/", sent | {"check": "1"}).content.decode()
    assert 'value="vn-ntm-xa-2016/17.1b"' in page
    assert "vn-ntm-xa-2026" not in page


def test_words_find_a_criterion_without_a_script_and_nothing_is_kept(clerk, sent):
    page = clerk.post("/directives/draft/", sent | {"serves_like": "nuoc sach", "check": "1"}).content.decode()
    assert 'value="vn-ntm-xa-2022/17.1"' in page and 'value="vn-ntm-xa-2016/10.1"' not in page
    assert "Vận động các hộ đấu nối nguồn nước." in page
    assert not Directive.objects.exists()


def test_the_criterion_chosen_is_kept_and_shown_on_the_task(clerk, sent):
    clerk.post("/directives/draft/", sent | {"serves": "vn-ntm-xa-2016/17.1b", "criterion": "Tiêu chí 20 của tỉnh"})
    task = Directive.objects.get()
    assert (task.serves.key, task.criterion) == (("vn-ntm-xa-2016", "17.1b"), "Tiêu chí 20 của tỉnh")
    page = clerk.get(task.get_absolute_url()).content.decode()
    assert "17.1b Hộ dùng nước sạch theo quy chuẩn · 1980/QĐ-TTg" in page and "Tiêu chí 20 của tỉnh" in page
    assert 'href="/criteria/vn-ntm-xa-2016/#c-17-1b"' in page
    edited = clerk.get(f"/directives/{task.pk}/edit/").content.decode()
    assert '<option value="vn-ntm-xa-2016/17.1b" selected>' in edited


def test_a_criterion_that_there_is_not_is_refused_and_what_was_typed_stays(clerk, sent, office):
    answer = clerk.post("/directives/draft/", sent | {"serves": "vn-ntm-xa-2016/99"})
    assert answer.status_code == 422 and "Không có tiêu chí này" in answer.content.decode()
    with pytest.raises(Refused, match="criterion-unknown"):
        office.drafted(criterion_set="vn-ntm-xa-2016", criterion_number="99")
    with pytest.raises(Refused, match="criterion-unknown"):
        office.drafted(criterion_number="17")


def test_the_criterion_of_an_indicator_it_should_move_is_suggested_and_can_be_taken(clerk, sent):
    insured = Indicator.objects.get(key="bhyt")
    aimed = sent | {"aims-0-indicator": said(insured), "aims-0-direction": "up"}
    page = clerk.post("/directives/draft/", aimed | {"check": "1"})
    assert [each.key for _take, each in page.context["may_serve"]] == [("vn-ntm-xa-2016", "15.1"), ("vn-ntm-xa-kieumau-2018", "B4")]
    taken = clerk.post("/directives/draft/", aimed | {"take": "criterion vn-ntm-xa-2016/15.1"})
    assert taken.context["form"]["serves"].value() == "vn-ntm-xa-2016/15.1"
    assert [each.key for _take, each in taken.context["may_serve"]] == [("vn-ntm-xa-kieumau-2018", "B4")]
    assert taken.context["aims"][0]["indicator"].value() == said(insured)


def test_the_criterion_of_an_indicator_that_its_words_name_is_suggested(clerk, sent):
    named = sent | {"wording": "Nâng tỷ lệ hộ sử dụng nước sạch ở các xã ven sông."}
    page = clerk.post("/directives/draft/", named | {"check": "1"})
    assert ("vn-ntm-xa-2016", "17.1b") in [each.key for _take, each in page.context["may_serve"]]
    without = clerk.post("/directives/draft/", sent | {"wording": "Rà soát hồ sơ tồn đọng.", "check": "1"})
    assert without.context["may_serve"] == []


@pytest.fixture
def three(office):
    """A task for a content, one for its criterion in another set, one worded; and one for nothing."""
    told = (WATER, {"criterion_set": "vn-ntm-xa-2022", "criterion_number": "17"}, {"criterion": "Cảnh quan của tỉnh"}, {})
    return [office.issued(**each) for each in told]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"criterion": "17"}, [0, 1]),
        ({"criterion": "nuoc sach"}, [0]),
        ({"criterion": "cảnh quan"}, [2]),
        ({"criterion": "318 môi trường"}, [1]),
        ({"criterion": "bến xe điện ngầm"}, []),
        ({"serves": "vn-ntm-xa-2016/17"}, [0]),
        ({"serves": "vn-ntm-xa-2016/17.1b"}, [0]),
        ({"serves": "vn-ntm-xa-2016/17.1a"}, []),
        ({"serves": "nonsense"}, []),
        ({"criterion": "17", "serves": "vn-ntm-xa-2022/17"}, [1]),
    ],
    ids=str,
)
def test_the_register_is_narrowed_to_those_that_serve_a_criterion_or_one_below_it(office, three, query, found):
    shown = narrowed(Asker(office.clerk), RegisterFilter(query))
    assert {each.pk for each in shown} == {three[number].pk for number in found}


def test_the_register_names_the_criterion_it_is_narrowed_to_and_lets_it_go(clerk, three):
    page = clerk.get("/directives/?serves=vn-ntm-xa-2016/17.1b").content.decode()
    assert "17.1b Hộ dùng nước sạch theo quy chuẩn · 1980/QĐ-TTg" in page
    assert 'name="serves" value="vn-ntm-xa-2016/17.1b"' in page


def test_a_list_taken_away_says_which_criterion_each_task_serves(clerk, three):
    sheet = clerk.get("/directives/?export=csv").content.decode("utf-8-sig")
    heading, *rows = sheet.splitlines()
    assert "Tiêu chí" in heading
    assert sum("17.1b Hộ dùng nước sạch theo quy chuẩn · 1980/QĐ-TTg" in row for row in rows) == 1
    assert sum("Cảnh quan của tỉnh" in row for row in rows) == 1


def test_the_api_tells_the_criterion_narrows_by_it_and_takes_it(clerk, three, office):
    found = clerk.get("/api/tasks/?criterion_set=vn-ntm-xa-2016&criterion_number=17").json()["items"]
    name = "Hộ dùng nước sạch theo quy chuẩn"
    assert [each["criterion"] for each in found] == [{"set": "vn-ntm-xa-2016", "number": "17.1b", "name": name}]
    assert len(clerk.get("/api/tasks/?criterion_set=vn-ntm-xa-2022").json()["items"]) == 1
    task = {"place": office.town.code, "wording": "Báo cáo trước ngày 30/6.", **WATER}
    made = clerk.post("/api/tasks/", task, content_type="application/json")
    assert (made.status_code, made.json()["criterion"]["number"]) == (201, "17.1b")
    wrong = clerk.post("/api/tasks/", task | {"criterion_number": "99"}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "criterion-unknown")


def test_enter_after_other_words_for_a_criterion_looks_and_enter_once_they_were_looked_for_saves(clerk, sent):
    sent |= {"enter": "1", "serves_like": "nước sạch"}
    looked = clerk.post("/directives/draft/", sent | {"serves_sought": ""})
    assert looked.status_code == 200
    assert 'name="serves_sought" value="nước sạch"' in looked.content.decode()
    assert not Directive.objects.exists()
    assert clerk.post("/directives/draft/", sent | {"serves_sought": "nước sạch"}).status_code == 302
    assert Directive.objects.count() == 1
