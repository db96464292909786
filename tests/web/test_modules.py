"""Whatever one module takes from another of ours is there: the web is not typed, and a page that breaks may be seldom opened."""

import ast
import importlib
from pathlib import Path
from types import ModuleType

import pytest

SOURCES = Path(__file__).parents[2] / "src"
MODULES = sorted(path for path in SOURCES.rglob("*.py") if "migrations" not in path.parts and path.stem != "__main__")
OURS = ("giaoban", "giaoban_web")


def imported(tree):
    """The modules of ours that a source names, by the name it gives them."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS:
            package = importlib.import_module(node.module)
            for alias in node.names:
                if isinstance(taken := getattr(package, alias.name, None), ModuleType):
                    found[alias.asname or alias.name] = taken
    return found


def bound(tree):
    """Names that a source gives to something of its own: they may hide a module."""
    arguments = {each.arg for node in ast.walk(tree) if isinstance(node, ast.arguments) for each in [*node.args, *node.kwonlyargs]}
    return arguments | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_what_is_taken_from_a_module_is_there(path):
    importlib.import_module(".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__"))
    tree = ast.parse(path.read_text("utf-8"))
    modules = {name: module for name, module in imported(tree).items() if name not in bound(tree)}
    missing = [
        f"line {node.lineno}: {node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules
        if not hasattr(modules[node.value.id], node.attr)
    ]
    assert not missing
