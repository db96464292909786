"""Who leads or supports a task of a notice, and who got the earlier ones, is offered as a recipient."""

import pytest

from giaoban_web.bodies import actions as bodies
from giaoban_web.briefs import notices
from giaoban_web.briefs.recipients import suggested, with_these
from tests.web.briefs.conftest import HEADING


@pytest.fixture
def offered(office):
    """offered(recipients…) names what is suggested for a notice with these."""

    def names(*recipients):
        version = notices.current(office.headed(recipients=list(recipients)))
        return suggested(version, notices.items_of(version))

    return names


@pytest.fixture
def support(office):
    body = bodies.add(place=office.town, name="Phòng Tài chính - Kế hoạch", also=["Phòng TC-KH"], by=office.people["steward"])
    office.reviewing.supporting.add(body)
    return body


def test_leads_come_first_then_who_supports(offered, support):
    assert offered("Như trên") == ["Phòng Kinh tế", "Phòng Tài chính - Kế hoạch"]


@pytest.mark.parametrize("line", ["- Phòng Kinh tế;", "Phòng TC-KH, phòng kinh tế", "PHÒNG KINH TẾ (để thực hiện)"])
def test_a_body_that_a_line_names_by_any_of_its_names_is_not_offered(offered, support, line):
    assert offered(line) == ([] if "TC-KH" in line else ["Phòng Tài chính - Kế hoạch"])


def test_a_name_within_another_word_is_none(offered):
    assert offered("Phòng Kinh tến") == ["Phòng Kinh tế"]


def test_recipients_of_earlier_notices_of_the_place_are_offered_once_but_not_the_archive(office, offered):
    office.headed(recipients=["Phòng Kinh tế", "Các phường, xã", "Lưu: VT"])
    office.headed(recipients=["Các phường, xã;", "Thường trực Tỉnh ủy"])
    assert offered("Phòng Kinh tế") == ["Các phường, xã", "Thường trực Tỉnh ủy"]


def test_a_discarded_notice_and_one_of_another_place_offer_nothing(office, offered, other_town):
    for number, changes in enumerate(({"state": "discarded"}, {"place": other_town})):
        made = office.headed(recipients=[f"Nơi khác {number}"])
        type(made).objects.filter(pk=made.pk).update(**changes)
    assert offered("Phòng Kinh tế") == []


def test_who_is_added_stands_before_the_line_of_the_archive():
    assert with_these(["Như trên", "Lưu: VT"], ["Phòng Kinh tế"]) == ["Như trên", "Phòng Kinh tế", "Lưu: VT"]
    assert with_these([], ["Phòng Kinh tế"]) == ["Phòng Kinh tế"]


def test_what_is_ticked_on_the_page_is_saved_with_the_heading(office, sign_in):
    made, clerk = office.headed(recipients=["Như trên", "Lưu: VT"]), sign_in(office.clerk)
    page = clerk.get(f"/notices/{made.pk}/heading/").content.decode()
    assert 'type="checkbox" name="also" value="Phòng Kinh tế"' in page
    sent = {**HEADING, "authority": "CHÁNH VĂN PHÒNG", "recipients": "Như trên\nLưu: VT", "layout": "party", "seen": made.version}
    assert clerk.post(f"/notices/{made.pk}/heading/", sent | {"also": ["Ai đó"]}).status_code == 422
    clerk.post(f"/notices/{made.pk}/heading/", sent | {"also": ["Phòng Kinh tế"]})
    made.refresh_from_db()
    assert notices.current(made).heading["recipients"] == ["Như trên", "Phòng Kinh tế", "Lưu: VT"]
    assert "Thêm vào nơi nhận" not in clerk.get(f"/notices/{made.pk}/heading/").content.decode()


@pytest.mark.parametrize(
    ("recipients", "told"),
    [(["Lưu: VT"], True), ([], True), (["Phòng Kinh tế", "Lưu: VT"], False), (["Các phường, xã"], False), (["Như trên", "Lưu: VT"], False)],
)
def test_who_has_a_task_and_is_no_recipient_is_told_before_it_goes_out(office, sign_in, recipients, told):
    made = office.headed(recipients=recipients)
    for reader in (office.clerk, office.head):
        page = sign_in(reader).get(made.get_absolute_url()).content.decode()
        assert ("chưa có ở nơi nhận: Phòng Kinh tế." in page) is told
