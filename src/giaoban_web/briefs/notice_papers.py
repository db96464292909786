"""A version of a notice as a paper: DOCX to go on editing, PDF to read and print."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from giaoban.render.layouts import layout
from giaoban_web.briefs.models import Notice, NoticeFile, NoticeVersion
from giaoban_web.briefs.notices import items_of, paper_of, said_number

DOCX, PDF = "docx", "pdf"
MEDIA = {DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", PDF: "application/pdf"}


def drawn(version: NoticeVersion, paper: str, name: str = "") -> bytes:
    """The bytes of a version, in its own layout unless another is named."""
    return _DRAW[paper](paper_of(version, items_of(version)), layout(name or version.layout))


def keep(notice: Notice, version: NoticeVersion) -> list[NoticeFile]:
    """Draw the papers of an issued notice and keep them for ever; the caller's transaction and log entry hold them."""
    made = []
    for paper in MEDIA:
        data = drawn(version, paper)
        hashed = sha256(data).hexdigest()
        made.append(NoticeFile.objects.create(notice=notice, paper=paper, data=data, sha256=hashed, size=len(data)))
    return made


OF_LAYOUT = {"party": "dang", "state": "hanh-chinh"}
"""How the name of a file says its layout."""


def answer(data: bytes, paper: str, name: str) -> HttpResponse:
    """The paper under that name: a PDF opens in the browser, a DOCX is taken away."""
    response = HttpResponse(data, content_type=MEDIA[paper])
    response["Content-Disposition"] = str(content_disposition_header(as_attachment=paper != PDF, filename=f"{name}.{paper}"))
    return response


def name_of(version: NoticeVersion, layout_name: str = "") -> str:
    """ "12-TB-TU", "thong-bao-7-ban-3-dang": what the file is called."""
    notice = version.notice
    if notice.number and version.number == notice.version and not layout_name:
        return said_number(notice, version).removeprefix("Số").strip(": ").replace("/", "-")
    return "-".join(filter(None, [f"thong-bao-{notice.pk}-ban-{version.number}", OF_LAYOUT.get(layout_name, "")]))


def _docx(paper: Any, of: Any) -> bytes:
    from giaoban.render.notice_docx import docx_of

    return docx_of(paper, of)


def _pdf(paper: Any, of: Any) -> bytes:
    from giaoban.render.notice_pdf import pdf_of

    return pdf_of(paper, of)


_DRAW: Mapping[str, Callable[[Any, Any], bytes]] = {DOCX: _docx, PDF: _pdf}
