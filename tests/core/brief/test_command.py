"""`giaoban notice` drafts the paper from an exchange record."""

import json

import docx
import pytest

from giaoban.cli import main

TEXT = "Sáng 5/5/2021, ông Trần Văn Bình, Chủ tịch UBND huyện Hạ Lĩnh, chủ trì cuộc họp. Yêu cầu xã Phú Vân mở rộng vùng trồng cam."


@pytest.fixture
def record(tmp_path):
    start = TEXT.index("mở rộng")
    directive = {"span": {"start": start, "end": len(TEXT) - 1}, "quote": TEXT[start:-1], "issuer": None, "force": "order"}
    rest = {"assignee": "xã Phú Vân", "deadline": None, "topic": "agriculture"}
    meeting = {"date": "2021-05-05", "mode": None, "convener": None, "reviewed": None, "chair": {"name": "Trần Văn Bình", "offices": []}}
    path = tmp_path / "bien-ban.json"
    path.write_text(
        json.dumps(
            {"title": None, "published": None, "meeting": meeting, "observations": [], "findings": [], "directives": [directive | rest]}
        )
    )
    return path


@pytest.mark.parametrize(("ending", "magic"), [("docx", b"PK"), ("pdf", b"%PDF")])
@pytest.mark.parametrize("layout", ["party", "state"])
def test_a_record_becomes_a_paper(record, tmp_path, ending, magic, layout, capsys):
    out = tmp_path / f"thong-bao.{ending}"
    assert main(["notice", str(record), str(out), "--layout", layout]) == 0
    assert out.read_bytes().startswith(magic)
    assert "Lưu ý" in capsys.readouterr().err


def test_another_ending_is_refused_and_nothing_is_written(record, tmp_path, capsys):
    assert main(["notice", str(record), str(tmp_path / "a.odt")]) == 2
    assert not (tmp_path / "a.odt").exists()
    assert ".docx" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff"])
def test_what_is_no_record_is_refused_with_its_reason(tmp_path, content, capsys):
    path = tmp_path / "hong.json"
    path.write_bytes(content)
    assert main(["notice", str(path), str(tmp_path / "a.docx")]) == 2
    assert str(path) in capsys.readouterr().err


def test_what_was_edited_in_the_drafted_paper_is_told(record, tmp_path, capsys):
    out = tmp_path / "thong-bao.docx"
    assert main(["notice", str(record), str(out)]) == 0
    assert main(["notice", str(record), "--compare", str(out)]) == 0
    assert "nothing changed" in capsys.readouterr().out
    document = docx.Document(out)
    task = next(each for each in document.paragraphs if "trồng cam" in each.text)
    task.runs[0].text = task.text.replace("trồng cam", "trồng bưởi")
    document.save(out)
    assert main(["notice", str(record), "--compare", str(out)]) == 0
    assert "vùng trồng [-cam-]{+bưởi+}" in capsys.readouterr().out
    document.element.body.insert(6, document.add_table(1, 1)._tbl)
    document.tables[1].cell(0, 0).text = "An Sinh"
    document.save(tmp_path / "bang.docx")
    assert main(["notice", str(record), "--compare", str(tmp_path / "bang.docx")]) == 0
    assert "table in the text, not taken over: An Sinh" in capsys.readouterr().out
    assert main(["notice", str(record), "--compare", str(tmp_path / "bang.docx"), "--json"]) == 0
    assert [(each["did"], each["mark"], each["after"]) for each in json.loads(capsys.readouterr().out)][1:] == [("table", None, "An Sinh")]
    assert main(["notice", str(record), "--compare", str(out), "--json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["did"], change["moved"]) == ("edited", False)


def test_a_paragraph_put_on_another_level_of_the_list_is_told_and_is_no_change_of_words(record, tmp_path, capsys):
    out = tmp_path / "thong-bao.docx"
    assert main(["notice", str(record), str(out)]) == 0
    document = docx.Document(out)
    task = next(each for each in document.paragraphs if "trồng cam" in each.text)
    level = task._p.pPr.numPr.ilvl
    was, level.val = level.val, 0
    document.save(out)
    assert main(["notice", str(record), "--compare", str(out)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"Cấp đánh số khác, không nhận · other level of the list, not taken over: {'1.' * was} → I. ")
    assert main(["notice", str(record), "--compare", str(out), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["did"], told["levels"], told["before"]) == ("level", [was, 0], task.text)


def test_a_file_to_compare_that_is_no_docx_is_named_and_refused(record, tmp_path, capsys):
    path = tmp_path / "khac.docx"
    path.write_bytes(b"%PDF")
    assert main(["notice", str(record), "--compare", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_a_sign_that_no_paper_prints_is_refused_and_nothing_is_written(record, tmp_path, capsys):
    out = tmp_path / "a.pdf"
    assert main(["notice", str(record), str(out), "--signer", "Lý Thị Mực 🙂"]) == 2
    assert "“🙂”" in capsys.readouterr().err and not out.exists()
