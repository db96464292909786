"""Names of the markup of OpenDocument."""

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (OASIS % name for name in ("office", "text", "table", "style", "drawing"))
FORM, FO, SVG = (OASIS % name for name in ("form", "xsl-fo-compatible", "svg-compatible"))
LISTED = (STYLE + "num-list-format", "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format")
ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH, HEADING, SPAN, LIST, SECTION = (TEXT + name for name in ("p", "h", "span", "list", "section"))
ITEM, LIST_HEADER = TEXT + "list-item", TEXT + "list-header"
ROW, CELL, COVERED = TABLE + "table-row", TABLE + "table-cell", TABLE + "covered-table-cell"
PARAGRAPHS = frozenset({PARAGRAPH, HEADING})
SIGNS = {TEXT + "s": " ", TEXT + "tab": "\t", TEXT + "line-break": "\n"}

EDGES = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
APART = frozenset({TEXT + "note", OFFICE + "annotation", *(STYLE + name for name in EDGES)})
"""What is no running text but may bear a mark."""
NOT_TEXT = APART | {
    TEXT + "tracked-changes",
    TEXT + "ruby-text",
    TEXT + "sequence-decls",
    TEXT + "variable-decls",
    TEXT + "user-field-decls",
    OFFICE + "forms",
    OFFICE + "annotation-end",
    SVG + "title",
    SVG + "desc",
}
"""What is deleted or about the text, and what stands apart from it."""
DESCRIBED = (SVG + "title", SVG + "desc")
SAID = (FORM + "label", FORM + "value", FORM + "current-value", FORM + "title")
