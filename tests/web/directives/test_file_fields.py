"""Files brought as evidence: what a browser is told beforehand, and what is said of a file too large for every upload."""

import pytest
from django.core.exceptions import ValidationError

from giaoban.model import Refused
from giaoban_web.directives.checking import LARGEST
from giaoban_web.directives.file_fields import EvidenceFiles


class CutOff:
    name = "lon.pdf"

    def read(self):
        raise Refused("upload-too-large", limit=50)


def test_a_file_that_was_cut_off_is_told_the_limit_of_evidence():
    with pytest.raises(ValidationError) as wrong:
        EvidenceFiles().clean([CutOff()])
    assert "lon.pdf: " in wrong.value.messages[0]
    assert "20 MB" in wrong.value.messages[0]
    assert "50 MB" not in wrong.value.messages[0]


def test_the_field_tells_a_browser_how_large_a_file_may_be():
    shown = EvidenceFiles().widget.render("files", None)
    assert f'data-largest="{LARGEST}"' in shown
    assert "20 MB" in shown
