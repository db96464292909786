"""Everything an address can name, in one town; and a person for each role, there and in another town."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory

from giaoban.exchange.sheets.layout import from_json
from giaoban.model import Period
from giaoban.model import Role as FigureRole
from giaoban_web.accounts.models import Role, Token, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies import proposing
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.directives import actions as directives
from giaoban_web.directives.evidence import Piece
from giaoban_web.directives.models import Directive, SavedView
from giaoban_web.directives.moving import move
from giaoban_web.ledger import filing, imports, keeping
from giaoban_web.ledger.exporting_releases import release
from giaoban_web.ledger.models import Entry, Filing, Posting, Release, Upload, Wording
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.actions import declare
from giaoban_web.places.models import Event, EventKind, Place
from giaoban_web.places.planning import After, Declared, plan
from giaoban_web.records import actions as records
from giaoban_web.records import amending
from giaoban_web.records.models import Find, Intake, Record, Verdict
from giaoban_web.records.setting_aside import set_aside
from giaoban_web.reminders.actions import make_feed
from giaoban_web.reminders.models import Feed, Message
from tests.web import brief_scene, notice_scene
from tests.web.conftest import make_place

TEXT = (
    "Ngày đăng: 10/3/2020\n\n"
    "Thu ngân sách năm 2019 đạt 2.572 tỷ đồng. Thị xã cần đẩy nhanh tiến độ giải phóng mặt bằng trước ngày 30/6/2020."
)
OTHER_BODY = "Phòng Tài chính"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass
class Scene:
    """`people` by caller: "clerk", "clerk elsewhere", "nobody" …"""

    town: Place
    people: dict[str, User]
    token: Token
    meeting: Meeting
    find: Find
    intake: Intake
    posting: Posting
    entry: Entry
    change: Event
    merger: Event
    filing: Filing
    upload: Upload
    imported: Upload
    release: Release
    wording: Wording
    seat: Seat
    task: Directive
    draft: Directive
    given: Find
    corrected: Find
    amendment: int
    secret: str
    sessions: dict[str, str] = field(default_factory=dict)
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def make(cls, town: Place, other_town: Place, person: Callable[..., User]) -> "Scene":
        people = {"nobody": User.objects.create_user("nobody", password="một mật khẩu dài", name="Chưa có vai trò")}
        for role in Role:
            people[role.value] = person(role.value, town)
            people[f"{role.value} elsewhere"] = person(role.value, other_town)
        token = Token.objects.create(user=people["clerk"], name="Khóa", digest="0" * 64)
        meeting = Meeting.objects.create(place=town, held_on=date(2020, 3, 12), title="Làm việc với thị xã")
        clerk = people["clerk"]
        record = records.put_in(data=TEXT.encode(), name="bao-cao.txt", place=town, by=clerk)
        find = _figure(record, "Thu ngân sách")
        waits, entered = (_confirmed(_figure(record, name), clerk) for name in ("Thứ gì đó", "Thu ngân sách nhà nước"))
        _confirmed(_figure(record, "Tỷ lệ hộ nghèo", value=112, unit="%"), clerk)
        intake = Intake.objects.create(by=clerk)
        submitted = _submitted(town, people["unit"])
        taught = _wording(people["steward"])
        change = _renamed(make_place("07001", "phường", "Cũ", town), people["steward"])
        merger = _merged(town, person, people["steward"])
        brought, imported = _brought(town, people["steward"]), _imported(town, people["steward"])
        told = {"title": "Số liệu mở", "indicator": None, "period": "", "licence": "CC-BY-4.0"}
        seat = _seated(town, people)
        proposing.propose(place=town, name="Đội Quản lý chợ", by=clerk)
        SavedView.objects.create(user=clerk, name="Quá hạn", query="kind=overdue")
        task, drafted = _reported(seat.body, people), _task(seat.body, people)
        given = _given(record, clerk)
        wrong, amended = _alike(record, clerk)
        _set_aside(town, clerk)
        notice_scene.make(meeting, seat.body, clerk)
        brief_scene.make(town, clerk)
        freed = release(place=town, by=people["steward"], **told)
        figure = Entry.objects.get(spot=entered.find_id)
        return cls(
            town,
            people,
            token,
            meeting,
            find,
            intake,
            waits,
            figure,
            change,
            merger,
            submitted,
            brought,
            imported,
            freed,
            taught,
            seat,
            task,
            drafted,
            given,
            wrong,
            amended,
            _told(task, clerk),
        )

    def session(self, caller: str) -> str:
        """The key of a session in which `caller` is signed in."""
        if caller not in self.sessions:
            request = RequestFactory().get("/")
            request.session = SessionStore()
            login(request, self.people[caller], BACKEND)
            request.session.save()
            self.sessions[caller] = request.session.session_key
        return self.sessions[caller]

    def arguments(self) -> dict[str, Any]:
        """What stands in an address for each name of an argument: things of the town, and of its clerk."""
        clerk = self.people["clerk"]
        return {
            "code": self.town.code,
            "person_id": clerk.pk,
            "grant_id": clerk.grants.get().pk,
            "token_id": self.token.pk,
            "record_id": self.find.record_id,
            "find_id": self.find.pk,
            "intake_id": self.intake.pk,
            "posting_id": self.posting.pk,
            "own_key": self.wording.indicator.key,
            "wording_id": self.wording.pk,
            "filing_id": self.filing.pk,
            "upload_id": self.upload.pk,
            "entered_id": self.imported.pk,
            "release_id": self.release.pk,
            "step": "approve",
            "place_id": self.entry.place_id,
            "line_id": self.entry.line_id,
            "period_id": self.entry.period_id,
            "kind": "shortcoming",
            "change_kind": "renaming",
            "event_id": self.change.pk,
            "merger_id": self.merger.pk,
            "act": "confirm",
            "form": "json",
            "chart_name": "bars",
            "meeting_id": self.meeting.pk,
            **notice_scene.arguments(self.meeting),
            **brief_scene.arguments(self.town),
            "body_id": self.seat.body_id,
            "seat_id": self.seat.pk,
            "ended_id": Body.objects.exclude(retired_on=None).get().pk,
            "proposal_id": Body.objects.exclude(proposed_by=None).get().pk,
            "directive_id": self.task.pk,
            "draft_id": self.draft.pk,
            "message_id": Message.objects.get(user=clerk).pk,
            "feed_id": Feed.objects.get(user=clerk).pk,
            "secret": self.secret,
            "view_id": SavedView.objects.get(user=clerk).pk,
            "given_id": self.given.pk,
            "corrected_id": self.corrected.pk,
            "aside_id": Record.objects.get(name="du-thao.txt").pk,
            "undated_id": self.corrected.record.finds.get(kind="meeting").pk,
            "name": "place",
            "number": self.amendment,
            "move": "return",
            "evidence_id": self.task.evidence.get().pk,
            "indicator_key": "gtsx",
            "set_id": "vn-ntm-xa-2022",
            "uidb36": "1",
            "key": "khong-hop-le",
        }


def _figure(record: Record, indicator: str, value: int = 2572, unit: str = "tỷ đồng", place: str | None = None) -> Find:
    said = {"indicator": indicator, "measure": "level", "value": value, "value_to": None, "unit": unit, "bound": "exact"}
    fields = {**said, "role": "actual", "period": "2019", "place": place, "comparisons": []}
    return Find.objects.create(record=record, kind="observation", start=0, end=12, fields=fields, rule="x", reader="x", confidence=0.99)


def _renamed(ward: Place, steward: User) -> Event:
    declared = Declared(EventKind.RENAMING, date(2024, 1, 1), "1/NQ", (ward,), (After(ward.code, ward.kind, "Mới", ward.parent),))
    return declare(declared, seen=plan(declared).digest, by=steward)


def _merged(town: Place, person: Callable[..., User], steward: User) -> Event:
    """Two wards made one, with a clerk on one of them, whose role stayed behind, and a body there."""
    wards = tuple(make_place(code, "phường", name, town) for code, name in (("07011", "Trên"), ("07012", "Dưới")))
    person("clerk", wards[0])
    bodies.add(place=wards[0], name="UBND phường Trên", by=steward)
    declared = Declared(EventKind.MERGER, date(2023, 1, 1), "2/NQ", wards, (After("07013", wards[0].kind, "Chung", town),))
    return declare(declared, seen=plan(declared).digest, by=steward)


def _wording(steward: User) -> Wording:
    """A wording of an indicator that the steward added."""
    row = keeping.add_indicator(definition={"name": "Số lượt xe buýt", "group": "Giao thông", "units": ["lượt"]}, by=steward)
    return keeping.add_wording(row=row, text="chuyến xe buýt", by=steward)


def _submitted(town: Place, unit: User) -> Filing:
    period = Period.parse("2018")
    typed = [filing.Typed(FigureRole.ACTUAL, Decimal(16_681), "tỷ đồng")]
    (cell,) = filing.draft(place=town, period=period, indicator="gtsx", typed=typed, seen={}, by=unit)
    return filing.move(filing=cell.filing, step="submit", seen=0, by=unit)


def _seated(town: Place, people: dict[str, User]) -> Seat:
    """The unit sits for a body of the town; another has ended."""
    body, _other = (bodies.add(place=town, name=name, by=people["steward"]) for name in ("Phòng Kinh tế", OTHER_BODY))
    ended = bodies.add(place=town, name="Phòng Tôn giáo", by=people["steward"])
    bodies.retire(body=ended, on=date(2020, 1, 1), by=people["steward"])
    return bodies.seat(body=body, user=people["unit"], since=date(2020, 1, 1), by=people["steward"])


def _task(body: Body, people: dict[str, User]) -> Directive:
    """A draft given to the body."""
    terms = directives.Terms(lead=body, deadline_on=date(2020, 6, 30), given_on=date(2020, 3, 12))
    return directives.draft(place=body.place, wording="Phòng Kinh tế báo cáo trước ngày 30/6.", terms=terms, by=people["clerk"])


def _reported(body: Body, people: dict[str, User]) -> Directive:
    """A task of the body that it has reported with a link, for the head of office to accept or return."""
    task = move(directive=_task(body, people), name="issue", seen=0, by=people["head"])
    link = Piece("Báo cáo", url="https://example.org/bao-cao")
    return move(directive=task, name="report", seen=1, by=people["unit"], said={"text": "Đã xong"}, evidence=[link])


def _given(record: Record, clerk: User) -> Find:
    """The directive of the record, confirmed, without a task."""
    said = {"issuer": None, "force": "order", "assignee": None, "deadline": "2020-06-30", "topic": "land"}
    start = TEXT.index("đẩy nhanh")
    read = {"rule": "x", "reader": "x", "confidence": 0.99}
    find = Find.objects.create(record=record, kind="directive", start=start, end=len(TEXT) - 1, fields=said, **read)
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    return find


def _alike(record: Record, clerk: User) -> tuple[Find, int]:
    """A figure whose place was put right, with another that was read alike; and the number of a change to several finds.

    Beside them stands a meeting whose day is told without its year.
    """
    told = {"date": None, "mode": None, "convener": None, "reviewed": None, "chair": None, "day": "--03-12"}
    Find.objects.create(record=record, kind="meeting", start=0, end=12, fields=told, rule="x", reader="x", confidence=0.8)
    wrong, _other, changed = (_figure(record, name, place="thị xã Quảng Yên") for name in ("Thu thuế", "Thu phí", "Thu lệ phí"))
    change = records.Change(wrong.kind, wrong.start, wrong.end, {**wrong.fields, "place": "thị xã Đông Triều"})
    records.decide(find=wrong, verdict=Verdict.CORRECTED, seen=0, by=clerk, change=change)
    wish = amending.Wish(0, {"place": "phường Mạo Khê"})
    return wrong, amending.amend(record=record, wishes={changed.pk: wish}, by=clerk).number


def _set_aside(town: Place, clerk: User) -> None:
    """A draft that was put in by mistake, and set aside."""
    draft = records.put_in(data="Bản dự thảo chưa thông qua.".encode(), name="du-thao.txt", place=town, by=clerk)
    _figure(draft, "Thu thuế")
    set_aside(record=draft, reason="Đưa nhầm bản dự thảo", by=clerk)


def _told(task: Directive, clerk: User) -> str:
    """A message that the clerk has not read; gives the secret of a calendar of hers."""
    Message.objects.create(
        user=clerk, key="1", directive=task, code="told-accepted", values={"by": "A", "wording": "B"}, made_at=task.moved_at
    )
    return make_feed(owner=clerk, name="Điện thoại")[1]


def _confirmed(find: Find, clerk: User) -> Posting:
    """What became of the figure in the ledger."""
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    return find.posting


def _brought(town: Place, steward: User, year: int = 2018, value: str = "15.900") -> Upload:
    """A sheet that was laid out and looked at, and is not entered yet."""
    data = f"Địa bàn;Tổng giá trị sản xuất năm {year} (tỷ đồng)\nthị xã Đông Triều;{value}\n".encode()
    upload = imports.arrive(data=data, name=f"bieu-{year}.csv", place=town, reported_on=date(year + 1, 1, 10), by=steward)
    imports.lay_out(upload=upload, sheet=upload.sheet, layout=from_json(upload.layout), by=steward)
    return Upload.objects.get(pk=upload.pk)


def _imported(town: Place, steward: User) -> Upload:
    """Another, of an earlier year, whose figure stands in the ledger."""
    upload = _brought(town, steward, 2016, "13.200")
    imports.enter(upload=upload, without_refused=False, by=steward)
    return Upload.objects.get(pk=upload.pk)
