"""A brief as a paper to take along: PDF, DOCX, or the JSON from which it can be checked and composed again."""

from collections.abc import Callable, Mapping
from typing import Literal

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from giaoban.brief.brief import Brief as CoreBrief
from giaoban.model import Refused
from giaoban_web.briefs.models import Brief
from giaoban_web.briefs.notice_papers import MEDIA as PAPERS

Paper = Literal["json", "pdf", "docx"]
Language = Literal["vi", "en"]
MEDIA = {**PAPERS, "json": "application/json"}


def answer(brief: Brief, paper: str, language: str = "") -> HttpResponse:
    """The paper: a PDF opens in the browser, anything else is taken away. Refused (`brief-altered`) where it is not what was composed."""
    response = HttpResponse(drawn(brief, paper, language or get_language() or "vi"), content_type=MEDIA[paper])
    name = f"bao-cao-truoc-cuoc-hop-{brief.on.isoformat()}-{brief.pk}.{paper}"
    response["Content-Disposition"] = str(content_disposition_header(as_attachment=paper != "pdf", filename=name))
    return response


def drawn(brief: Brief, paper: str, language: str) -> bytes:
    """The paper alone. Refused (`brief-altered`) where it is not what was composed."""
    if not brief.intact:
        raise Refused("brief-altered", number=f"{brief.pk}")
    return _DRAW[paper](brief, language)


def _docx(brief: CoreBrief, language: str) -> bytes:
    from giaoban.render.brief_docx import docx_of

    return docx_of(brief, language)


def _pdf(brief: CoreBrief, language: str) -> bytes:
    from giaoban.render.brief_pdf import pdf_of

    return pdf_of(brief, language)


_DRAW: Mapping[str, Callable[[Brief, str], bytes]] = {
    "docx": lambda brief, language: _docx(brief.told(), language),
    "pdf": lambda brief, language: _pdf(brief.told(), language),
    "json": lambda brief, _language: brief.said.encode(),
}
