"""`giaoban check`: one record, as a table or as JSON, and what its exit status says."""

import json

import pytest

from giaoban.cli import main
from tests.core.documents.papers import SAVED

RECORD = {
    "title": "Thị ủy báo cáo kết quả năm",
    "published": "2020-03-12",
    "meeting": None,
    "findings": [],
    "directives": [],
}
SHARES = (("bí thư đồng thời là chủ tịch UBND cấp xã", "85.7", "%", 0), ("bí thư cấp xã không phải là người địa phương", "76.2", "%", 60))


def observation(indicator: str, value: str, unit: str, start: int, *comparisons, bound: str = "exact") -> dict[str, object]:
    quote = f"{indicator} đạt {value.replace('.', ',')} {unit}"
    return {
        "span": {"start": start, "end": start + 50}, "quote": quote, "indicator": indicator, "measure": "level", "value": float(value),
        "value_to": None, "unit": unit, "bound": bound, "role": "actual", "period": "2019", "place": "TX Đông Triều",
        "comparisons": list(comparisons),
    }  # fmt: skip


def change(value: float, bound: str = "exact") -> dict[str, object]:
    return {"kind": "change", "value": value, "unit": "%", "bound": bound, "base": "same_period"}


SEED = [
    *(observation(*each) for each in SHARES),
    observation("Tổng giá trị sản xuất", "19200", "tỷ đồng", 120, change(15.1), bound="over"),
    observation("Thu NSNN trên địa bàn", "2572", "tỷ đồng", 180, change(20.2, "over")),
]


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "record.json"
    made.write_text(json.dumps(RECORD | {"observations": SEED}), "utf-8")
    return made


def test_what_follows_from_a_record_is_told_and_nothing_is_wrong(path, capsys):
    assert main(["check", str(path)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for told in ("18/21", "16/21", "trên khoảng 16.681 tỷ đồng", "dưới khoảng 2.140 tỷ đồng"):
        assert told in said


def test_json_has_both_languages_and_the_places_in_the_text(path, capsys):
    assert main(["check", "--json", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)["discrepancies"]
    growth = next(each for each in found if each["check"] == "growth" and each["inputs"][0]["indicator"] == "gtsx")
    assert growth["expected"]["value"] == 16681
    assert growth["expected"]["high"] is None
    assert growth["expected_period"] == "2018"
    assert growth["inputs"][0]["source"]["span"] == {"start": 120, "end": 170}
    assert "over about 16,681" in growth["en"]


def test_the_table_can_be_in_english(path, capsys):
    assert main(["check", "--lang", "en", str(path)]) == 0
    assert "18 of 21" in capsys.readouterr().out


def test_a_figure_that_cannot_be_gives_the_status_one(path, capsys):
    path.write_text(json.dumps(RECORD | {"observations": [observation("Tỷ lệ hộ nghèo", "112", "%", 0)]}), "utf-8")
    assert main(["check", str(path)]) == 1
    assert "không thể" in capsys.readouterr().out


def test_a_record_without_figures_says_so(path, capsys):
    path.write_text(json.dumps(RECORD | {"observations": []}), "utf-8")
    assert main(["check", str(path)]) == 0
    assert "Không có số nào" in capsys.readouterr().out


def test_what_cannot_be_read_gives_the_status_two(path, tmp_path, capsys):
    path.write_text("{", "utf-8")
    assert main(["check", str(path)]) == 2
    assert main(["check", str(tmp_path / "nowhere.json")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "giaoban read --json" in said.err
    assert "nowhere.json" in said.err


def test_a_document_is_read_first(tmp_path, capsys):
    document = tmp_path / "record.txt"
    document.write_text(
        "Sáng 12/3/2020, Thị ủy họp.\n\nThu ngân sách nhà nước năm 2019 đạt 2.572 tỷ đồng, tăng 20,2% so với cùng kỳ.\n", "utf-8"
    )
    assert main(["check", str(document)]) == 0
    assert "2.140 tỷ đồng" in " ".join(capsys.readouterr().out.split())


INSURED = "Năm 2019, thị xã có 8.240 người tham gia BHYT trên tổng số 8.650 người, đạt 95,3%."


def test_a_rich_text_is_no_record_though_it_begins_like_one(capsys):
    assert main(["check", str(SAVED / "report.rtf")]) == 0
    assert "1.040,5 tỷ đồng" in capsys.readouterr().out


def checks(path, capsys):
    main(["check", "--json", str(path)])
    return [each["check"] for each in json.loads(capsys.readouterr().out)["discrepancies"]]


@pytest.mark.parametrize(("sentence", "told"), [(INSURED, []), (INSURED.replace(" trên tổng số 8.650 người", ""), ["attainment"])])
def test_a_share_of_the_total_that_its_sentence_names_is_of_no_plan(sentence, told, tmp_path, capsys):
    document = tmp_path / "record.txt"
    document.write_text(f"Báo cáo của thị xã Đông Triều\n\n{sentence}\n", "utf-8")
    assert checks(document, capsys) == told


@pytest.mark.parametrize(("quote", "told"), [("8.240/8.650 người tham gia BHYT", []), ("8.240 người tham gia BHYT", ["attainment"])])
def test_of_a_record_the_words_that_it_quotes_say_what_a_share_is_of(quote, told, path, capsys):
    share = {"kind": "attainment", "value": 95.3, "unit": "%", "bound": "exact", "base": None}
    insured = observation("người tham gia BHYT", "8240", "người", 0, share) | {"quote": quote}
    path.write_text(json.dumps(RECORD | {"observations": [insured]}), "utf-8")
    assert checks(path, capsys) == told
