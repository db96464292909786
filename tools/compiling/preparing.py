"""A module as it is compiled: what it does is what its source does, said so that the compiler can make quick code of it.

    LIMIT = 3                     LIMIT: Final = 3                                     looked up once, not at each use
    @dataclass(slots=True)        @dataclass(init=False)                               filled by compiled code, and pickled,
    class Item: ...               class Item: def __init__(self, text: str, ...) ...   which compiled classes are not by themselves

    if role is Role.AIM:          if role is _Role_AIM:                                looked up once (`lookups`)
    UP, DOWN = Cue                UP: Final = tuple(Cue)[0]; DOWN: …                   all members of an enumeration by names of their own

A constant is a name in capitals that is given its value once. The source itself stays as it is written for people. Refused is what the
compiler would take without a word and make slow: a `cached_property`, which it does not remember; and what it stops at: `in (one, *rest)`.
"""

import ast
from typing import TypeGuard

from .lookups import CONSTANT, Kept, Slow, kept

IMPORTED = "from typing import Final; "
DROPPED = {"slots", "frozen", "init"}
"""What a compiled class has anyway, or what forbids its own `__init__`."""


def prepared(source: str, slow: Slow = lambda module, name: False) -> str:
    """
    slow  whether a name of another module is looked up each time where it is imported

    >>> print(prepared('import re\\nWORD = re.compile("a")'))
    from typing import Final; import re
    WORD: Final = re.compile("a")
    """
    if "cached_property" in source:
        raise ValueError("cached_property: compiled, it is worked out each time it is asked for")
    tree = ast.parse(source)
    if asked := next(filter(_is_of_parts, ast.walk(tree)), None):
        raise ValueError(f"{ast.unparse(asked)}: the compiler stops at a row that holds another; give the row a name before it is asked")
    lines = source.split("\n")
    places = kept(tree, slow)
    changed = [*_finals(tree, lines, places), *_renamed(places, lines), *_classes(tree, source)]
    for first, last, text in sorted(changed, reverse=True):
        lines[first - 1 : last] = text
    return "\n".join(lines)


def _is_of_parts(node: ast.AST) -> TypeGuard[ast.Compare]:
    """Whether it is asked whether something stands in a row that is written there and holds another: each in (first, *rest)."""
    asked = node.comparators if isinstance(node, ast.Compare) else []
    return any(isinstance(part, ast.Starred) for row in asked if isinstance(row, ast.Tuple | ast.List | ast.Set) for part in row.elts)


Change = tuple[int, int, list[str]]
"""First line, last line, and the lines that stand there instead."""


def _finals(tree: ast.Module, lines: list[str], places: list[Kept]) -> list[Change]:
    given = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    types = {
        node.id
        for each in ast.walk(tree)
        for annotation in _annotations(each)
        for node in ast.walk(annotation)
        if isinstance(node, ast.Name)
    }
    once = {name for name in given if CONSTANT.fullmatch(name) and given.count(name) == 1 and name not in types}
    changes: list[Change] = []
    for node in tree.body:
        at = node.lineno
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in once and not _is_row_of_floats(value):
                changes.append((at, at, [f"{name}: Final{lines[at - 1].removeprefix(name)}"]))
            case ast.AnnAssign(target=ast.Name(id=name), annotation=told, value=ast.expr() as value) if (
                name in once and told.end_lineno == at and not _is_row_of_floats(value)
            ):
                line = lines[at - 1].encode()
                cut = [line[: told.col_offset], line[told.col_offset : told.end_col_offset], line[told.end_col_offset :]]
                changes.append((at, at, [b"%bFinal[%b]%b".__mod__(tuple(cut)).decode()]))
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)) if (
                {ast.unparse(name) for name in names} <= once and len(names) == len(values) and not any(map(_is_row_of_floats, values))
            ):
                each = [f"{ast.unparse(name)}: Final = {ast.unparse(value)}" for name, value in zip(names, values, strict=True)]
                changes.append((at, node.end_lineno or at, ["; ".join(each)] + [""] * ((node.end_lineno or at) - at)))
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Name(id=kind)) if {ast.unparse(name) for name in names} <= once:
                each = [f"{ast.unparse(name)}: Final = tuple({kind})[{place}]" for place, name in enumerate(names)]
                changes.append((at, node.end_lineno or at, ["; ".join(each)] + [""] * ((node.end_lineno or at) - at)))
    if names_kept := sorted({(each.name, each.said) for each in places}):
        at, end = max((node.end_lineno or 0, node.end_col_offset or 0) for node in tree.body if isinstance(node, ast.ImportFrom))
        known = "; ".join(f"{name}: Final = {said}" for name, said in names_kept)
        changes.append((at, at, [f"{lines[at - 1][:end]}; {known}{lines[at - 1][end:]}"]))
    if not changes:
        return []
    first = next(node.lineno for node in tree.body if not _is_docstring(node))
    begun = next((text for at, _, text in changes if at == first), [lines[first - 1]])
    return [each for each in changes if each[0] != first] + [(first, first, [IMPORTED + begun[0], *begun[1:]])]


