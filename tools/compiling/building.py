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

from compiling import profiling
from compiling.doors import doors
from compiling.lookups import looked_up
from compiling.preparing import prepared
from compiling.profiling import Flags
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
JOINED = 3_000_000
"""Bytes of C that are compiled at once, which takes two fifths less than each file by itself."""
SETTINGS = "[mypy]\npython_version=3.11\nmypy_path={src}\npython_executable={python}\nignore_missing_imports=True\n"
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))


def chosen(package: Path) -> list[Path]:
    """The modules that are compiled."""
    return sorted(
        path for pattern in PATTERNS for path in package.glob(pattern) if path.name != "__init__.py" and path.parent.name not in INTERPRETED
    )


def build(types: Path, level: str = LEVEL, *, profile: bool = False) -> str:
    """Compile, and put what was made in the place of what was made before; returns a line that says so.

    types    the Python whose packages are looked at for types
    level    of optimisation: 0 takes a quarter less to compile, and what is compiled is nearly twice as large
    profile  compile twice, the second time by what was seen while texts were read (`profiling`): some twentieth quicker
    """
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        copy = Path(scratch, "src", "giaoban")
        shutil.copytree(SRC / "giaoban", copy, ignore=shutil.ignore_patterns("*.so", "__pycache__"))
        of = compiled.digest(copy)
        made = _compiled(Path(scratch), types, level, f"giaoban_{of[:16]}", profile=profile)
        remove()
        size = put(made, of, compiled.HERE)
    if compiled.finder() is None:
        raise SystemExit("the sources were changed while they were compiled: compile again")
    return f"compiled {len(made) - 1} modules of the reader: {size / 1e6:.1f} MB in {compiled.HERE}"


def put(made: dict[str, Path], of: str, folder: Path) -> int:
    """Put compiled files where the finder looks, and last the list that names them; returns how many bytes they have.

    of  the digest of their sources
    """
    files = {name: path.name for name, path in made.items()}
    for path in set(made.values()):
        shutil.copyfile(path, folder / path.name)
    sizes = {name: (folder / name).stat().st_size for name in files.values()}
    waiting = folder / f"{compiled.MADE}.new"
    waiting.write_text(json.dumps({"digest": of, "files": files, "sizes": sizes}, indent=1), "utf-8")
    waiting.replace(folder / compiled.MADE)
    return sum(sizes.values())


def remove() -> None:
    """Remove what was compiled; the list first, so that nothing is used of which a part is gone."""
    (compiled.HERE / compiled.MADE).unlink(missing_ok=True)
    for path in compiled.HERE.glob("*.so"):
        path.unlink()


def _named(path: Path, folder: Path) -> str:
    return ".".join(path.relative_to(folder).with_suffix("").parts)


def _compiled(scratch: Path, types: Path, level: str, group: str, *, profile: bool) -> dict[str, Path]:
    """The compiled modules by their names, from the sources in the folder `scratch`, in which the process stands."""
    from mypyc.build import mypycify

    copy = scratch / "src"
    paths = chosen(copy / "giaoban")
    sources = {path: path.read_text("utf-8") for path in paths}
    slow = looked_up({_named(path, copy): source for path, source in sources.items()})
    for path, source in sources.items():
        path.write_text(prepared(source, slow), "utf-8")
    (scratch / "mypy.ini").write_text(SETTINGS.format(src=copy, python=types), "utf-8")
    told = ["--config-file=mypy.ini", *(str(path.relative_to(scratch)) for path in paths)]
    with _quiet():
        extensions = mypycify(told, opt_level=level, debug_level="0", multi_file=True, group_name=group)
    return _linked(extensions, scratch, types if profile else None)


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


def _linked(extensions: list[Any], scratch: Path, reads: Path | None) -> dict[str, Path]:
    """The library that holds all the code, and the doors of the modules in it.

    reads  the Python by which texts are read to see what is used most; None where that is not asked for
    """
    library, *modules = extensions
    code = _joined([Path(source).resolve() for source in library.sources], scratch)
    named = doors((module.name for module in modules), library.name, scratch)

    def made(flags: Flags) -> dict[str, Path]:
        files = {library.name: _shared(_objects(code, library, scratch, flags), scratch / f"{library.name}{SUFFIX}", flags)}
        for source, names in named.items():
            # No module is called by a name with a dot, so whoever walks through the package leaves these files alone.
            path = scratch / f"{library.name}.{source.stem}{SUFFIX}"
            files |= dict.fromkeys(names, _shared(_objects([source], library, scratch, ()), path, ()))
        return files

    return made(profiling.seen(made, put, scratch, reads, _compiler().compiler_so[0]) if reads else ())


def _joined(sources: list[Path], scratch: Path) -> list[Path]:
    """Files of C that stand for all of these, by including them: the headers are the longest part of most, and are read once for each."""
    joined = []
    for number, some in enumerate(_shared_out(sources)):
        joined.append(scratch / f"code{number}.c")
        joined[-1].write_text("".join(f'#include "{source}"\n' for source in some), "utf-8")
    return joined


def _shared_out(sources: list[Path]) -> list[list[Path]]:
    """About as much C in each."""
    sizes = {source: source.stat().st_size for source in sources}
    parts: list[list[Path]] = [[] for _ in range(-(-sum(sizes.values()) // JOINED))]
    for source in sorted(sources, key=lambda each: (-sizes[each], each)):
        min(parts, key=lambda part: sum(sizes[each] for each in part)).append(source)
    return parts


def _objects(sources: list[Path], library: Any, scratch: Path, flags: Flags) -> list[str]:
    """As many files at once as there are processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda source: _object(source, library, scratch, flags), sources))


def _object(source: Path, library: Any, scratch: Path, flags: Flags) -> str:
    compiler = _compiler()
    usual = [flag for flag in compiler.compiler_so if not flag.startswith(("-O", "-g"))]
    compiler.set_executable("compiler_so", [*usual, *DIRECT, *flags])
    include = [*library.include_dirs, sysconfig.get_paths()["include"]]
    told = compiler.compile([str(source)], output_dir=str(scratch), include_dirs=include, extra_postargs=library.extra_compile_args)
    return str(told[0])


def _shared(objects: list[str], path: Path, flags: Flags) -> Path:
    path.unlink(missing_ok=True)
    _compiler().link_shared_object(objects, str(path), extra_postargs=list(flags))
    return path


def _compiler() -> Any:
    from setuptools._distutils.ccompiler import new_compiler
    from setuptools._distutils.sysconfig import customize_compiler

    compiler = new_compiler()
    customize_compiler(compiler)
    return compiler
