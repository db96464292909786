"""The people of the demo: one of each role. Their names are made up."""

from datetime import date

from giaoban_web.accounts.actions import add_person, make_administrator
from giaoban_web.accounts.models import Role, User
from giaoban_web.places.models import Place
from giaoban_web.places.queries import at

MEETING_ON = date(2020, 3, 12)
PROVINCE, TOWN = "22", "205"
ADMINISTRATOR, CLERK, STEWARD = "quantri", "chuyenvien", "thongke"
PEOPLE: dict[str, tuple[str, Role, str, str]] = {
    ADMINISTRATOR: ("Vũ Đình Quản", Role.ADMINISTRATOR, PROVINCE, "quản trị · administrator"),
    CLERK: ("Phạm Thị Hà", Role.CLERK, PROVINCE, "chuyên viên tổng hợp · clerk"),
    "chanhvanphong": ("Đỗ Văn Chánh", Role.HEAD, PROVINCE, "chánh văn phòng · head of office"),
    "lanhdao": ("Hoàng Minh Lãnh", Role.LEADER, PROVINCE, "lãnh đạo · leader"),
    "donvi": ("Ngô Thị Đơn", Role.UNIT, TOWN, "đơn vị được giao nhiệm vụ · unit given tasks"),
    STEWARD: ("Bùi Thống Kê", Role.STEWARD, PROVINCE, "thống kê · data steward"),
}


def load(password: str) -> User:
    """Everybody with their role; gives the clerk. Who is there already is left alone, password and all."""
    administrator = User.objects.filter(username=ADMINISTRATOR).first() or _administrator(password)
    there = set(User.objects.filter(username__in=PEOPLE).values_list("username", flat=True))
    for username, (name, role, code, _) in PEOPLE.items():
        if username not in there:
            add_person(username=username, name=name, email="", password=password, role=role, place=_place(code), by=administrator)
    return User.objects.get(username=CLERK)


def _administrator(password: str) -> User:
    name, _, code, _ = PEOPLE[ADMINISTRATOR]
    return make_administrator(username=ADMINISTRATOR, name=name, password=password, place=_place(code))


def _place(code: str) -> Place:
    place = at(code, MEETING_ON)
    if place is None:
        raise LookupError(code)
    return place
