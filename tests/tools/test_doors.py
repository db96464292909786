"""What stands in for the many small files of mypyc: the doors of modules in one file or two, and C that is compiled together."""

import re

import pytest

from tests.tools.test_compiling import ROOT, building  # noqa: F401  its fixture

MODULES = ["giaoban.reading.items", "giaoban.reading.names", "giaoban.reading.rules.names", "giaoban.model.names"]


@pytest.fixture
def doors(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from compiling.doors import doors

    return doors


def test_each_module_has_its_door_and_those_whose_names_end_alike_stand_in_different_files(doors, tmp_path):
    written = doors(MODULES, "group", tmp_path)
    assert sorted(module for modules in written.values() for module in modules) == sorted(MODULES)
    assert list(written.values()) == [MODULES[:2], [MODULES[2]], [MODULES[3]]]
    for path, modules in written.items():
        said = path.read_text("utf-8")
        assert re.findall(r"PyInit_(\w+)", said) == [module.rpartition(".")[2] for module in modules]
        assert re.findall(r'"group\.init_(\w+)"', said) == [module.replace(".", "___") for module in modules]


def test_all_the_code_is_compiled_once_in_parts_of_about_one_size(building, monkeypatch, tmp_path):  # noqa: F811
    monkeypatch.setattr(building, "JOINED", 100)
    sources = [tmp_path / f"{number}.c" for number in range(12)]
    for number, source in enumerate(sources):
        source.write_text("x" * (10 + 5 * number))
    (tmp_path / "made").mkdir()
    said = [path.read_text() for path in building._joined(sources, tmp_path / "made")]
    assert sorted(re.findall(r'#include "(.+)"', "".join(said))) == sorted(map(str, sources))
    sizes = [sum(10 + 5 * int(number) for number in re.findall(r"/(\d+)\.c", each)) for each in said]
    assert len(said) == 5 and max(sizes) - min(sizes) < 60
