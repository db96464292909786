"""Texts with their clauses marked: what stands in them, and that what is set aside stayed so."""

import json
from collections import Counter
from importlib.resources import files

import pytest

from giaoban import flow
from giaoban.documents import from_text
from giaoban.exchange import record as exchange
from giaoban.reading.learning.agreement import agreed
from giaoban.reading.learning.examples import stretches
from tests.tables import CORPUS
from tools.scoring.marked import parse, record

FOLDERS = {name: sorted((CORPUS / "annotated" / "marked" / name).glob("*.txt")) for name in ("learned", "set_aside")}
CASES = [
    ("Ông nêu {-đường xấu-}, {>rải đá>}", "Ông nêu đường xấu, rải đá", [(8, 17, "-"), (19, 25, ">")]),
    ("{+Đàn vịt khỏe+}.", "Đàn vịt khỏe.", [(0, 12, "+")]),
    ("tăng 5 - 7% {+nhờ trời+} (+2)", "tăng 5 - 7% nhờ trời (+2)", [(12, 20, "+")]),
    ("không có gì", "không có gì", []),
]
LEAST = {"D": 0.748, "S": 0.671, "H": 0.643}
"""Three hundredths below the F1 measured: directives 0.778, strengths 0.701, shortcomings 0.673."""


@pytest.mark.parametrize(("text", "plain", "marked"), CASES)
def test_marks_are_taken_out_and_told_where_they_stood(text, plain, marked):
    assert parse(text) == (plain, marked)


@pytest.mark.parametrize("text", ["{-đường xấu", "đường xấu-}", "{-đường {>xấu>}-}", "{-đường\nxấu-}", "{- đường xấu-}", "{+đường xấu-}"])
def test_marks_that_say_two_things_are_refused(text):
    with pytest.raises(ValueError, match="marks"):
        parse(text)


@pytest.mark.parametrize("path", [path for paths in FOLDERS.values() for path in paths], ids=lambda path: path.stem)
def test_each_marked_text_is_read_as_it_was_marked(path):
    plain, marked = parse(path.read_text("utf-8"))
    document = from_text(plain)
    assert document.text == plain
    assert [(*span, kind) for *span, kind in stretches(record(document, marked))] == [
        (first, last, {"+": "S", "-": "H", ">": "D"}[sign]) for first, last, sign in marked
    ]


def test_nothing_was_learned_from_what_is_set_aside():
    told = json.loads(files("giaoban.reading.weights").joinpath("provenance.json").read_text("utf-8"))
    assert {path.stem for path in FOLDERS["learned"]} <= set(told["texts"])
    assert {path.stem for path in FOLDERS["set_aside"]}.isdisjoint(told["texts"])


def test_clauses_are_found_as_well_as_was_measured():
    pairs, counts = Counter(), Counter()
    for path in FOLDERS["set_aside"]:
        plain, marks = parse(path.read_text("utf-8"))
        marked = stretches(record(from_text(plain), marks))
        found = stretches(exchange.record(*flow.read(plain.encode(), path.name)))
        pairs += agreed(marked, found)
        counts += Counter(kind for *_, kind in [*marked, *found])
    f1 = {kind: 2 * pairs[kind] / counts[kind] for kind in counts}
    assert all(f1[kind] >= LEAST[kind] for kind in f1), f1
