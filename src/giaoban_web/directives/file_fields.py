"""Files brought as evidence: looked through one by one, so that a bad one is named and no other is blamed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.directives.checking import ACCEPTED, LARGEST, CheckedFile, checked


class ManyFiles(forms.FileInput):
    """A field for several files at once, which says what is too large before it is sent."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True, "data-largest": LARGEST, "accept": ACCEPTED})

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """With what a browser says of a file that is too large, before a byte of it is sent."""
        told = {"data-too-large": say(_too_large(), get_language() or "vi")}
        return super().get_context(name, value, {**(attrs or {}), **told})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else []


class EvidenceFiles(forms.Field):
    """The files as they may be kept (`CheckedFile`); refused with a sentence for each that may not."""

    widget = ManyFiles

    def clean(self, value: Any) -> list[CheckedFile]:
        good: list[CheckedFile] = []
        bad: list[str] = []
        for file in value or ():
            try:
                good.append(checked(file.read(), file.name or ""))
            except Refused as refused:
                told = _too_large() if refused.code == "upload-too-large" else refused
                bad.append(f"{file.name}: {say(told, get_language() or 'vi')}")
        if bad:
            kept = [_("In order, and to be chosen again: %(names)s") % {"names": ", ".join(each.name for each in good)}] if good else []
            raise ValidationError([*bad, *kept])
        return good


def _too_large() -> Refused:
    """What is larger than any evidence may be; receiving stops later, at what is too large for every upload."""
    return Refused("upload-too-large", limit=LARGEST // 2**20)
