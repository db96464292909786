"""A version of a notice as the page shows it: the parts of the paper in the form of its layout."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language

from giaoban.brief.notice_paragraphs import numbers
from giaoban.render.issuer import issuing
from giaoban.render.layouts import layout
from giaoban.render.notice_docx import place_date, raised, signing
from giaoban_web.briefs.models import ItemKind, NoticeItem, NoticeVersion
from giaoban_web.briefs.notices import listed, paper_of


def paper(version: NoticeVersion, items: Sequence[NoticeItem]) -> dict[str, Any]:
    """The context of the template `briefs/_notice_paper.html`."""
    made, wanted = paper_of(version, items), layout(version.layout)
    numbered = zip(items, numbers(listed(items)), strict=True)
    body = [(each, number) for each, number in numbered if each.kind not in {ItemKind.ABSTRACT, ItemKind.CLOSING}]
    return {
        "name": version.layout,
        "heading": made.heading,
        "upper": issuing(made.heading.upper),
        "issuing": issuing(made.heading.body),
        "words": wanted.words,
        "number": wanted.number(made.heading.number, made.heading.symbol),
        "place_date": place_date(made),
        "kind": made.kind,
        "abstract": raised(made.abstract, wanted),
        "body": body,
        "closing": f"{made.closing}{wanted.words['end']}",
        "recipients": wanted.recipients(made.heading.recipients),
        "signing": signing(made, wanted),
        "unsure": wanted.doubts(get_language() or "vi"),
    }
