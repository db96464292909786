"""`giaoban brief` composes from records and writes what the ending of the file asks for."""

import json

import pytest

from giaoban.brief.stored import restored
from giaoban.cli import main

SAID = "mở rộng vùng trồng cam trước ngày 30/6/2021"


@pytest.fixture
def record(tmp_path):
    directive = {"span": {"start": 0, "end": len(SAID)}, "quote": SAID, "issuer": None, "force": "order"}
    directive |= {"assignee": "xã Phú Vân", "deadline": "2021-06-30", "topic": "agriculture"}
    observation = {
        "span": {"start": 60, "end": 80}, "quote": "thu ngân sách 510 tỷ đồng", "indicator": "Thu ngân sách nhà nước trên địa bàn",
        "measure": "level", "value": 510, "value_to": None, "unit": "tỷ đồng", "bound": "over",
        "role": "actual", "period": "2021-H1", "place": "xã Phú Vân",
        "comparisons": [],
    }  # fmt: skip
    meeting = {"date": "2021-05-05", "mode": None, "convener": None, "reviewed": "xã Phú Vân", "chair": None}
    told = {"title": "Biên bản", "published": None, "meeting": meeting, "observations": [observation], "findings": []}
    path = tmp_path / "bien-ban.json"
    path.write_text(json.dumps(told | {"directives": [directive]}))
    return path


@pytest.mark.parametrize(("ending", "magic"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!doctype html>"), ("json", b"{")])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_records_become_a_brief_in_each_form_and_language(record, tmp_path, ending, magic, language):
    out = tmp_path / f"bao-cao.{ending}"
    assert main(["brief", str(record), str(out), "--on", "2021-10-12", "--lang", language]) == 0
    assert out.read_bytes().startswith(magic)


def test_the_json_is_the_brief_itself_and_the_next_one_is_set_against_it(record, tmp_path):
    first, then = tmp_path / "truoc.json", tmp_path / "sau.json"
    assert main(["brief", str(record), str(first), "--on", "2021-07-12", "--place", "xã Phú Vân"]) == 0
    assert main(["brief", str(record), str(then), "--on", "2021-10-12", "--last", str(first), "--meeting", "Giao ban quý III"]) == 0
    brief = restored(json.loads(then.read_bytes()))
    assert brief.figures[0].before.quantity.bound == "over"
    assert (brief.given.place, brief.given.meeting) == ("xã Phú Vân", "Giao ban quý III")


REFUSALS = [
    ("{record} {out}.odt --on 2021-10-12", ".odt"),
    ("{out}.pdf --on 2021-10-12", "after the records"),
    ("{record} {out}.pdf --on 2021-01-01", "choose a later day"),
    ("{record}.khong-co {out}.pdf --on 2021-10-12", "cannot be opened"),
    ("{record} {out}.pdf --on 2021-10-12 --last {record}", "no stored brief"),
]


@pytest.mark.parametrize(("line", "told"), REFUSALS)
def test_what_cannot_be_composed_is_refused_with_its_reason_and_nothing_is_written(record, tmp_path, capsys, line, told):
    out = tmp_path / "bao-cao"
    assert main(["brief", *line.format(record=record, out=out).split()]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.glob("bao-cao*"))


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff"])
def test_what_is_no_record_or_no_brief_is_refused_by_its_name(record, tmp_path, content, capsys):
    spoilt = tmp_path / "hong.json"
    spoilt.write_bytes(content)
    assert main(["brief", str(spoilt), str(tmp_path / "a.pdf"), "--on", "2021-10-12"]) == 2
    assert str(spoilt) in capsys.readouterr().err
    assert main(["brief", str(record), str(tmp_path / "a.pdf"), "--on", "2021-10-12", "--last", str(spoilt)]) == 2
    assert str(spoilt) in capsys.readouterr().err
