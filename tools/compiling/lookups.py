"""What the functions of a module look up at each use though it never changes, and the names it is kept by instead.

    role is Role.AIM            a member of an enumeration                                  _Role_AIM
    bisect_left(starts, at)     a function or constant of a module that is not compiled     _bisect_left

A compiled module finds what it imports from another compiled one by itself; all else it would look up in a table of names, each time.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeGuard

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
UNKEPT = frozenset(("typing", "__future__"))
"""What comes from these means something to the compiler."""
Slow = Callable[[str, str], bool]
"""Whether a name of a module is looked up each time where it is imported."""


@dataclass(frozen=True)
class Kept:
    """A place where something is looked up, what stands there, and the name it is kept by."""

    node: ast.expr
    said: str
    name: str


def kept(tree: ast.Module, slow: Slow) -> list[Kept]:
    """Every such place; not in patterns, where a bare name would mean another thing, nor in texts, where Python does not tell the place."""
    imports = [(node.module or "", each) for node in tree.body if isinstance(node, ast.ImportFrom) for each in node.names]
    classes = {each.name for _, each in imports if each.name[0].isupper() and not each.asname}
    others = {each.asname or each.name for module, each in imports if module not in UNKEPT and slow(module, each.name)}
    found: list[Kept] = []
    for function in _functions(tree):
        inside = {node for statement in function.body for node in ast.walk(statement)}
        inside -= {node for each in inside if isinstance(each, ast.pattern | ast.JoinedStr) for node in ast.walk(each)}
        found += [Kept(node, ast.unparse(node), f"_{_said(node)}") for node in inside if _is_member(node, classes)]
        free, called = others - _own(function), {node.func for node in inside if isinstance(node, ast.Call)}
        names = [node for node in inside if isinstance(node, ast.Name) and node.id in free]
        found += [
            Kept(node, node.id, f"_{node.id}") for node in names if CONSTANT.fullmatch(node.id) or (node.id[0].islower() and node in called)
        ]
    return found


def looked_up(compiled: Mapping[str, str]) -> Slow:
    """What is looked up each time of modules, those that are compiled given by their names with their sources.

    All of others, and of these what is made by a decorator, as a function that remembers what it gave.
    """
    made = {
        module: {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.decorator_list}
        for module, source in compiled.items()
    }
    return lambda module, name: name in made[module] if module in made else True


def _functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """The functions and methods, without those inside others."""
    of_classes = chain.from_iterable(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    return [node for node in (*tree.body, *of_classes) if isinstance(node, ast.FunctionDef)]


def _own(function: ast.FunctionDef) -> set[str]:
    """The names that a function gives to something itself."""
    nodes = list(ast.walk(function))
    given = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    given |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    given |= {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return given | {each.asname or each.name for node in nodes if isinstance(node, ast.ImportFrom) for each in node.names}


def _said(node: ast.AST) -> str:
    return ast.unparse(node).replace(".", "_")


def _is_member(node: ast.AST, classes: set[str]) -> TypeGuard[ast.Attribute]:
    match node:
        case ast.Attribute(value=ast.Name(id=kind), attr=name, ctx=ast.Load()):
            return kind in classes and not kind.isupper() and CONSTANT.fullmatch(name) is not None
    return False
