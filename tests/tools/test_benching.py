"""What the bench measures with: other readers are told apart from missing ones, memory is that of all processes."""

import json
import subprocess
import sys
from pathlib import Path

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
