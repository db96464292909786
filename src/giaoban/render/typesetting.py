"""PDF/A, tagged, set by typst from a template of `layouts`. The words go in as data: nothing in them is markup."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

UNSETTABLE = re.compile(
    r"[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u0391-\u03a1\u03a3-\u03c9\u0401-\u040c"
    r"\u040e-\u044f\u0451-\u045c\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116"
    r"\u2122\u2190-\u2193\u2212\u221a\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25ab\u25b2\u25ba\u25bc\u25cb\u25cf]"
)
"""What the fonts of offices may lack: PDF/A refuses a letter that cannot be shown."""
BOX, GAPS = "□", re.compile(r"(\u00a0{3,})|[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+")
WIDE = re.compile(" {3,}")


def pdf(template: str, **told: Mapping[str, Any]) -> bytes:
    """The bytes of the PDF that the template makes, each value under the name it asks for; a box stands for a letter no font may have.

    It is PDF/A-2a, for archives, all of PDF/A-2b in it, and PDF/UA-1: tagged so that a screen reader can read it.
    """
    import typst

    source = files("giaoban.render.layouts").joinpath(template).read_bytes()
    inputs = {name: json.dumps(_settable(value)) for name, value in told.items()}
    return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"]) or b"")


def roomy(text: str) -> str:
    """With its wide gaps kept as they are, to be written into by hand; elsewhere any gap is one space."""
    return WIDE.sub(lambda gap: "\u00a0" * len(gap[0]), text)


def unsettable(text: str) -> str:
    """The first sign that the fonts of offices lack, "" where there is none."""
    found = UNSETTABLE.search(GAPS.sub(" ", text))
    return found[0] if found else ""


def _settable(value: Any) -> Any:
    if isinstance(value, str):
        return UNSETTABLE.sub(BOX, GAPS.sub(lambda gap: gap[1] or " ", value))
    if isinstance(value, Mapping):
        return {name: _settable(each) for name, each in value.items()}
    return [_settable(each) for each in value] if isinstance(value, (list, tuple)) else value
