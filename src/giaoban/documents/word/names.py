"""Names of the markup of Word documents."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

PARAGRAPH, RUN, TEXT, TABLE, ROW, CELL = W + "p", W + "r", W + "t", W + "tbl", W + "tr", W + "tc"
TEXT_BOX, FALLBACK, VALUE = W + "txbxContent", MC + "Fallback", W + "val"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"

NOT_TEXT = frozenset(
    {
        W + "del",
        W + "moveFrom",
        W + "instrText",
        W + "delText",
        W + "pPr",
        W + "rPr",
        W + "tblPr",
        W + "trPr",
        W + "tcPr",
        FALLBACK,
        TEXT_BOX,
    }
)
"""What is deleted, hidden or about the text; text boxes are read after the paragraph they hang on."""
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
