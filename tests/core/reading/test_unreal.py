import pytest

from giaoban.reading.paragraphs import paragraphs
from giaoban.reading.rules.clauses.unreal import is_unreal
from giaoban.reading.segments import Segment
from giaoban.reading.signals import Signals
from tests.core.reading.written import page


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("Xảy ra 02 vụ trộm cắp, bắt 01 đối tượng", True),
        ("Trên địa bàn xảy ra 4 vụ cháy", True),
        ("Xảy ra 02 vụ trộm cắp, giảm 3 vụ", False),
        ("Không xảy ra vụ cháy nào", False),
        ("Xảy ra tình trạng khai thác cát trái phép", False),
    ],
)
def test_how_often_harm_happened_is_no_judgement_unless_it_became_less(said, nothing):
    read = page(said)
    paragraph = list(paragraphs([found.what for found in read.all(Signals)], ("met", "bodies 2"), len(read.document.blocks)))[-1]
    assert is_unreal(paragraph, Segment(0, len(paragraph.parts), "S", 0.9)) == nothing
