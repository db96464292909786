"""Footnotes of a DOCX as Word keeps them: a part of its own; a note that is cited again is pointed at by a field."""

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from giaoban.render import docx_parts

TEXT, REFERENCE = "footnote text", "footnote reference"
"""Names that Word and LibreOffice know."""
RULES = (("-1", "separator"), ("0", "continuationSeparator"))


class Footnotes:
    """The notes of one document, by numbers from 1 in the order in which they are first cited."""

    def __init__(self, document: Document, notes: tuple[str, ...], size: float) -> None:
        self._cited: set[int] = set()
        self._ids = _styles(document, size)
        if notes:
            _add(document, notes, *self._ids)

    def cite(self, paragraph: Paragraph, number: int) -> None:
        """The mark of the note at the end of the paragraph; the note itself stands on the page of its first mark."""
        if number in self._cited:
            for part in docx_parts.field(paragraph, f" NOTEREF gb_note_{number} ", str(number)):
                part._r.style = self._ids[1]
            return
        run: Any = paragraph.add_run()
        run._r.style = self._ids[1]
        self._cited.add(number)
        mark: Any = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        run._r.append(mark)
        docx_parts.bookmark(f"gb_note_{number}", number, run)


def _styles(document: Document, size: float) -> tuple[str, str]:
    text: Any = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.font.size, text.paragraph_format.space_after = Pt(size), Pt(0)
    reference: Any = document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    return text.style_id, reference.style_id


def _add(document: Document, notes: tuple[str, ...], text: str, reference: str) -> None:
    rules = "".join(f'<w:footnote w:id="{at}" w:type="{kind}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>' for at, kind in RULES)
    said = "".join(_note(number, note, text, reference) for number, note in enumerate(notes, 1))
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{rules}{said}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, note: str, text: str, reference: str) -> str:
    mark = f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:footnoteRef/></w:r>'
    said = f'<w:r><w:t xml:space="preserve"> {escape(docx_parts.plain(note))}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>{mark}{said}</w:p></w:footnote>'
