"""Makes the Vietnamese catalogues before a wheel is put together."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `compile_all` by its path: the package is not installed yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        package = Path(self.root) / "src" / "giaoban_web"
        runpy.run_path(str(package / "ui" / "translations.py"))["compile_all"](package)
