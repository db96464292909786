"""An edited paragraph is asked whether it still says who acts and by when, in any of the ways in which that is said."""

from datetime import date

import pytest

from giaoban.brief.notice_holding import lost

LEAD = ("Phòng Kinh tế", "Phòng KT")
CASES = [
    ("Phòng Kinh tế rà soát trước ngày 30/6/2020.", "trước ngày 30/6/2020", date(2020, 6, 30), ()),
    ("phòng KT rà soát, xong trước 30/06.", "trước ngày 30/6/2020", date(2020, 6, 30), ()),
    ("Phòng Kinh tế rà soát, chậm nhất ngày 30 tháng 6 năm 2020.", "trước ngày 30/6/2020", date(2020, 6, 30), ()),
    ("Phòng Kinh tế rà soát trong quý II năm 2020.", "trong quý II/2020", None, ()),
    ("Phòng Kinh tế rà soát trong quý III năm 2020.", "trong quý II/2020", None, ("deadline",)),
    ("Phòng Kinh tế rà soát trước ngày 30/6.", "trước ngày 3/6/2020", date(2020, 6, 3), ("deadline",)),
    ("Phòng Tài chính rà soát.", "", None, ("lead",)),
    ("Rà soát lại.", "trong quý II/2020", date(2020, 6, 30), ("lead", "deadline")),
    ("Phòng Kinh tế rà soát.", "", None, ()),
]


@pytest.mark.parametrize(("text", "deadline", "due_on", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_what_the_text_no_longer_says_is_named(text, deadline, due_on, wanted):
    assert lost(text, lead=LEAD, deadline=deadline, due_on=due_on) == wanted


def test_a_task_without_lead_and_deadline_asks_nothing_of_its_text():
    assert lost("Rà soát lại.") == ()
