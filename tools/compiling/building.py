"""From the sources of the reader to compiled modules in src/giaoban/compiled."""

import contextlib
import io
import json
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from compiling.preparing import prepared
from giaoban import compiled

SRC = Path(__file__).parent.parent.parent / "src"
PATTERNS = (
    "reading/*.py",
    "reading/rules/**/*.py",
    "model/document.py",
    "model/finds.py",
    "model/found.py",
    "model/period.py",
    "model/quantity.py",
    "model/reading.py",
    "model/span.py",
    "reference/phrases.py",
    "reference/topics.py",
)
"""What reads every text. Explanations and learning stay interpreted, and so do packages themselves."""
INTERPRETED = frozenset(("tables",))
"""Packages of the rules that few texts need."""
LEVEL = "2"
"""Of optimisation: 1 takes a third less to compile, and reads two in a hundred slower."""
DIRECT = ("-fno-plt",) if sys.platform == "linux" else ()
"""Python's functions, which compiled rules call all the time, are called without a stub between."""
SETTINGS = "[mypy]\npython_version=3.11\nmypy_path={src}\npython_executable={python}\nignore_missing_imports=True\n"
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))


def chosen(package: Path) -> list[Path]:
    """The modules that are compiled."""
    return sorted(
        path for pattern in PATTERNS for path in package.glob(pattern) if path.name != "__init__.py" and path.parent.name not in INTERPRETED
    )


def build(types: Path, level: str = LEVEL) -> str:
    """Compile, and put what was made in the place of what was made before; returns a line that says so.

    types  the Python whose packages are looked at for types
    level  of optimisation: 0 takes a quarter less to compile, and what is compiled is nearly twice as large
    """
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        copy = Path(scratch, "src", "giaoban")
        shutil.copytree(SRC / "giaoban", copy, ignore=shutil.ignore_patterns("*.so", "__pycache__"))
        of = compiled.digest(copy)
        made = _compiled(Path(scratch), types, level, f"giaoban_{of[:16]}")
        remove()
        files = {}
        for name, path in made.items():
            files[name] = f"{name}.{of[:16]}{SUFFIX}"
            shutil.copyfile(path, compiled.HERE / files[name])
    sizes = {name: (compiled.HERE / name).stat().st_size for name in files.values()}
    waiting = compiled.HERE / f"{compiled.MADE}.new"
    waiting.write_text(json.dumps({"digest": of, "files": files, "sizes": sizes}, indent=1), "utf-8")
    waiting.replace(compiled.HERE / compiled.MADE)
    if compiled.finder() is None:
        raise SystemExit("the sources were changed while they were compiled: compile again")
    return f"compiled {len(files) - 1} modules of the reader: {sum(sizes.values()) / 1e6:.1f} MB in {compiled.HERE}"


def remove() -> None:
    """Remove what was compiled; the list first, so that nothing is used of which a part is gone."""
    (compiled.HERE / compiled.MADE).unlink(missing_ok=True)
    for path in compiled.HERE.glob("*.so"):
        path.unlink()


def _compiled(scratch: Path, types: Path, level: str, group: str) -> dict[str, Path]:
    """The compiled modules by their names, from the sources in the folder `scratch`, in which the process stands."""
    from mypyc.build import mypycify

    copy = scratch / "src"
    paths = chosen(copy / "giaoban")
    for path in paths:
        path.write_text(prepared(path.read_text("utf-8")), "utf-8")
    (scratch / "mypy.ini").write_text(SETTINGS.format(src=copy, python=types), "utf-8")
    told = ["--config-file=mypy.ini", *(str(path.relative_to(scratch)) for path in paths)]
    with _quiet():
        extensions = mypycify(told, opt_level=level, debug_level="0", multi_file=True, group_name=group)
    return _linked(extensions, scratch)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """mypyc warns of each generator that it makes a list of: that is told only where it ends with an error, which stands there too."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            yield
    except BaseException:
        sys.stderr.write(said.getvalue())
        raise


def _linked(extensions: list[Any], scratch: Path) -> dict[str, Path]:
    """Each extension compiled, as many files at once as there are processors, and linked."""
    from setuptools._distutils.ccompiler import new_compiler
    from setuptools._distutils.sysconfig import customize_compiler

    def object_of(work: tuple[Any, str]) -> list[str]:
        extension, source = work
        compiler = new_compiler()
        customize_compiler(compiler)
        flags = [flag for flag in compiler.compiler_so if not flag.startswith(("-O", "-g"))]
        compiler.set_executable("compiler_so", [*flags, *DIRECT])
        include = [*extension.include_dirs, sysconfig.get_paths()["include"]]
        return list(
            compiler.compile(
                [source], output_dir=str(scratch / "objects"), include_dirs=include, extra_postargs=extension.extra_compile_args
            )
        )

    every = [(extension, source) for extension in extensions for source in extension.sources]
    every.sort(key=lambda work: -Path(work[1]).stat().st_size)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = list(pool.map(object_of, every))
    made = {}
    for extension in extensions:
        compiler = new_compiler()
        customize_compiler(compiler)
        made[extension.name] = scratch / "made" / f"{extension.name}{SUFFIX}"
        mine = [path for (whose, _), paths in zip(every, objects, strict=True) for path in paths if whose is extension]
        compiler.link_shared_object(mine, str(made[extension.name]))
    return made
