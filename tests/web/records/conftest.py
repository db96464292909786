"""A record that has been put in, and its clerk. The sentences were written for this project."""

from collections.abc import Callable
from typing import Any

import pytest

from giaoban_web.places.models import Place
from giaoban_web.records import actions
from giaoban_web.records.models import Find, Record

TEXT = """Thị xã Đông Triều báo cáo kết quả năm 2019

Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều.

Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy, chủ trì cuộc họp.

Năm 2019, thu ngân sách của thị xã đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ. Tỷ lệ hộ nghèo còn 0,12%.

Việc thu gom nước thải ở cụm công nghiệp còn chậm. Bí thư Tỉnh ủy yêu cầu thị xã khẩn trương xử lý nước thải trước ngày 30/6/2020.
"""


@pytest.fixture
def clerk(person: Callable[..., Any], province: Place) -> Any:
    return person("clerk", province)


@pytest.fixture
def colleague(person: Callable[..., Any], province: Place) -> Any:
    return person("head", province)


@pytest.fixture
def record(clerk: Any, town: Place) -> Record:
    return actions.put_in(data=TEXT.encode(), name="bao-cao.txt", place=town, by=clerk)


@pytest.fixture
def figure(record: Record) -> Find:
    """The find of 2.572 tỷ đồng."""
    return next(find for find in record.finds.filter(kind="observation") if find.fields["value"] == 2572)


@pytest.fixture
def clerks_browser(sign_in: Callable[..., Any], clerk: Any) -> Any:
    return sign_in(clerk)


@pytest.fixture
def colleagues_browser(sign_in: Callable[..., Any], colleague: Any) -> Any:
    return sign_in(colleague)
