"""A notice as PDF/A, tagged, set by typst. The words go in as data: nothing in them is markup."""

from collections.abc import Mapping
from typing import Any

from giaoban.brief import Notice, Section
from giaoban.render import typesetting
from giaoban.render.issuer import parts
from giaoban.render.layouts import Layout
from giaoban.render.notice_docx import place_date, raised, signing


def pdf_of(notice: Notice, layout: Layout) -> bytes:
    """The bytes of the PDF (PDF/A-2a, PDF/UA-1). Times New Roman where the machine has it, else a serif with Vietnamese letters."""
    return typesetting.pdf("notice.typ", notice=_told(notice, layout))


def _told(notice: Notice, layout: Layout) -> Mapping[str, Any]:
    heading, words = notice.heading, layout.words
    return {
        "kind": notice.kind,
        "abstract": raised(notice.abstract, layout),
        "upper": parts(heading.upper),
        "body": heading.body,
        "issuing": parts(heading.body),
        "heading": words["heading"],
        "motto": words["motto"],
        "under_body": words["under_body"],
        "under_abstract": words["under_abstract"],
        "number": typesetting.roomy(layout.number(heading.number, heading.symbol)),
        "place_date": typesetting.roomy(place_date(notice)),
        "opening": [item.text for item in notice.opening],
        "sections": [_section(each) for each in notice.sections],
        "closing": f"{notice.closing}{words['end']}",
        "recipients_label": words["recipients"],
        "recipients": layout.recipients(heading.recipients),
        "authority": [{"part": part, "line": line} for part, line in signing(notice, layout)],
        "signer": heading.signer,
        "sizes": dict(layout.sizes),
        "bold": sorted(layout.bold),
        "italic": sorted(layout.italic),
        "margins": dict(layout.margins),
        "indent": layout.indent,
        "space_after": layout.space_after,
        "line_spacing": layout.line_spacing,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "items": [item.text for item in section.items],
        "sections": [_section(each) for each in section.sections],
    }
