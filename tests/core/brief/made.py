"""A brief's givens, made for tests: a small town with one task in every state that matters."""

from datetime import date
from decimal import Decimal

from giaoban.brief.given import (
    Compared,
    Expected,
    Given,
    GivenDiscrepancy,
    GivenFigure,
    GivenFinding,
    GivenTask,
    Level,
    Remembered,
)
from giaoban.brief.lines import Source, sentence
from giaoban.directives.states import Standing, State
from giaoban.ledger.discrepancies import Severity
from giaoban.messages.printed import Moved
from giaoban.model import Bound, Period, Polarity, Quantity, Topic
from giaoban.reference.indicators import Direction

ON = date(2021, 10, 12)
EARLIER, SECOND = date(2021, 1, 20), date(2021, 6, 18)


def source(name, quote=""):
    return Source(f"Biên bản {name}", f"/ban-ghi/{name}#cau-1", quote)


def quantity(value, unit="tỷ đồng", bound=Bound.EXACT):
    return Quantity(Decimal(value), unit, bound)


def level(period, value, unit="tỷ đồng", bound=Bound.EXACT, on=SECOND):
    its = Period.parse(period)
    return Level(its, quantity(value, unit, bound), on, source(f"{period}-{value}"))


def change(value):
    return Compared(quantity(value, "%"), (source(f"tang-{value}"),))


def task(key, wording, *, lead="UBND huyện Hạ Lĩnh", on=SECOND, state=State.ISSUED, deadline=None, done=None, **more):
    return GivenTask(key, wording, lead, on, Standing(state, deadline, done_on=done), source(key, wording), **more)


def finding(wording, polarity=Polarity.SHORTCOMING, on=SECOND, topic=Topic.ENVIRONMENT, **more):
    return GivenFinding(wording, polarity, on, source(wording[:9], wording), topic, **more)


BUDGET = GivenFigure(
    "thu_nsnn", "Thu ngân sách", Direction.HIGHER, level("2021-H1", "510"), change=change("-4.2"),
    target=Compared(quantity("1300"), (source("chi-tieu"),)), attained=Compared(quantity("39.2", "%"), (source("tinh"),), computed=True),
    months=6, earlier=(level("2020", "1180", on=EARLIER),),
)  # fmt: skip
POVERTY = GivenFigure(
    "ty_le_ho_ngheo", "Tỷ lệ hộ nghèo", Direction.LOWER, level("2021-H1", "1.1", "%"), earlier=(level("2020", "1.62", "%", on=EARLIER),)
)
OUTPUT = GivenFigure("gtsx", "Tổng giá trị sản xuất", Direction.HIGHER, level("2021-H1", "4300", bound=Bound.OVER), months=6)
TASKS = (
    task(
        "t1",
        "Lập đề án thu gom rác thải ở 5 thôn ven sông",
        on=EARLIER,
        deadline=date(2021, 3, 31),
        result="nộp dự thảo, bị trả lại",
        topic=Topic.ENVIRONMENT,
    ),
    task(
        "t2",
        "Hoàn thành đề án thu gom rác thải ở 5 thôn ven sông",
        deadline=date(2021, 8, 31),
        repeats=("t1",),
        heard_on=date(2021, 7, 1),
        topic=Topic.ENVIRONMENT,
    ),
    task("t3", "Bàn giao mặt bằng đường ven sông", deadline=date(2021, 8, 1), progress=60, heard_on=date(2021, 10, 1)),
    task("t4", "Nộp báo cáo rà soát trường lớp", lead="Phòng Giáo dục", deadline=date(2021, 10, 15), heard_on=date(2021, 10, 2)),
    task("t5", "Quan tâm đến du lịch", lead="Phòng Văn hóa"),
    task("t6", "Cấp nước sạch cho xã Phú Vân", state=State.ACCEPTED, deadline=date(2021, 9, 1), done=date(2021, 8, 20)),
    task("t7", "Sửa đường vào bản", state=State.ACCEPTED, deadline=date(2021, 7, 1), done=date(2021, 9, 20)),
    task("t8", "Tăng thu ngân sách", on=EARLIER, deadline=date(2021, 12, 31), expected=Expected("thu_nsnn", Direction.HIGHER, sure=True)),
    task("t9", "Bãi bỏ quy định cũ", state=State.WITHDRAWN, deadline=date(2021, 7, 1)),
)
FINDINGS = (
    finding("Bụi ở mỏ đá Núi Voi chưa được xử lý", on=EARLIER),
    finding("Bụi ở mỏ đá Núi Voi vẫn chưa xử lý xong"),
    finding("Rác thải ở 5 thôn ven sông chưa được thu gom"),
    finding("Giáo viên mầm non còn thiếu", topic=Topic.EDUCATION, answered=True),
)
DISCREPANCY = GivenDiscrepancy(
    Severity.CONTRADICTION,
    sentence(
        "growth-implies", indicator="Thu ngân sách", value=quantity("510"), change=Moved(quantity("-4.2", "%")),
        implied=quantity("532"), period=Period.parse("2020"),
    ),
    (source("so-1"), source("so-2")),
)  # fmt: skip
GIVEN = Given(
    "huyện Hạ Lĩnh", ON, "Giao ban quý III", date(2021, 10, 14), (EARLIER, SECOND), figures=(OUTPUT, BUDGET, POVERTY), tasks=TASKS,
    findings=FINDINGS, discrepancies=(DISCREPANCY,), last=Remembered(SECOND, (("gtsx", level("2020", "8100", on=EARLIER)),)),
)  # fmt: skip
