"""Compiling by what is used most: the code is compiled so that it counts, reads texts, and is compiled again by these counts.

What is read often then stands together and what nothing came to is made small, so the processor fetches less. Only gcc is asked for it;
where anything of it fails, that is said and the code is compiled as without it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from giaoban import compiled

Flags = tuple[str, ...]
Made = Callable[[Flags], dict[str, Path]]
Put = Callable[[dict[str, Path], str, Path], int]
ROOT = Path(__file__).parent.parent.parent
TEXTS = ("src/giaoban_web/demo/records/*.txt", "corpus/annotated/written/worked_from/text/*.txt")
"""What is read to see what is used: our own texts, some records, minutes and news."""
COUNTING: Flags = ("-fprofile-generate", "-fprofile-update=single")
SEEN: Flags = ("-fprofile-use", "-Wno-missing-profile")
READS = """
import sys
from pathlib import Path
from giaoban import compiled, flow
assert compiled.used(), "the compiled reader was not used"
for path in map(Path, sys.argv[1:]):
    for fast in (True, True, True, False):
        flow.read(path.read_bytes(), path.name, fast=fast)
"""
"""Three times by rules alone, whose quickness is asked for most."""


def seen(made: Made, put: Put, scratch: Path, python: Path, by: str) -> Flags:
    """How to compile by what was seen; nothing, said loudly, where it could not be seen.

    made, put  compile with some flags; put compiled files where the reader finds them
    by         the C compiler
    """
    from setuptools._distutils.errors import CCompilerError

    try:
        if "Free Software Foundation" not in _said([by, "--version"]):
            raise OSError(f"{by} is not gcc")
        reader = scratch / "counting" / "giaoban"
        shutil.copytree(ROOT / "src" / "giaoban", reader, ignore=shutil.ignore_patterns("*.so", "made.json", "__pycache__"))
        put(made(COUNTING), compiled.digest(reader), reader / "compiled")
        _said([str(python), "-c", READS, *(str(path) for each in TEXTS for path in sorted(ROOT.glob(each)))], PYTHONPATH=str(reader.parent))
        if not any(scratch.rglob("*.gcda")):
            raise OSError("nothing was counted")
    except (OSError, subprocess.CalledProcessError, CCompilerError) as error:
        print(f"NOT COMPILED BY WHAT IS USED MOST, but as without --profile: {_why(error)}", file=sys.stderr, flush=True)
        return ()
    return SEEN


def _said(command: list[str], **environment: str) -> str:
    unset = {name: value for name, value in os.environ.items() if name != compiled.INTERPRETED}
    return subprocess.run(command, env={**unset, **environment}, capture_output=True, text=True, check=True).stdout


def _why(error: Exception) -> str:
    return str(error.stderr).strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
