"""What is sent to each address so that it does its work: bad input would be refused before the caller is."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone

from giaoban.exchange.sheets.layout import from_json
from giaoban_web.bodies import carrying
from giaoban_web.learning.models import Lesson
from giaoban_web.ledger import imports
from giaoban_web.ledger.discrepancies import shown
from giaoban_web.ledger.exporting import Selection
from giaoban_web.ledger.exporting_parts import digest
from giaoban_web.ledger.exporting_releases import chosen
from giaoban_web.ledger.importing_forms import LayoutForm
from giaoban_web.ledger.keeping import mark
from giaoban_web.ledger.portrait import portrait
from giaoban_web.places.forms import RenamingForm
from giaoban_web.places.handing_on import left_behind
from giaoban_web.places.models import Place
from giaoban_web.places.planning import plan
from giaoban_web.records.models import Find
from tests.web import brief_scene, notice_scene
from tests.web.conftest import PASSWORD
from tests.web.scene import OTHER_BODY, TEXT, Scene

JSON = "application/json"
NEW_PASSWORD = "một câu khác dài hơn"
FINDING = {"polarity": "shortcoming", "topic": "land"}
OBSERVATION = {"indicator": "Thu ngân sách", "value": "2.572", "unit": "tỷ đồng", "bound": "over", "measure": "level", "role": "actual"}
ROW = {"gtsx-unit": "tỷ đồng", "gtsx-bound": "exact", "gtsx-status": "provisional"}
INDICATOR = {"group": "Giao thông", "units": "bến", "nature": "stock", "direction": "higher", "aggregation": "sum", "frequency": "year"}
SENT_ABOUT_THE_LEDGER = {
    "ledger/releases/<int:release_id>/take-back/": {"reason": "Công bố nhầm"},
    "ledger/imports/<int:entered_id>/take-back/": {"reason": "Nhầm biểu"},
    "ledger/imports/<int:upload_id>/enter/": {"confirmed": "1"},
    "ledger/waiting/<int:posting_id>/": {"indicator": "gtsx"},
    "ledger/keeping/add/": {**INDICATOR, "name": "Số bến xe"},
    "ledger/keeping/<slug:indicator_key>/retire/": {"retired": "1", "reason": "Không còn giao"},
    "ledger/keeping/<slug:indicator_key>/wordings/": {"text": "tổng trị giá làm ra"},
    "ledger/entry/<slug:code>/": {"period": "2019", "gtsx-value": "19.200", **ROW, "basis": "Nghị quyết 05"},
    "ledger/entry/<slug:code>/row/": {"period": "2019", "row": "gtsx", "gtsx-value": "19.200", **ROW},
    r"ledger/filings/(?P<filing_id>\d+)/(?P<step>approve|return|lock|unlock)/": {"version": 1},
    "ledger/cells/<int:place_id>/<int:line_id>/<int:period_id>/choose/": {"number": 0, "reason": "Đã đối chiếu"},
}


def good_input(scene: Scene, address: str) -> tuple[str, bytes]:
    """Content type and bytes."""
    kind, data = fields(scene, address)
    if kind == JSON:
        return kind, json.dumps(data).encode()
    for file in data.values():
        if isinstance(file, SimpleUploadedFile):
            file.seek(0)
    return kind, encode_multipart(BOUNDARY, data)


def fields(scene: Scene, address: str) -> tuple[str, dict[str, Any]]:
    """Content type, and what is sent by the names of its fields."""
    data = _sent_about_learning() if address == "learning/back/" else _sent_once(scene).get(address, {})
    return JSON if address.startswith(("api/finds/", "api/tasks/", "api/records/<")) else MULTIPART_CONTENT, data


def _sent_once(scene: Scene) -> dict[str, dict[str, Any]]:
    """What is sent to all addresses, put together when the first is asked for: a scene stays as it was made."""
    scene.sent = scene.sent or _sent(scene)
    return scene.sent


def _sent(scene: Scene) -> dict[str, dict[str, Any]]:
    figures = _sent_in_files(scene) | _sent_about_indicators(scene) | _sent_about_discrepancies(scene) | SENT_ABOUT_THE_LEDGER
    figures |= _sent_about_bodies(scene) | _sent_about_releases(scene)
    figures |= _sent_about_many_tasks(scene) | _sent_about_one_task(scene)
    figures |= notice_scene.sent(scene.meeting) | brief_scene.sent(scene.town)
    return _sent_about_people(scene) | _sent_about_places(scene) | _sent_about_records(scene) | figures


def _sent_about_learning() -> dict[str, Any]:
    """Back from the weights of a lesson, which is in use."""
    return {"seen": Lesson.objects.create(stamp="0123456789ab", texts=27, aside=13, finds=900, taken_at=timezone.now()).stamp}


def _sent_about_bodies(scene: Scene) -> dict[str, dict[str, Any]]:
    """Another body, other names of the one there is, somebody seated there, a seat ended; a task drafted, one withdrawn."""
    return {
        "api/tasks/": {"place": scene.town.code, "wording": "Báo cáo trước ngày 30/6.", "lead": scene.seat.body_id},
        "api/tasks/of-record/<int:record_id>": {"finds": [{"find": scene.given.pk}]},
        "api/tasks/<int:directive_id>/moves": {"move": "withdraw", "seen": scene.task.version, "reason": "Trùng"},
        "bodies/add/": {"name": "Phòng Văn hóa", "place": scene.town.pk},
        "bodies/<int:body_id>/edit/": {"name": "Phòng Kinh tế và Hạ tầng", "also": "Phòng KT&HT", "topics": ["industry"]},
        "bodies/<int:body_id>/end/": {"on": "30/6/2025"},
        "bodies/<int:ended_id>/end/correct/": {"on": "", "reason": "Kết thúc nhầm"},
        "bodies/<int:proposal_id>/same/": {"known": scene.seat.body.name},
        "bodies/<int:body_id>/seats/": {"person": "nobody", "since": "1/1/2020"},
        "bodies/seats/<int:seat_id>/hand-over/": {"person": "nobody", "since": "30/6/2025"},
        "bodies/seats/<int:seat_id>/end/": {"on": "30/6/2025"},
        "bodies/<int:body_id>/reminders/": {"days": "-14, -2"},
        "messages/preferences/": {"by_mail": "1"},
        "calendar/": {"name": "Máy tính"},
    }


def _sent_about_many_tasks(scene: Scene) -> dict[str, dict[str, Any]]:
    """The draft is to have another lead; and lists kept under names."""
    return {
        "directives/bulk/": {"move": "give_lead", "row": f"{scene.draft.pk}:{scene.draft.version}", "lead": OTHER_BODY},
        "api/tasks/drafts": {"drafts": [{"task": scene.draft.pk, "seen": scene.draft.version, "deadline_on": "2031-01-31"}]},
        "directives/complete/": {"row": f"{scene.draft.pk}:{scene.draft.version}", f"{scene.draft.pk}-watcher": OTHER_BODY},
        "directives/progress/": {"row": f"{scene.task.pk}:{scene.task.version}", f"text_{scene.task.pk}": "Đã khảo sát"},
        "directives/views/": {"name": "Nhiệm vụ mới", "query": "state=issued"},
        "directives/views/<int:view_id>/rename/": {"name": "Đã quá hạn"},
    }


def _sent_about_one_task(scene: Scene) -> dict[str, dict[str, Any]]:
    """One made by hand, one made of a confirmed directive, a draft with a product, a report returned."""
    terms = {"topic": "land", "force": "order", "aims-TOTAL_FORMS": 0, "aims-INITIAL_FORMS": 0}
    by_hand = {"place": scene.town.pk, "wording": "Báo cáo kết quả rà soát.", **terms}
    return {
        "directives/draft/": by_hand,
        "directives/check/": by_hand,
        "directives/from-find/<int:given_id>/": terms,
        "directives/from-record/<int:record_id>/": {f"take_{scene.given.pk}": "on"},
        "directives/<int:draft_id>/edit/": {"seen": scene.draft.version, "product": "Báo cáo", **terms},
        "directives/<int:directive_id>/move/<slug:move>/": {"seen": scene.task.version, "reason": "Thiếu biên bản"},
    }


def _sent_about_discrepancies(scene: Scene) -> dict[str, dict[str, Any]]:
    """What the checks found of the town, settled."""
    found = shown(portrait(scene.town, timezone.localdate()))
    return {"ledger/places/<slug:code>/settle/": {"mark": found[0].mark, "reason": "Số in sai"}}


def _sent_about_releases(scene: Scene) -> dict[str, dict[str, Any]]:
    """All figures of the town, as the preview shows them."""
    told = chosen(scene.town, Selection(), scene.people["steward"])
    return {"ledger/releases/": {"title": "Số liệu năm 2019", "place": "205", "licence": "CC-BY-4.0", "seen": digest(told)}}


def _sent_in_files(scene: Scene) -> dict[str, dict[str, Any]]:
    """Another file of figures; and the sheet of the scene, meant as it was guessed."""
    flat = "indicator,place,period,value,unit\ngtsx,205,2017,15000,tỷ đồng\n".encode()
    upload = scene.upload
    grid = imports.grid_of(upload)
    form = LayoutForm(grid=grid, layout=from_json(upload.layout), within=upload.place, on=upload.reported_on)
    meant = {field.html_name: field.value() or "" for field in form}
    return {
        "ledger/imports/": {"place": scene.town.pk, "reported_on": "10/01/2018", "file": SimpleUploadedFile("so-lieu.csv", flat)},
        "ledger/imports/<int:upload_id>/layout/": {"sheet": upload.sheet, **meant},
    }


def _sent_about_indicators(scene: Scene) -> dict[str, dict[str, Any]]:
    changed = {**INDICATOR, "name": "Số bến", "units": "lượt; bến", "seen": mark(scene.wording.indicator)}
    return {"ledger/keeping/<slug:own_key>/edit/": changed}


def _sent_about_people(scene: Scene) -> dict[str, dict[str, Any]]:
    person = "people/<int:person_id>/"
    return {
        "accounts/login/": {"login": "clerk-205", "password": PASSWORD},
        "accounts/password/change/": {"oldpassword": PASSWORD, "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
        "language/": {"language": "en"},
        "accounts/me/tokens/": {"name": "Báo cáo"},
        "people/add/": {"name": "Người mới", "username": "moi", "role": "clerk", "place": scene.town.pk},
        f"{person}edit/": {"name": "Tên khác", "email": "khac@vidu.vn"},
        f"{person}grants/": {"role": "head", "place": scene.town.pk},
    }


def _sent_about_places(scene: Scene) -> dict[str, dict[str, Any]]:
    """The town renamed as the preview shows it; the change of the scene undone; the role that its merger left behind given anew."""
    form = RenamingForm({"places": scene.town.code, "name": "Đông Triều Mới", "on": "2030-01-01", "act": "2/NQ"})
    assert form.is_valid(), form.errors
    return {
        "places/changes/declare/<slug:change_kind>/": {**form.data, "seen": plan(form.declared()).digest},
        "places/changes/<int:event_id>/undo/": {"reason": "Khai nhầm"},
        "places/changes/<int:merger_id>/bodies/": {
            "body": [left.mark for left in carrying.left_behind(scene.merger, timezone.localdate())]
        },
        "places/changes/<int:merger_id>/roles/": {"role": [left.mark for left in left_behind(scene.merger, timezone.localdate())]},
    }


def _sent_about_records(scene: Scene) -> dict[str, dict[str, Any]]:
    record, quote = r"records/<int:record_id>/", "Thị xã cần đẩy nhanh"
    start = TEXT.index(quote)
    added = {"kind": "shortcoming", "start": start, "end": start + len(quote), "fields": FINDING}
    return {
        "records/put-in/": {"place": scene.town.pk, "files": _file()},
        "api/records/<int:record_id>/place": {"place": "07001"},
        f"{record}place/": {"place": Place.objects.filter(parent=scene.town).latest("valid_from").pk},
        f"{record}set-aside/": {"reason": "Đưa nhầm bản dự thảo"},
        f"{record}add/<slug:kind>/": {"quote": quote, **FINDING},
        f"{record}finds/<int:find_id>/edit/": {"quote": "Thu ngân sách", "seen": 0, "anyway": "1", **OBSERVATION},
        r"records/(?P<record_id>\d+)/finds/(?P<find_id>\d+)/(?P<act>confirm|reject|undo)/": {"seen": 0},
        f"{record}finds/<int:corrected_id>/same/<slug:name>/": {"seen": 1, "find": [f"{_alike(scene).pk}-0"]},
        f"{record}finds/<int:undated_id>/day/": {"seen": 0, "year": 2020},
        "api/records/<int:record_id>/meeting-day": {"on": "2020-03-12", "seen": 0},
        "api/records/<int:record_id>/amendments": {"finds": [{"id": _alike(scene).pk, "seen": 0}], "fields": {"place": "phường Mạo Khê"}},
        "api/records/<int:record_id>/confirmations": {"above": 0.7},
        "api/records/<int:record_id>/confirmations/undo": {"finds": [{"id": scene.find.pk, "seen": 0}]},
        "api/records/": {"place": scene.town.code, "file": _file()},
        "api/finds/": {"record": scene.find.record_id, **added},
        "api/finds/<int:find_id>/decisions": {"verdict": "confirmed", "seen": 0},
    }


def _alike(scene: Scene) -> Find:
    """The one that was read like the find whose place was put right."""
    return scene.corrected.record.finds.get(fields__indicator="Thu phí")


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("khac.txt", TEXT.replace("2.572", "2.573").encode())
