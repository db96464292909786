"""The exchange record says what was read, in the form of its schema."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files

import jsonschema
import pytest

from giaoban.exchange.record import number, record
from giaoban.exchange.taken import taken
from giaoban.model import (
    Block,
    BlockKind,
    Bound,
    Chair,
    Comparison,
    Directive,
    Document,
    Finding,
    Force,
    Found,
    Measure,
    Meeting,
    Mode,
    Observation,
    Polarity,
    Quantity,
    Reading,
    Refused,
    Span,
    Topic,
)

TEXT = "Thu ngân sách đạt trên 2.572,5 tỷ đồng, tăng 20,2%. Giao thông còn kém. Yêu cầu sửa đường."
SCHEMA = json.loads(files("giaoban.exchange").joinpath("record.schema.json").read_text("utf-8"))
DOCUMENT = Document(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT)), 1),), "a.txt", "0" * 64, "text/plain", "utf-8")
READING = Reading(
    title="Thu ngân sách",
    published_on=date(2020, 3, 13),
    meeting=Found(
        Meeting(date(2020, 3, 12), Mode.ONLINE, "Tỉnh ủy", "Thị ủy", Chair("Nguyễn Văn A", ("Bí thư",))), Span(0, 3), "meetings@1", 0.9
    ),
    observations=(
        Found(
            Observation(
                "Thu ngân sách",
                Quantity(Decimal("2572.5"), "tỷ đồng", Bound.OVER),
                period="2019",
                comparisons=(Comparison(Measure.CHANGE, Decimal("20.2"), "%", base="same_period"),),
            ),
            Span(0, 38),
            "observations@1",
            0.95,
        ),
    ),
    findings=(Found(Finding(Polarity.SHORTCOMING, Topic.INFRASTRUCTURE), Span(52, 71), "findings@1", 0.6),),
    directives=(Found(Directive("Bí thư", Force.ORDER), Span(81, 90), "directives@1", 0.7),),
    reader="giaoban 0",
)


def test_a_record_has_the_form_of_its_schema():
    jsonschema.validate(record(DOCUMENT, READING), SCHEMA)
    jsonschema.validate(record(DOCUMENT, Reading()), SCHEMA)


def test_a_find_carries_its_words_its_rule_and_its_confidence():
    made = record(DOCUMENT, READING)["observations"][0]
    assert made["quote"] == TEXT[made["span"]["start"] : made["span"]["end"]]
    assert (made["rule"], made["confidence"], made["bound"], made["value"]) == ("observations@1", 0.95, "over", 2572.5)
    assert made["comparisons"] == [{"kind": "change", "value": 20.2, "unit": "%", "bound": "exact", "base": "same_period"}]


def test_a_whole_number_is_written_without_a_fraction():
    assert json.dumps([number(Decimal("19200")), number(Decimal("1.9200E+4")), number(Decimal("85.70"))]) == "[19200, 19200, 85.7]"


def test_a_day_without_its_year_stands_in_the_record_and_is_taken_back_from_it():
    meeting = Found(Meeting(day="--02-29"), Span(0, 3), "meetings@1", 0.8)
    made = record(DOCUMENT, replace(READING, meeting=meeting))
    jsonschema.validate(made, SCHEMA)
    assert (made["meeting"]["date"], made["meeting"]["day"]) == (None, "--02-29")
    assert taken(json.dumps(made).encode())[1].meeting == meeting
    made["meeting"]["day"] = "--02-30"
    with pytest.raises(Refused, match="record-unreadable"):
        taken(json.dumps(made).encode())
