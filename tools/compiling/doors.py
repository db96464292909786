"""The doors of compiled modules: what Python calls for each to make it. mypyc makes a file of each; here they stand in one, or in two.

Python asks a file for `PyInit_` and the last part of a module's name, so modules whose names end alike stand in different files.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

HEAD = """\
#include <Python.h>

static PyObject *opened(const char *name, const char *whole)
{{
    PyObject *from = Py_BuildValue("(s)", "*");
    PyObject *group = from ? PyImport_ImportModuleLevel("{group}", NULL, NULL, from, 0) : NULL;
    Py_XDECREF(from);
    PyObject *capsule = group ? PyObject_GetAttrString(group, name) : NULL;
    Py_XDECREF(group);
    void *make = capsule ? PyCapsule_GetPointer(capsule, whole) : NULL;
    Py_XDECREF(capsule);
    return make ? ((PyObject *(*)(void))make)() : NULL;
}}
"""
DOOR = '\nPyMODINIT_FUNC PyInit_{last}(void) {{ return opened("{name}", "{group}.{name}"); }}\n'


def doors(modules: Iterable[str], group: str, folder: Path) -> dict[Path, list[str]]:
    """Files of C in the folder, each with the modules whose doors stand in it; `group` is the module that holds all the code."""
    files: list[list[str]] = []
    seen: dict[str, int] = defaultdict(int)
    for module in modules:
        last = module.rpartition(".")[2]
        if seen[last] == len(files):
            files.append([])
        files[seen[last]].append(module)
        seen[last] += 1
    written = {}
    for number, each in enumerate(files):
        path = folder / f"doors{number}.c"
        path.write_text(HEAD.format(group=group) + "".join(_door(module, group) for module in each), "utf-8")
        written[path] = each
    return written


def _door(module: str, group: str) -> str:
    return DOOR.format(last=module.rpartition(".")[2], name=f"init_{module.replace('.', '___')}", group=group)
