"""The day of a count: up to today it is said as a fact, a day to come as a look ahead, on the pages and in the files alike."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

FACT, LOOK = "Số liệu đến", "Dự kiến đến"


@pytest.fixture
def said(office, sign_in):
    """Gives what a page and its workbook say of a day that lies so many days ahead."""
    office.issued(deadline_on=timezone.localdate() + timedelta(days=3))
    client = sign_in(office.head)

    def get(address, days):
        on = f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"
        sheet = load_workbook(io.BytesIO(client.get(address, {"on": on, "export": "xlsx"}).content)).active
        head = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row)
        return on, client.get(address, {"on": on}).content.decode(), head

    return get


@pytest.mark.parametrize(("address", "days"), [("/directives/", -1), ("/directives/", 0), ("/directives/by-lead/", 0)])
def test_a_day_up_to_today_is_said_as_a_fact(said, address, days):
    on, page, head = said(address, days)
    for text in (page, head):
        assert f"{FACT} {on}" in text
        assert LOOK not in text


@pytest.mark.parametrize("address", ["/directives/", "/directives/by-lead/"])
def test_a_day_to_come_is_said_to_be_a_look_ahead(said, address):
    on, page, head = said(address, 30)
    for text in (page, head):
        assert f"{LOOK} {on}, nếu từ nay đến ngày đó" in text
        assert FACT not in text
    assert "Gồm nhiệm vụ đã giao đến ngày này" not in page
