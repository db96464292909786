"""Tasks of all confirmed directives of a record: what is offered, what is made, and what is left with its reason."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giaoban_web.accounts.models import Grant, Role
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions
from giaoban_web.directives.copies import first_of
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.sources import confirmed, of_find
from giaoban_web.directives.supporters_told import supporters
from giaoban_web.directives.terms import Terms
from giaoban_web.history import queries as history
from giaoban_web.meetings.models import Meeting
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Record, Verdict
from tests.web.conftest import make_place
from tests.web.directives.conftest import SAID_ON

ASKED = (
    ("phòng kinh tế", "2020-Q2", "Phòng Kinh tế rà soát các hồ sơ tồn đọng."),
    ("UBND xã", None, "UBND xã hoàn thành cắm mốc hành lang đường."),
    ("các ngành", None, "Các ngành quan tâm hơn nữa công tác này."),
)
TEXT = " ".join(words for _who, _until, words in ASKED)


@pytest.fixture
def record(office) -> Record:
    """Of a meeting with a commune, three directives confirmed."""
    commune = make_place("07090", "xã", "Bình Dương", office.town)
    bodies.add(place=commune, name="UBND xã Bình Dương", by=office.steward)
    record = records.put_in(data=TEXT.encode(), name="ket-luan.txt", place=office.town, by=office.clerk)
    record.meeting = Meeting.objects.create(place=commune, held_on=SAID_ON, title="Làm việc với xã")
    record.save()
    record.finds.all().delete()
    for who, until, words in ASKED:
        said = {"issuer": None, "force": "order", "assignee": who, "deadline": until, "topic": "land"}
        read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": said}
        start = TEXT.index(words)
        find = Find.objects.create(record=record, kind="directive", start=start, end=start + len(words), **read)
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    return record


def address(record):
    return f"/directives/from-record/{record.pk}/"


def sent(page, **changes):
    """What the form holds as it is shown, with changes by the end of its names: lead_1 is the second row."""
    rows = page.context["rows"]
    told = {}
    for row in rows:
        if row.take is not None:
            told |= {f"take_{row.offer.find.pk}": "on", f"seen_{row.offer.find.pk}": row.offer.seen}
            told[f"lead_{row.offer.find.pk}"] = row.lead.value()
    for name, value in changes.items():
        field, _under, at = name.partition("_")
        told[f"{field}_{rows[int(at)].offer.find.pk}"] = value
    return {name: value for name, value in told.items() if value is not None}


def test_a_row_says_who_was_read_who_may_be_meant_and_what_is_lacking(office, record, sign_in):
    page = sign_in(office.clerk).get(address(record))
    read, meant, nobody = page.context["rows"]
    assert [row.lead.value() for row in (read, meant, nobody)] == [
        "Phòng Kinh tế · thị xã Đông Triều",
        "UBND xã Bình Dương · xã Bình Dương",
        "",
    ]
    text = page.content.decode()
    assert "theo văn bản: “phòng kinh tế”" in text
    assert "cho “UBND xã”: cơ quan của xã Bình Dương" in text and text.count('<span class="chip bad">gợi ý</span>') == 1
    assert "chưa rõ cơ quan nào là “các ngành”" in text
    assert "30/06/2020" in text
    assert [len(row.offer.lacking) for row in (read, meant, nobody)] == sorted(len(row.offer.lacking) for row in (read, meant, nobody))


def fresh(find):
    return Find.objects.get(pk=find.pk)


def asking(record, who, words, by, at=None):
    """One more directive of the record, confirmed; behind its text, or where it stands in it."""
    if at is None:
        record.text += " " + words
        record.save()
    said = {"issuer": None, "force": "order", "assignee": who, "deadline": None, "topic": "land"}
    start = record.text.index(words) if at is None else at
    read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": said}
    find = Find.objects.create(record=record, kind="directive", start=start, end=start + len(words), **read)
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=by)
    return find


def test_a_limit_in_words_that_name_no_day_is_kept_as_worded_and_said_to_have_no_day(office, record, sign_in):
    find = asking(record, "phòng kinh tế", "Phòng Kinh tế sửa xong cầu Bến trước Đại hội.", office.clerk)
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    assert '<span lang="vi">trước Đại hội</span> <span class="chip bad">chưa rõ ngày</span>' in page.content.decode()
    clerk.post(address(record), sent(page))
    made = Directive.objects.get(find=find)
    assert (made.deadline, made.deadline_on) == ("trước Đại hội", None)
    assert "Thời hạn mới nêu bằng lời" in clerk.get(made.get_absolute_url()).content.decode()


def test_two_bodies_read_as_one_lead_are_no_name_to_be_proposed_and_one_is_to_be_chosen(office, record, sign_in):
    find = asking(record, "Sở Nội vụ và Sở Tài chính", "Sở Nội vụ và Sở Tài chính rà soát biên chế.", office.clerk)
    asking(record, "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị cắm biển báo.", office.clerk)
    clerk = sign_in(office.clerk)
    text = clerk.get(address(record)).content.decode()
    assert "“Sở Nội vụ và Sở Tài chính” là nhiều cơ quan: chọn một cơ quan chủ trì" in text
    assert "“Sở Nội vụ và Sở Tài chính”</span></button>" not in text and "“các ngành”</span></button>" not in text
    assert "“Phòng Kinh tế, Hạ tầng và Đô thị”</span></button>" in text
    assert "nguyên văn nêu nhiều cơ quan" in clerk.get(f"/directives/from-find/{find.pk}/").content.decode()


TABLED = (
    "TT | Nội dung công việc | Cơ quan chủ trì | Đơn vị phối hợp | Thời hạn\n"
    "1 | Rà soát 14 hộ nghèo | Phòng Kinh tế | Sở Tài chính, UBND xã Bình Dương, Tổ dân phố 4 | 30/6\n"
    "2 | Sửa cầu Bến | Phòng Kinh tế | | 30/6\n"
)


def test_who_is_named_to_help_in_the_row_of_a_table_supports_its_draft(office, record, sign_in):
    record.text += "\n" + TABLED
    record.save()
    bodies.add(place=office.town, name="Sở Tài chính", by=office.steward)
    first, second = (
        asking(record, "phòng kinh tế", words, office.clerk, at=record.text.index(words)) for words in ("Rà soát 14 hộ", "Sửa cầu")
    )
    page = sign_in(office.clerk).get(address(record))
    assert "Cơ quan phối hợp: Sở Tài chính" in page.content.decode()
    sign_in(office.clerk).post(address(record), sent(page))
    made = [[each.name for each in find.directive.supporting.order_by("name")] for find in (fresh(first), fresh(second))]
    assert made == [["Sở Tài chính", "UBND xã Bình Dương"], []]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Việc | Phối hợp\nA | Công an, Ban Quân sự; và Trạm Y tế",
            ["Công an, Ban Quân sự; và Trạm Y tế", "Công an", "Ban Quân sự", "Trạm Y tế"],
        ),
        ("Việc | Đơn vị thực hiện\nA | Công an", []),
        ("Việc | TT | Phối hợp\nA | Công an", []),
        ("Việc | Phối hợp\n\nXen giữa\n\nA | Công an", []),
        ("A không ở bảng nào", []),
    ],
)
def test_those_who_help_stand_below_their_heading(text, told):
    assert supporters(text, text.rindex("\n") + 1 if "\n" in text else 0) == told


def test_those_ticked_become_drafts_at_once_and_are_shown_with_their_links(office, record, sign_in):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    answer = clerk.post(address(record), sent(page, take_2=None))
    assert answer["Location"] == address(record)
    first, second = Directive.objects.order_by("pk")
    assert (first.lead, first.deadline, first.deadline_on) == (office.economy, "quý II/2020", date(2020, 6, 30))
    assert (second.lead.name, second.given_on, second.meeting, second.state) == ("UBND xã Bình Dương", SAID_ON, record.meeting, "draft")
    page = clerk.get(address(record))
    assert f'href="{second.get_absolute_url()}"' in page.content.decode()
    assert [row.take is None for row in page.context["rows"]] == [True, True, False]
    assert "Đã lập 2 dự thảo nhiệm vụ" in page.content.decode()
    assert history.verify() is None


def test_a_lead_that_nobody_knows_leaves_its_row_with_the_reason_and_the_others_are_made(office, record, sign_in):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    answer = clerk.post(address(record), sent(page, lead_2="Phòng Không Có"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert 'value="Phòng Không Có"' in text and "“Phòng Không Có”" in text
    assert Directive.objects.count() == 2
    assert [row.offer.made is not None for row in answer.context["rows"]] == [True, True, False]


def test_what_somebody_made_or_changed_meanwhile_says_so_and_nothing_is_made_twice(office, record, sign_in):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    finds = [row.offer.find for row in page.context["rows"]]
    actions.draft(place=office.town, wording="x", terms=Terms(), by=office.head, find=finds[0])
    records.decide(find=finds[1], verdict=Verdict.REJECTED, seen=1, by=office.head)
    records.decide(find=finds[2], verdict=Verdict.REOPENED, seen=1, by=office.head)
    records.decide(find=finds[2], verdict=Verdict.CONFIRMED, seen=2, by=office.head)
    answer = clerk.post(address(record), sent(page))
    assert answer.status_code == 409
    assert "Câu này vừa được sửa" in answer.content.decode()
    assert "không còn ở trạng thái đã xác nhận" in answer.content.decode()
    assert Directive.objects.get().find == finds[0]
    again = clerk.post(address(record), sent(clerk.get(address(record))))
    assert again.status_code == 302
    assert Directive.objects.count() == 2


@pytest.fixture
def again(office, record, sign_in) -> Record:
    """The same text put in as another file, and confirmed, when every task of the first was made; its meeting is not known yet."""
    clerk = sign_in(office.clerk)
    clerk.post(address(record), sent(clerk.get(address(record)), lead_2="Phòng Tài chính · thị xã Đông Triều"))
    data = TEXT.replace(" ", "  ").encode()
    copy = records.put_in(data=data, name="ket-luan-2.txt", place=office.town, by=office.clerk, anyway=True)
    copy.finds.all().delete()
    for who, until, words in (*ASKED[:2], (None, None, "Các ngành")):
        said = {"issuer": None, "force": "order", "assignee": who, "deadline": until, "topic": "land"}
        wide = words.replace(" ", "  ")
        start = copy.text.index(wide)
        read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": said}
        find = Find.objects.create(record=copy, kind="directive", start=start, end=start + len(wide), **read)
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    return copy


def test_what_would_be_a_copy_names_the_first_and_is_not_ticked_and_the_copy_says_so_on_its_page(office, again, sign_in):
    clerk = sign_in(office.clerk)
    firsts = list(Directive.objects.order_by("pk"))
    page = clerk.get(address(again))
    rows = page.context["rows"]
    assert [row.offer.same for row in rows] == [firsts[0], firsts[1], None]
    assert [row.take.value() for row in rows] == [False, False, True]
    assert f"đã có nhiệm vụ số {firsts[0].pk} cùng nội dung" in page.content.decode()
    clerk.post(address(again), sent(page, take_1=None, take_2=None))
    copy = Directive.objects.latest("pk")
    mark = f'<a href="{firsts[0].get_absolute_url()}">đã có nhiệm vụ số {firsts[0].pk} cùng nội dung</a>'
    assert copy.find.record == again and mark in clerk.get(copy.get_absolute_url()).content.decode()
    assert "cùng nội dung" not in clerk.get(firsts[0].get_absolute_url()).content.decode()


def test_what_the_news_of_a_meeting_tells_nearly_as_its_minutes_is_named_and_stays_ticked(office, record, sign_in):
    clerk = sign_in(office.clerk)
    clerk.post(address(record), sent(clerk.get(address(record))))
    first = Directive.objects.get(find__start=0)
    text = "Rà soát kỹ các hồ sơ tồn đọng; phòng kinh tế làm ngay các hồ sơ khác."
    news = records.put_in(data=text.encode(), name="tin.txt", place=office.town, by=office.clerk)
    news.finds.all().delete()
    said = {"issuer": None, "force": "order", "assignee": None, "deadline": None, "topic": "land"}
    for words in text.split("; "):
        read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": said, "start": text.index(words)}
        find = Find.objects.create(record=news, kind="directive", end=text.index(words) + len(words), **read)
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    Record.objects.filter(pk=news.pk).update(meeting=record.meeting)
    page = clerk.get(address(news))
    assert [(row.offer.same, row.offer.like, row.take.value()) for row in page.context["rows"]] == [(None, first, True), (None, None, True)]
    assert f'có thể trùng</span> <a href="{first.get_absolute_url()}">nhiệm vụ số {first.pk} lập từ bản ghi khác' in page.content.decode()


def test_the_api_says_of_which_task_one_would_be_a_copy(office, again, sign_in):
    listed = sign_in(office.clerk).get(f"/api/tasks/of-record/{again.pk}").json()
    assert [each["same_as"] for each in listed] == [*Directive.objects.order_by("pk").values_list("pk", flat=True)[:2], None]


@pytest.mark.parametrize(("change", "copied"), [({}, True), ({"state": "withdrawn"}, False), ({"wording": "Việc khác."}, False)], ids=str)
def test_what_was_withdrawn_or_says_something_else_is_no_first_one(office, again, sign_in, change, copied):
    first = Directive.objects.earliest("pk")
    Directive.objects.filter(pk=first.pk).update(**change)
    rows = sign_in(office.clerk).get(address(again)).context["rows"]
    assert (rows[0].offer.same == first) is copied


@pytest.mark.parametrize(("given_on", "copied"), [(SAID_ON, True), (date(2020, 3, 13), False), (None, False)], ids=str)
def test_without_a_meeting_what_was_given_at_the_same_place_on_the_same_day_is_the_first(office, given_on, copied):
    first = actions.draft(place=office.town, wording="Rà soát các hồ sơ tồn đọng.", terms=Terms(given_on=SAID_ON), by=office.clerk)
    later = actions.draft(place=office.town, wording="rà soát các  hồ sơ tồn đọng", terms=Terms(given_on=given_on), by=office.clerk)
    assert first_of(office.clerk, later) == (first if copied else None)
    assert first_of(office.clerk, first) is None


def test_nothing_ticked_is_told(office, record, sign_in):
    clerk = sign_in(office.clerk)
    told = clerk.post(address(record), sent(clerk.get(address(record)), take_0=None, take_1=None, take_2=None))
    assert told.status_code == 422
    assert not Directive.objects.exists()


def test_the_record_leads_there_for_whoever_may_draft_and_for_nobody_else(office, record, sign_in, person):
    page = sign_in(office.clerk).get(f"/records/{record.pk}/").content.decode()
    assert f'href="{address(record)}"' in page and "Lập nhiệm vụ (3)" in page
    leader = person("leader", office.town)
    assert address(record) not in sign_in(leader).get(f"/records/{record.pk}/").content.decode()
    assert sign_in(leader).get(address(record)).status_code == 403
    assert sign_in(office.people["outsider"]).get(address(record)).status_code == 404


def test_the_meeting_leads_there_while_several_have_no_task(office, record, sign_in):
    clerk, meeting = sign_in(office.clerk), f"/meetings/{record.meeting_id}/?kind=directive"
    assert f'href="{address(record)}"' in clerk.get(meeting).content.decode()
    clerk.post(address(record), sent(clerk.get(address(record))))
    assert address(record) not in clerk.get(meeting).content.decode()


def test_what_waits_to_be_confirmed_is_counted_with_the_way_there(office, record, sign_in):
    read = {"rule": "x", "reader": "x", "confidence": 0.4, "fields": {}}
    Find.objects.create(record=record, kind="directive", start=0, end=9, **read)
    text = sign_in(office.clerk).get(address(record)).content.decode()
    assert "1 yêu cầu của bản ghi chờ xác nhận" in text
    assert f"/records/{record.pk}/?kind=directive" in text


def test_the_queries_do_not_grow_with_the_rows(office, record, sign_in):
    clerk = sign_in(office.clerk)

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as found:
            clerk.get(address(record))
        return len(found)

    few = asked()
    for find in list(record.finds.all()):
        again = Find.objects.create(
            record=record, kind="directive", start=find.start, end=find.end, fields=find.fields, rule="x", reader="x", confidence=0.9
        )
        records.decide(find=again, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    assert asked() == few


def test_the_api_lists_and_makes_them_and_says_why_one_is_left(office, record, sign_in):
    clerk, url = sign_in(office.clerk), f"/api/tasks/of-record/{record.pk}"
    listed = clerk.get(url).json()
    assert [(each["lead"] or {}).get("name") for each in listed] == ["Phòng Kinh tế", None, None]
    assert [(each["suggested"] or {}).get("name") for each in listed] == [None, "UBND xã Bình Dương", None]
    chosen = [
        {"find": each["find"], "lead": (each["lead"] or each["suggested"] or {}).get("id"), "seen": each["seen"]} for each in listed[:2]
    ]
    chosen.append({"find": listed[2]["find"], "seen": listed[2]["seen"] + 1000})
    made = clerk.post(url, {"finds": chosen}, content_type="application/json").json()
    assert [each["task"] is not None for each in made] == [True, True, False]
    assert made[2]["refused"]["code"] == "find-changed-meanwhile"
    assert [each["task"] is not None for each in clerk.get(url).json()] == [True, True, False]


@pytest.fixture
def alike(record, office) -> Record:
    """With two more rows for the name that nobody knows."""
    told = record.finds.filter(standing__fields__assignee="các ngành").get()
    for words in ("rà soát các hồ sơ tồn đọng", "hoàn thành cắm mốc"):
        start = TEXT.index(words)
        read = {"rule": "x", "reader": "x", "confidence": 0.9, "fields": told.fields}
        find = Find.objects.create(record=record, kind="directive", start=start, end=start + len(words), **read)
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=office.clerk)
    return record


def unknown(page):
    """The places of the rows whose name nobody knows."""
    return [at for at, row in enumerate(page.context["rows"]) if row.offer.origin.assignee == "các ngành"]


@pytest.mark.parametrize(("asked", "led"), [({"alike": "on"}, 3), ({}, 1)], ids=["asked for", "not asked for"])
def test_one_answer_goes_for_every_row_of_a_name_that_is_not_known(office, alike, sign_in, asked, led):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(alike))
    assert page.content.decode().count('name="alike"') == 1
    first, *_others = unknown(page)
    assert clerk.post(address(alike), sent(page, **{f"lead_{first}": "Phòng Tài chính"}) | asked).status_code == 302
    assert (Directive.objects.count(), Directive.objects.filter(lead=office.finance).count()) == (5, led)


def test_rows_of_one_name_wait_for_an_answer_that_is_wrong(office, alike, sign_in):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(alike))
    first, *_others = unknown(page)
    left = clerk.post(address(alike), sent(page, **{f"lead_{first}": "Phòng Không Có"}) | {"alike": "on"})
    assert (left.status_code, Directive.objects.count()) == (422, 2)
    assert "Viết lại tên, hoặc đề nghị thêm mới." in left.content.decode()
    near = clerk.post(address(alike), sent(page, **{f"lead_{first}": "Phòng"}) | {"alike": "on"}).content.decode()
    assert "Có phải là: Phòng Kinh tế · thị xã Đông Triều; Phòng Tài chính · thị xã Đông Triều?" in near


def test_what_was_made_shows_the_deadline_of_its_task_not_that_of_the_words(office, record, sign_in):
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    clerk.post(address(record), sent(page, take_1=None, take_2=None))
    task = Directive.objects.get()
    move(directive=task, name="issue", seen=task.version, by=office.head)
    task.refresh_from_db()
    move(
        directive=task,
        name="correct",
        seen=task.version,
        by=office.head,
        said={"deadline": date(2020, 12, 31), "reason": "Theo kết luận mới"},
    )
    text = clerk.get(address(record)).content.decode()
    assert "31/12/2020" in text and "30/06/2020" not in text


def test_a_deadline_that_was_read_before_the_day_of_the_meeting_leaves_its_row_with_the_reason(office, record, sign_in):
    find = record.finds.get(standing__fields__assignee="phòng kinh tế")
    find.standing.fields["deadline"] = "1926-06-30"
    find.standing.save()
    clerk = sign_in(office.clerk)
    left = clerk.post(address(record), sent(clerk.get(address(record))))
    assert (left.status_code, Directive.objects.count()) == (409, 2)
    assert "30/06/1926 trước ngày giao 12/03/2020" in left.content.decode()


def test_a_lead_that_is_missing_is_added_from_the_page_and_what_was_typed_stays(office, record, sign_in):
    Grant.objects.create(user=office.clerk, role=Role.STEWARD, place=office.town)
    clerk = sign_in(office.clerk)
    told = sent(clerk.get(address(record)), lead_2="Ban Chỉ đạo 35")
    find = record.finds.order_by("start").last()
    page = clerk.post(address(record), told)
    assert f'value="{office.town.pk} lead_{find.pk}"' in page.content.decode()
    before = Directive.objects.count()
    added = clerk.post(address(record), told | {"add_body": f"{office.town.pk} lead_{find.pk}"})
    assert (added.status_code, Directive.objects.count(), added.context["missing"]) == (200, before, [])
    clerk.post(address(record), told)
    assert Directive.objects.get(find=find).lead.name == "Ban Chỉ đạo 35"


def test_a_name_read_for_several_rows_is_proposed_once_and_stands_in_all_of_them(office, record, sign_in):
    finds = list(record.finds.filter(standing__kind="directive", directive=None).order_by("start"))[:2]
    for find in finds:
        find.standing.fields["assignee"] = "Ban Chỉ đạo 35"
        find.standing.save()
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    (missing,) = [each for each in page.context["missing"] if each.name == "Ban Chỉ đạo 35"]
    assert "<details" in page.content.decode()
    proposed = clerk.post(address(record), sent(page) | {"add_body": f"{office.town.pk} {missing.field.name}"})
    leads = [row.lead.value() for row in proposed.context["rows"] if row.offer.find in finds]
    assert leads == [f"Ban Chỉ đạo 35 · {office.town}"] * 2


def test_a_row_says_when_the_same_was_asked_before(office, record, sign_in):
    for day, wording in ((date(2019, 3, 5), "Rà soát các hồ sơ tồn đọng"), (date(2019, 11, 8), "Phòng Kinh tế rà soát hồ sơ tồn đọng")):
        task = actions.draft(place=office.town, wording=wording, terms=Terms(lead=office.finance, given_on=day), by=office.clerk)
        move(directive=task, name="issue", seen=0, by=office.head)
    actions.draft(place=office.town, wording=ASKED[1][2], terms=Terms(given_on=date(2019, 5, 1)), by=office.clerk)
    page = sign_in(office.clerk).get(address(record))
    assert [row.asked for row in page.context["rows"]] == ["03/2019, 11/2019", "", ""]
    assert "đã giao trước đây: 03/2019, 11/2019" in page.content.decode()


def given_to(record, *names):
    """The first directives of a record without a task, each given to one who is not on the list."""
    finds = list(record.finds.filter(standing__kind="directive", directive=None).order_by("start"))[: len(names)]
    for find, name in zip(finds, names, strict=True):
        find.standing.fields["assignee"] = name
        find.standing.save()
    return finds


def test_all_names_that_are_missing_are_proposed_by_one_button(office, record, sign_in):
    finds = given_to(record, "Ban Chỉ đạo 35", "Trạm Thủy nông 4")
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    assert f'value="{office.town.pk} *"' in page.content.decode()
    proposed = clerk.post(address(record), sent(page) | {"add_body": f"{office.town.pk} *"})
    leads = [row.lead.value() for row in proposed.context["rows"] if row.offer.find in finds]
    assert leads == [f"Ban Chỉ đạo 35 · {office.town}", f"Trạm Thủy nông 4 · {office.town}"]
    assert "Đã đề nghị 2 cơ quan" in proposed.content.decode()
    assert set(Body.objects.filter(proposed_by=office.clerk).values_list("name", flat=True)) == {"Ban Chỉ đạo 35", "Trạm Thủy nông 4"}


def test_a_name_that_says_a_place_below_is_proposed_there_and_not_above_it(office, record, sign_in):
    commune = record.meeting.place
    Meeting.objects.filter(pk=record.meeting_id).update(place=office.town)
    given_to(record, "Phòng Hạ tầng xã Bình Dương", "Trạm Thủy nông 4")
    clerk = sign_in(office.clerk)
    page = clerk.get(address(record))
    assert [[place.pk for place in each.places] for each in page.context["missing"]][:2] == [[commune.pk, office.town.pk], [office.town.pk]]
    clerk.post(address(record), sent(page) | {"add_body": f"{office.town.pk} *"})
    proposed = Body.objects.filter(proposed_by=office.clerk)
    assert set(proposed.values_list("name", "place")) == {("Phòng Hạ tầng xã Bình Dương", commune.pk), ("Trạm Thủy nông 4", office.town.pk)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chủ trì", "Trần Văn An, Bí thư Huyện ủy"),
        ("Đồng chí chủ tọa", "Trần Văn An, Bí thư Huyện ủy"),
        ("Phó Chủ tịch UBND huyện", "Phó Chủ tịch UBND huyện"),
    ],
)
def test_whoever_chaired_gave_a_task_that_the_record_says_the_chair_gave(office, record, words, said):
    Meeting.objects.filter(pk=record.meeting_id).update(chair="Trần Văn An", chair_offices=["Bí thư Huyện ủy", "Trưởng ban"])
    find = record.finds.order_by("start").first()
    find.standing.fields["issuer"] = words
    find.standing.save()
    assert of_find(confirmed(Find.objects.filter(pk=find.pk)).get()).initial["issuer"] == said


def test_a_row_whose_lead_is_no_more_by_the_last_day_says_so_before_and_after_its_draft_is_made(office, record, sign_in):
    gone = make_place("07091", "xã", "Cũ", office.town)
    gone.valid_to = date(2020, 6, 1)
    gone.save()
    bodies.add(place=gone, name="UBND xã Cũ", by=office.steward)
    client = sign_in(office.clerk)
    page = client.get(address(record))
    assert not any(row.gone for row in page.context["rows"])
    made = client.post(address(record), sent(page, lead_2="UBND xã Cũ"), follow=True)
    assert [[each.place for each in row.gone] for row in made.context["rows"]] == [[], [], [gone]]
    assert "không còn từ" in made.content.decode()
    told = client.get(f"/api/tasks/of-record/{record.pk}").json()
    assert [len(each["gone"]) for each in told] == [0, 0, 0]


def test_enter_in_a_field_makes_the_drafts_and_adds_no_body(office, record, sign_in):
    client = sign_in(office.clerk)
    page = client.post(address(record), sent(client.get(address(record)), lead_2="Ban Chợ")).content.decode()
    form = page[page.index('<form method="post"', page.index("<h1")) :]
    assert 'name="add_body"' in form
    assert form[form.index("<button") :].startswith('<button class="hidden" tabindex="-1" aria-hidden="true">Lập dự thảo')
