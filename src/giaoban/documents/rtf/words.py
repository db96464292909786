"""Words of the markup of rich text."""

from enum import Enum, auto

SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\xa0", "_": "-", "-": "\xad", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
"""What stands for a sign. A hyphen that is seen at the end of a line only is a letter of TCVN3, too."""
ENDS = frozenset({"par", "sect", "\n", "\r"})
"""What ends a paragraph."""


class Part(Enum):
    """What a group is about."""

    TEXT = auto()
    SKIPPED = auto()
    FONTS = auto()
    STYLES = auto()
    LABEL = auto()
    """The number that a list has given to the paragraph."""
    APART = auto()
    """A header, footer, note or comment."""
    BOX = auto()
    SAID = auto()
    """Something said of the document or a drawing."""
    PICTURE = auto()
    """A picture: its dots are left out, what is said of it is not."""
    ROW = auto()
    """The shape of a row of a table in a cell."""


PARTS = {
    "fonttbl": Part.FONTS, "stylesheet": Part.STYLES, "listtext": Part.LABEL, "pntext": Part.LABEL, "shptxt": Part.BOX,
    "dptxbxtext": Part.BOX, "nesttableprops": Part.ROW, "pict": Part.PICTURE,
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation"), Part.APART
    ),
    **dict.fromkeys(
        (
            "upr", "shppict", "picprop", "shp", "shpinst", "shpgrp", "do", "ud", "userprops", "sp", "background", "result", "fldrslt",
            "info",
        ),
        Part.TEXT,
    ),
    **dict.fromkeys(
        (
            "title", "subject", "keywords", "doccomm", "category", "author", "operator", "manager", "company", "staticval", "sn", "sv",
        ),
        Part.SAID,
    ),
    **dict.fromkeys(
        (
            "colortbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "xmlnstbl", "filetbl", "fldinst", "tc", "xe",
            "nonesttables", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "shprslt", "nonshppict", "objdata",
            "objclass", "objname", "atnid", "atnauthor", "atndate", "bkmkstart", "bkmkend", "pn", "pgdsctbl", "creatim", "revtim",
            "printim", "buptim", "propname", "linkval", "hlinkbase", "comment", "template", "txe", "rxe", "private", "formfield",
            "datafield",
        ),
        Part.SKIPPED,
    ),
}  # fmt: skip
"""What a word makes of its group. Of the same text for older programs and for those of today, the latter is read."""
TWICE = "upr"
"""A group of two: the first for older programs is leapt over."""
DRAWN = frozenset({"gtextUNICODE", "wzDescription", "wzName"})
"""What a drawing says in words."""
WHO = {"operator": "lastmodifiedby", "staticval": "own"}
"""Names of what is said, as other formats have them."""
