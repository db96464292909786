"""What the bench measures with: other readers are told apart from missing ones, memory is that of all processes, files say the same."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban.exchange.formats import rows
from tools.benching import imports, instructions
from tools.benching.memory import folder_of, most

OTHERS = Path(__file__).parent.parent.parent / "tools" / "benching" / "others.py"


def test_readers_that_are_not_installed_are_named_as_missing():
    done = subprocess.run([sys.executable, "-S", str(OTHERS)], input='["Hà Nội"]', capture_output=True, text=True, check=True)
    made = json.loads(done.stdout)
    assert [each["name"] for each in made] == ["Duckling", "underthesea, parts of speech", "underthesea, names"]
    assert all("missing" in each for each in made)


def test_the_memory_of_reading_a_folder_is_more_than_python_and_less_than_is_allowed(tmp_path):
    folder = folder_of(["Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp. Thu ngân sách đạt 2.572 tỷ đồng."], 3, tmp_path / "records")
    assert len(list(folder.iterdir())) == 3
    assert 10 < most(folder) < 400


def test_instructions_are_those_that_valgrind_tells():
    assert instructions.counted("==7== \n==7== I refs:        1,234,567\n") == 1_234_567
    with pytest.raises(ValueError, match="counted nothing"):
        instructions.counted("valgrind: cannot open")


def test_the_workbook_that_is_brought_in_says_what_the_csv_says():
    csv = imports.made(120, 300)
    assert [told for _at, told in rows(imports.workbook(csv), "xlsx")] == [told for _at, told in rows(csv, "csv")]


def test_the_bench_of_imports_tells_both_forms_beside_bulk_create():
    seconds = {"csv": 0.5, "xlsx": 1.0, "marks": 0.25, "again": 0.4, "bulk_create": 5.0}
    line = imports.said("SQLite", 50_000, 3, seconds)
    assert line.startswith("SQLite, best of 3: CSV 100,000 rows/s, XLSX 50,000 (looked through for marks of secrecy before, 200,000), ")
    assert line.endswith("the same CSV again 125,000, bulk_create 10,000; CSV 10.0 and XLSX 5.0 times as fast")
