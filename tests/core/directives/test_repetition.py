"""Whether a directive was asked before: measured on pairs written for this project (corpus/asked_before.tsv)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.cli import main
from giaoban.directives.likeness import likeness
from giaoban.directives.repetition import Earlier, repeat
from tests.tables import table

PAIRS = table("asked_before.tsv")
PRECISION, RECALL = 0.9, 0.8


def test_what_is_asked_again_is_found_and_hardly_anything_else():
    found = [row for row in PAIRS if repeat(row["earlier"], row["now"]).same]
    right = sum(row["same"] == "1" for row in found)
    assert right / len(found) >= PRECISION
    assert right / sum(row["same"] == "1" for row in PAIRS) >= RECALL


def test_the_pairs_hold_as_many_that_differ_as_that_are_the_same():
    assert sum(row["same"] == "1" for row in PAIRS) == sum(row["same"] == "0" for row in PAIRS) >= 40


@given(st.sampled_from(PAIRS))
def test_likeness_goes_both_ways_and_a_wording_is_like_itself(row):
    one, two = row["earlier"], row["now"]
    assert likeness(one, two) == pytest.approx(likeness(two, one))
    assert repeat(one, two).chance == pytest.approx(repeat(two, one).chance)
    assert likeness(one, one.upper()) == pytest.approx(1)
    assert repeat(one, one).same


def test_other_numbers_make_it_another_directive_but_another_day_does_not():
    assert not repeat("trồng 200 ha rừng sản xuất", "trồng 350 ha rừng sản xuất").same
    assert repeat("nộp báo cáo thu gom rác trước ngày 30/6/2020", "nộp báo cáo thu gom rác trước ngày 31/12/2020").same


def test_what_was_asked_twice_is_found_both_times_in_order():
    earlier = Earlier(["nạo vét kênh tiêu Cầu Đất", "trồng rừng", "nạo vét, khơi thông kênh tiêu Cầu Đất"])
    assert [each.at for each in earlier.asked("Khẩn trương nạo vét kênh tiêu Cầu Đất")] == [0, 2]


def test_of_many_earlier_ones_just_those_are_found_that_ask_the_same_one_by_one():
    earlier = Earlier(row["earlier"] for row in PAIRS)
    for row in PAIRS[::5]:
        alone = [at for at, each in enumerate(PAIRS) if repeat(each["earlier"], row["now"]).same]
        assert [each.at for each in earlier.asked(row["now"])] == alone


def test_what_two_share_is_said():
    assert set(repeat("trồng rừng ngập mặn", "bảo vệ rừng ngập mặn").shared) == {"rung", "ngap", "man"}


@pytest.fixture
def records(tmp_path):
    def write(name, *wordings):
        path = tmp_path / name
        path.write_text(json.dumps({"directives": [{"quote": wording} for wording in wordings]}), "utf-8")
        return str(path)

    return write


def test_the_same_record_given_twice_asks_nothing_again(records, capsys):
    again = [records(name, "nạo vét kênh tiêu Cầu Đất") for name in ("a.json", "b.json")]
    assert main(["asked", *again]) == 0
    assert "the same as a.json" in capsys.readouterr().err


def test_the_command_says_which_time_it_is_and_where_it_was_asked(records, capsys):
    first = records("thang-3.json", "nạo vét kênh tiêu Cầu Đất", "trồng rừng")
    second = records("thang-6.json", "sớm nạo vét kênh tiêu Cầu Đất")
    assert main(["asked", first, second, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["record"], told["times"], told["before"][0]["record"]) == ("thang-6.json", 2, "thang-3.json")


def test_nothing_asked_before_gives_status_nought_and_a_bad_file_two(records, tmp_path, capsys):
    assert main(["asked", records("a.json", "trồng rừng"), records("b.json", "làm đường")]) == 0
    bad = tmp_path / "c.json"
    bad.write_text("[]")
    assert main(["asked", str(bad)]) == 2
    assert "c.json" in capsys.readouterr().err
