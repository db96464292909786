"""PDF/A, tagged, set by typst from a template of `layouts`. The words go in as data: nothing in them is markup."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from giaoban.brief.notice_signs import GAPS, UNSETTABLE
from giaoban.render.faces import ALWAYS, Faces, faces

BOX = "□"
WIDE = re.compile(" {3,}")


def pdf(template: str, **told: Mapping[str, Any]) -> bytes:
    """The bytes of the PDF that the template makes, each value under the name it asks for; a box stands for a letter no font may have.

    It is PDF/A-2a, for archives, all of PDF/A-2b in it, and PDF/UA-1: tagged so that a screen reader can read it.
    """
    import typst

    source = files("giaoban.render.layouts").joinpath(template).read_bytes()
    values = {name: json.dumps(_settable(value)) for name, value in told.items()}
    try:
        return _set(source, values, faces())
    except typst.TypstError:
        # A letter that these faces lack may be in some other font of the machine.
        return _set(source, values, Faces((ALWAYS,)))


def _set(source: bytes, values: Mapping[str, str], used: Faces) -> bytes:
    import typst

    inputs = {**values, "faces": json.dumps(used.families)}
    return bytes(typst.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"], **used.found) or b"")


def roomy(text: str) -> str:
    """With its wide gaps kept as they are, to be written into by hand; elsewhere any gap is one space."""
    return WIDE.sub(lambda gap: "\u00a0" * len(gap[0]), text)


def _settable(value: Any) -> Any:
    if isinstance(value, str):
        return UNSETTABLE.sub(BOX, GAPS.sub(lambda gap: gap[1] or " ", value))
    if isinstance(value, Mapping):
        return {name: _settable(each) for name, each in value.items()}
    return [_settable(each) for each in value] if isinstance(value, (list, tuple)) else value
