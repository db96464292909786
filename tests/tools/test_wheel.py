"""An installed wheel reads with the compiled files that came in it, and leaves aside such as do not match."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban import compiled
from tests.tools.test_compiling import ROOT, needs_compiled

pytestmark = needs_compiled
LOADED = """
import json, sys
import giaoban
from giaoban import compiled, documents, reading
from giaoban.reading import items
found = list(reading.read(documents.from_text("Thu ngân sách năm 2019 đạt 2.572 tỷ đồng.")).finds())
print(json.dumps([giaoban.__file__, compiled.used(), items.__file__, len(found)]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder into which the wheel of `make wheel` was installed."""
    made, folder = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(build, cwd=ROOT, env=os.environ | {"GIAOBAN_COMPILE": sys.executable}, check=True, capture_output=True)
    (wheel,) = made.glob("*.whl")
    assert "none-any" not in wheel.name
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-compile",
        "--target",
        str(folder),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    return folder


def loaded(site: Path, interpreted: str = "") -> tuple[bool, str]:
    """Whether compiled files are in use there, and the kind of file from which one of their modules came."""
    environment = os.environ | {"PYTHONPATH": str(site), compiled.INTERPRETED: interpreted}
    told = subprocess.run([sys.executable, "-c", LOADED], env=environment, cwd=site, capture_output=True, text=True, check=True)
    package, used, module, found = json.loads(told.stdout)
    assert Path(package).is_relative_to(site) and Path(module).is_relative_to(site) and found
    return used, Path(module).suffix


def test_all_that_was_compiled_is_in_the_wheel_and_is_what_is_loaded(site):
    folder = site / "giaoban" / "compiled"
    files = json.loads((folder / compiled.MADE).read_text())["files"]
    assert len(files) > 90 and {path.name for path in folder.glob("*.so")} == set(files.values())
    assert loaded(site) == (True, ".so")
    assert loaded(site, interpreted="1") == (False, ".py")


def test_a_source_that_was_changed_after_installing_is_read_itself(site):
    rule = site / "giaoban" / "reading" / "rules" / "clauses" / "soon.py"
    before = rule.read_bytes()
    rule.write_bytes(before + b"# changed\n")
    try:
        assert loaded(site) == (False, ".py")
    finally:
        rule.write_bytes(before)


def test_files_compiled_from_other_sources_or_for_another_python_are_left_aside(site):
    list_of_files = site / "giaoban" / "compiled" / compiled.MADE
    before = list_of_files.read_text()
    list_of_files.write_text(json.dumps(json.loads(before) | {"digest": "0" * 64}))
    try:
        assert loaded(site) == (False, ".py")
    finally:
        list_of_files.write_text(before)
