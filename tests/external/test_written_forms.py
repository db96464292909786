"""Numbers, money and times as another project's cases write them (external/duckling_vi.jsonl): those that records use are read rightly.

What is left out, and why, stands in docs/reading.md. A time is read as the limit of a task: like the cases, a task looks forward.
"""

import json
import re
from decimal import Decimal

import pytest

from giaoban.documents import from_text
from giaoban.model import Period
from giaoban.reading.engine import Page
from giaoban.reading.items import items
from giaoban.reading.marks import PeriodMention
from giaoban.reading.pipeline import PIPELINE
from giaoban.reading.rules.figures.amounts.quantities import amounts
from giaoban.reading.syllables import Syllables
from giaoban.reference.units import SCALE

TIERS = ("core", "written", "vnd")
NOT_IN_RECORDS = (
    ("thousands written k", re.compile(r"\d ?[kK]\b")),
    ("a number in words alone", re.compile(r"^\D*(?:chục|ngàn|nghìn|tỉ)\D*$")),
    ("a minus sign: records say giảm", re.compile(r"^(?:-|âm )")),
    ("no digit before the comma", re.compile(r"^,")),
    ("the sign of the money before the number", re.compile(r"VN\$|VND\d")),
    ("an ordinal is no find", re.compile(r"^thứ nhất$")),
    ("a season", re.compile(r"^mùa")),
    ("months just past are counted from January by records, from today by the cases", re.compile(r"^\d tháng qua$")),
)
AT_LEAST = Decimal("0.95")


def in_records(case):
    return case["tier"] in TIERS and not any(form.search(case["text"]) for _, form in NOT_IN_RECORDS)


def is_read(case):
    return (_time if case["dimension"] == "Time" else _number)(case["text"], case["expected"])


def _number(text, expected):
    sentence = f"Thu đạt {text}" + ("" if "đồng" in text else " đồng")
    page = PIPELINE.run(from_text(sentence))
    read = [amount for line in page.all(Syllables) for amount in amounts(items(line.what, page.text, []), page.text)]
    wanted = [expected[name] for name in ("value", "from", "to") if name in expected]
    found = [value for each in read for value in (each.value, each.value_to) if value is not None]
    power = SCALE.get(read[0].unit.power, 0) if read else 0
    return [float(value.scaleb(power)) for value in found] == [float(value) for value in wanted]


def _time(text, expected):
    document = from_text(f"Thứ Năm, 02/02/2017, 08:00\n\nHoàn thành trước {text}.\n")
    page: Page = PIPELINE.run(document)
    read = [found.what.period for found in page.all(PeriodMention) if found.span.start > document.text.index("Hoàn")]
    begins = expected.get("value") or expected.get("from")
    return len(read) == 1 and isinstance(read[0], Period) and read[0].start_on.isoformat() == begins[:10] and _grain(read[0], expected)


def _grain(period, expected):
    days = (period.end_on - period.start_on).days + 1
    return {"day": days == 1, "month": 28 <= days <= 31, "quarter": 90 <= days <= 92, "year": days >= 365}[expected["grain"]]


@pytest.fixture(scope="module")
def cases(annotated):
    path = annotated / "external" / "duckling_vi.jsonl"
    if not path.exists():
        pytest.skip("the cases are absent")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_written_forms_that_records_use_are_read_rightly(cases):
    used = [case for case in cases if in_records(case)]
    missed = [case["text"] for case in used if not is_read(case)]
    assert len(used) > 50
    assert 1 - Decimal(len(missed)) / len(used) >= AT_LEAST, missed


def test_what_is_left_out_is_left_out_for_a_reason_that_applies(cases):
    written = [case["text"] for case in cases if case["tier"] in TIERS]
    assert all(any(form.search(text) for text in written) for _, form in NOT_IN_RECORDS)