def _renamed(places: list[Kept], lines: list[str]) -> list[Change]:
    """What is looked up by the name it is kept by."""
    changed: dict[int, bytes] = {}
    for each in sorted(places, key=lambda each: -each.node.col_offset):
        line = changed.get(each.node.lineno, lines[each.node.lineno - 1].encode())
        changed[each.node.lineno] = line[: each.node.col_offset] + each.name.encode() + line[each.node.end_col_offset :]
    return [(at, at, [line.decode()]) for at, line in changed.items()]


def _is_row_of_floats(value: ast.expr) -> bool:
    """mypyc takes such a constant for one that was never given a value (2.4.1)."""
    return isinstance(value, ast.Tuple) and all(isinstance(each, ast.Constant) and isinstance(each.value, float) for each in value.elts)


def _annotations(node: ast.AST) -> list[ast.expr]:
    found = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    return [each for each in found if each is not None]


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _classes(tree: ast.Module, source: str) -> list[Change]:
    return [change for node in tree.body if isinstance(node, ast.ClassDef) for change in _class(node, source)]


def _class(node: ast.ClassDef, source: str) -> list[Change]:
    """Changes to a dataclass that stands by itself; none to any other."""
    told = [ast.unparse(each) for each in node.decorator_list]
    generic = [ast.unparse(each).startswith("Generic[") for each in node.bases]
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    if (
        len(told) != 1
        or not told[0].startswith("dataclass")
        or not all(generic)
        or "__post_init__" in methods
        or not _is_docstring(node.body[0])
    ):
        return []
    names = [each.target.id for each in fields if isinstance(each.target, ast.Name)]
    made = [f"def __reduce__(self) -> tuple[object, ...]: return ({node.name}, ({''.join(f'self.{name}, ' for name in names)}))"]
    if "__init__" not in methods:
        filled = [_filled(each, source) for each in fields]
        sets = "; ".join(f"self.{name} = {value}" for name, (_, value) in zip(names, filled, strict=True))
        made.insert(0, f"def __init__(self, {', '.join(given for given, _ in filled)}) -> None: {sets}")
    marked = _decorated(node.decorator_list[0])
    if generic:
        marked = []
        made += _equal(node.name, names)
    docstring = node.body[0]
    at = node.decorator_list[0].lineno
    return [(at, at, marked), (docstring.lineno, docstring.end_lineno or 0, ["    " + each for each in made])]


def _filled(field: ast.AnnAssign, source: str) -> tuple[str, str]:
    """How a field is given to `__init__`, and what it is set to."""
    assert isinstance(field.target, ast.Name)
    name, kind = field.target.id, ast.unparse(field.annotation)
    match field.value:
        case None:
            return f"{name}: {kind}", name
        case ast.Call(func=ast.Name(id="field"), keywords=[ast.keyword(arg="default_factory", value=make)]):
            return f"{name}: {kind} | None = None", f"{ast.unparse(make)}() if {name} is None else {name}"
        case value:
            return f"{name}: {kind} = {ast.unparse(value)}", name


def _decorated(decorator: ast.expr) -> list[str]:
    told = {each.arg: ast.unparse(each.value) for each in decorator.keywords} if isinstance(decorator, ast.Call) else {}
    if told.get("frozen") == "True":
        told["unsafe_hash"] = "True"
    kept = {"init": "False", **{name: value for name, value in told.items() if name not in DROPPED}}
    return [f"@dataclass({', '.join(f'{name}={value}' for name, value in kept.items())})"]


def _equal(name: str, fields: list[str]) -> list[str]:
    """What a dataclass has by itself, for a generic class: compiled, that cannot be one."""
    mine, others = (", ".join(f"{whose}.{field}" for field in fields) for whose in ("self", "other"))
    shown = ", ".join(f"{field}={{self.{field}!r}}" for field in fields)
    return [
        f"def __eq__(self, other: object) -> bool: return isinstance(other, {name}) and ({mine}) == ({others})",
        f"def __hash__(self) -> int: return hash(({mine}))",
        f'def __repr__(self) -> str: return f"{name}({shown})"',
    ]
