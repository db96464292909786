"""Makes the Vietnamese catalogues before a wheel is put together, and compiles the reader where GIAOBAN_COMPILE asks for it."""

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILE = "GIAOBAN_COMPILE"
"""Set to the Python whose packages tell the types: the wheel then holds the reader compiled, for machines like this one (`make wheel`)."""


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `compile_all` by its path: the package is not installed yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        package = root / "src" / "giaoban_web"
        runpy.run_path(str(package / "ui" / "translations.py"))["compile_all"](package)
        if python := os.environ.get(COMPILE):
            if not _compiled(root):
                subprocess.run([sys.executable, str(root / "tools" / "compile.py"), "--types", python], check=True)
            build_data["artifacts"] += ["src/giaoban/compiled/*.so", "src/giaoban/compiled/made.json"]
            build_data.update(pure_python=False, infer_tag=True)


def _compiled(root: Path) -> bool:
    """Whether what lies compiled is of these very sources, and of this Python."""
    return runpy.run_path(str(root / "src" / "giaoban" / "compiled" / "__init__.py"))["finder"]() is not None
