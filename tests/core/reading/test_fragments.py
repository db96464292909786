"""A sentence is cut where what is said can begin or end."""

import pytest

from giaoban.reading.fragments import fragments
from giaoban.reading.signals import Signals
from tests.core.reading.written import page

CUT = [
    ("Phê bình Phòng Kinh tế, Hạ tầng và Đô thị chậm báo cáo", "Hạ", False),
    ("Phòng Văn hóa, Thể thao và Du lịch còn lúng túng", "Thể", False),
    ("Công tác y tế, hạ tầng còn yếu", "hạ", True),
    ("Giao Phòng Kinh tế, Phòng Nội vụ rà soát", "Phòng", True),
]


@pytest.mark.parametrize(("text", "begins", "cut"), CUT, ids=[text for text, _, _ in CUT])
def test_a_comma_within_the_name_of_a_body_cuts_nothing(text, begins, cut):
    found = page(text).all(Signals)[-1]
    line = found.what.line
    opening = {line.said[fragment.first] for fragment in fragments(found.what) if fragment.first}
    assert (begins in opening) is cut
