"""Notices of the scene's meeting: one in draft, one approved, one that went out; and what is sent to their addresses."""

import io
from functools import cache
from hashlib import sha256
from typing import Any

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from giaoban.brief import Order
from giaoban_web.accounts.models import User
from giaoban_web.bodies.models import Body
from giaoban_web.briefs import drafting, notices
from giaoban_web.briefs.models import Notice, NoticeFile
from giaoban_web.directives import actions as directives
from giaoban_web.directives.models import Directive
from giaoban_web.meetings.models import Meeting

HEADING = {"body": "THỊ UỶ ĐÔNG TRIỀU", "symbol": "TB/TU", "place": "Đông Triều", "signer": "Lê Thị An", "authority": [], "recipients": []}
STATES: dict[str, dict[str, Any]] = {
    "draft": {},
    "approved": {},
    "issued": {"number": 1, "year": 2020, "issued_on": "2020-03-16", "issuer": "thi uy dong trieu"},
}
OPENING = "Ngày 12/3/2020, Thường trực Thị uỷ làm việc với thị xã."
BEHIND = "Phòng Kinh tế trồng cây hai bên đường."


def make(meeting: Meeting, lead: Body, clerk: User) -> None:
    """The notices, each with two tasks; a third task of the meeting stands in none of them."""
    for wording in ("Phòng Kinh tế dọn kênh mương.", "Phòng Kinh tế sửa cầu."):
        _task(meeting, wording, lead, clerk)
    for state, told in STATES.items():
        made = drafting.draft(meeting=meeting, order=Order.SAID, layout="party", by=clerk)
        made = drafting.head(notice=made, heading=HEADING, layout="party", seen=made.version, by=clerk)
        for each in [each for each in notices.items_of(notices.current(made)) if "…" in each.text]:
            made = drafting.edit(notice=made, mark=each.mark, text=OPENING, seen=made.version, by=clerk)
        Notice.objects.filter(pk=made.pk).update(state=state, **told)
        if state == "issued":
            for paper in ("docx", "pdf"):
                NoticeFile.objects.create(notice=made, paper=paper, data=b"x", sha256=sha256(b"x").hexdigest(), size=1)
    _task(meeting, BEHIND, lead, clerk)


def arguments(meeting: Meeting) -> dict[str, Any]:
    """What stands in the addresses of notices."""
    keys = {notice.state: notice.pk for notice in meeting.notices.all()}
    names = {"notice_id": keys["draft"], "approved_id": keys["approved"], "issued_id": keys["issued"]}
    return names | {"mark": "abstract", "notice_step": "submit", "version_number": 1, "layout_name": "state", "paper": "docx"}


def sent(meeting: Meeting) -> dict[str, dict[str, Any]]:
    """What is sent to each address."""
    versions = dict(meeting.notices.values_list("state", "version"))
    seen = {"seen": versions["draft"]}
    notice = "notices/<int:notice_id>/"
    return {
        "notices/compose/<int:meeting_id>/": {"layout": "state", "order": "topic"},
        f"{notice}items/<slug:mark>/": {"text": "kết luận khác", "act": "save", **seen},
        f"{notice}add/": {"text": "Văn phòng theo dõi.", "kind": "text", "after": "", **seen},
        f"{notice}bring/": {"source": f"d{Directive.objects.get(wording=BEHIND).pk}", **seen},
        f"{notice}arrange/": {"order": " ".join(_marks(meeting)), **seen},
        f"{notice}heading/": {"layout": "state", **HEADING, "authority": "CHỦ TỊCH", "recipients": "", **seen},
        f"{notice}steps/<slug:notice_step>/": seen,
        "notices/<int:approved_id>/issue/": {"number": 2, "on": "16/03/2020", "seen": versions["approved"]},
        f"{notice}compare/": {"layout": "party", "document": SimpleUploadedFile("thong-bao.docx", _document())},
        f"{notice}take-over/": {"edited": '[["abstract", "kết luận khác"]]', "take": "0", "document": "", **seen},
    }


def _task(meeting: Meeting, wording: str, lead: Body, clerk: User) -> Directive:
    return directives.draft(place=meeting.place, wording=wording, terms=directives.Terms(lead=lead), by=clerk, meeting=meeting)


def _marks(meeting: Meeting) -> list[str]:
    """The paragraphs of the draft that can be moved, the last first."""
    items = notices.items_of(notices.current(meeting.notices.get(state="draft")))
    return [each.mark for each in reversed(items) if each.kind in {"heading", "task"}]


@cache
def _document() -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Trên đây là kết luận.")
    document.save(file)
    return file.getvalue()
