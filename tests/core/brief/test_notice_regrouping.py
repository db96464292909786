"""Tasks are put in another order, and what the office wrote between them is not lost."""

from giaoban.brief.notice_paragraphs import Kind, Paragraph, bare
from giaoban.brief.notice_regrouping import regrouped
from tests.core.brief.test_notice_moving import LISTED

FRESH = (
    Paragraph("x", Kind.HEADING, "Nhiệm vụ"),
    Paragraph("x1", Kind.HEADING, "Trạm y tế", 1),
    Paragraph("y1", Kind.TEXT, "Tiêm phòng."),
    Paragraph("x2", Kind.HEADING, "Xã Phú Vân", 1),
    Paragraph("m1", Kind.TEXT, "Trồng rừng."),
)
OWN = Paragraph("own", Kind.TEXT, "Văn phòng theo dõi.")


def marks(listed):
    return " ".join(each.mark for each in listed)


def test_the_tasks_stand_as_asked_and_their_old_headings_go():
    assert marks(regrouped(LISTED, FRESH)) == "abstract o A a1 a2 x x1 y1 x2 m1 closing"


def test_what_the_office_wrote_stays_under_its_heading():
    listed = (*LISTED[:6], OWN, *LISTED[6:])
    assert marks(regrouped(listed, FRESH)) == "abstract o A a1 a2 B own x1 y1 x2 m1 closing"
    listed = (*LISTED[:-1], OWN, LISTED[-1])
    assert marks(regrouped(listed, FRESH)) == "abstract o A a1 a2 B By own x1 y1 x2 m1 closing"


def test_a_heading_that_was_bare_before_stays():
    empty = Paragraph("C", Kind.HEADING, "Tổ chức thực hiện")
    listed = (*LISTED[:-1], empty, LISTED[-1])
    assert marks(regrouped(listed, FRESH)) == "abstract o A a1 a2 x x1 y1 x2 m1 C closing"
    assert bare(listed) == {"C"}


def test_the_tasks_keep_their_place_among_the_sections():
    listed = (*LISTED[:2], *LISTED[5:10], *LISTED[2:5], LISTED[-1])
    assert marks(regrouped(listed, FRESH)) == "abstract o x x1 y1 x2 m1 A a1 a2 closing"
