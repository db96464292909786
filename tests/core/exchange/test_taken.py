"""A reading back from its record."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban import flow
from giaoban.exchange.record import record
from giaoban.exchange.taken import taken
from giaoban.model import Refused

TEXT = """Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều.

Thu ngân sách nhà nước năm 2019 đạt 2.572,50 tỷ đồng, tăng trên 20,2% so với cùng kỳ. Công tác giải phóng mặt bằng còn chậm.

Kết luận hội nghị, đồng chí Bí thư Tỉnh ủy yêu cầu thị xã tập trung giải phóng mặt bằng trong quý II/2020.
"""


def made() -> bytes:
    return json.dumps(record(*flow.read(TEXT.encode(), "a.txt")), ensure_ascii=False).encode()


def test_a_record_gives_the_reading_it_was_made_of():
    document, reading = flow.read(TEXT.encode(), "a.txt")
    sha256, back = taken(made())
    assert sha256 == document.sha256
    assert back.observations == reading.observations
    assert back.directives == reading.directives
    assert back.findings == reading.findings
    assert back.meeting == reading.meeting
    assert back == reading


def test_numbers_have_the_digits_of_their_quote():
    assert str(taken(made())[1].observations[0].what.quantity.value) == "2572.50"
    fields = json.loads(made())
    fields["observations"][0]["quote"] = "không có số"
    assert taken(json.dumps(fields).encode())[1].observations[0].what.quantity.value == Decimal("2572.5")


COMPARED = {"kind": "change", "value": 5, "unit": "%", "bound": "exact", "base": "plan"}
WRONG = (
    *(("observations", "value", bad) for bad in ("nhiều", None, True, [1], float("nan"), float("-inf"))),
    *(("observations", name, 5) for name in ("indicator", "unit", "place", "period", "comparisons", "quote")),
    ("observations", "unit", None),
    ("observations", "value_to", "5"),
    ("observations", "bound", "quite"),
    ("observations", "period", "sau Tết"),
    *(("observations", "span", {"start": start, "end": 5}) for start in (5, -1, 0.5, "0", None)),
    *(("observations", "comparisons", [COMPARED | bad]) for bad in ({"value": "5"}, {"unit": 5}, {"base": "tet"}, {"kind": "level"})),
    *(("directives", name, 5) for name in ("issuer", "assignee", "deadline", "force", "rule")),
    *(("findings", "confidence", bad) for bad in ("1", 2, -1, float("nan"))),
)


def broken():
    """Records with one field lost or wrong."""
    whole = json.loads(made())
    for name in ("observations", "findings", "directives", "meeting"):
        yield {key: value for key, value in whole.items() if key != name}
    yield from (whole | {name: 5} for name in ("title", "published", "sha256", "reader"))
    for kind, name, bad in WRONG:
        yield whole | {kind: [{**whole[kind][0], "quote": "không có số", name: bad}]}
    yield whole | {"meeting": whole["meeting"] | {"chair": {"name": 5, "offices": []}}}
    yield whole | {"meeting": whole["meeting"] | {"reviewed": ["thị xã"]}}


@pytest.mark.parametrize("fields", list(broken()))
def test_what_is_no_record_is_refused(fields):
    with pytest.raises(Refused, match="record-unreadable"):
        taken(json.dumps(fields).encode())


def test_a_meeting_of_which_the_record_does_not_say_where_it_stands_stands_at_the_beginning():
    fields = json.loads(made())
    del fields["meeting"]["span"]
    assert taken(json.dumps(fields).encode())[1].meeting.span.start == 0


def test_a_find_that_is_surely_wrong_stays_so():
    fields = json.loads(made())
    fields["findings"][0]["confidence"] = 0
    del fields["directives"][0]["confidence"]
    reading = taken(json.dumps(fields).encode())[1]
    assert (reading.findings[0].confidence, reading.directives[0].confidence) == (0.0, 1.0)


@given(
    st.one_of(
        st.binary(max_size=40), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(lambda each: json.dumps(each).encode())
    )
)
def test_any_bytes_are_a_record_or_refused(data):
    with pytest.raises(Refused, match="record-unreadable"):
        taken(data)


def test_a_bottomless_record_is_refused():
    with pytest.raises(Refused, match="record-unreadable"):
        taken(b"[" * 200_000)
