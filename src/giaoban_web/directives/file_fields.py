"""Files brought as evidence: looked through one by one, so that a bad one is named and no other is blamed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.directives.checking import CheckedFile, checked


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True})

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
                bad.append(f"{file.name}: {say(refused, get_language() or 'vi')}")
        if bad:
            kept = [_("In order, and to be chosen again: %(names)s") % {"names": ", ".join(each.name for each in good)}] if good else []
            raise ValidationError([*bad, *kept])
        return good
