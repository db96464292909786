"""The reader's modules compiled, where `make compile` has left them beside this file: the same rules, quicker.

A compiled module stands for its source only while every source that it was made from or reads with is the same to the byte: they are
looked at each time Giaoban starts. After any change, with another Python, or with GIAOBAN_INTERPRETED set, the sources are read instead.
"""

import hashlib
import json
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
PACKAGES = ("model", "messages", "reference", "documents", "reading")
"""What is compiled stands in these, and reads with nothing else of Giaoban."""
MADE = "made.json"
"""What was made from which sources: written last, so that half a work is none."""
INTERPRETED = "GIAOBAN_INTERPRETED"


def digest(package: Path) -> str:
    """One number for all sources of the reader in the folder of `giaoban`, and for the Python they are made for."""
    told = hashlib.sha256(EXTENSION_SUFFIXES[0].encode())
    for path in sorted(path for name in PACKAGES for path in (package / name).rglob("*.py")):
        told.update(f"\n{path.relative_to(package).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return told.hexdigest()


class Finder:
    """Finds a module among the compiled files of a folder, by its name."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        self.files = files

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in self.files:
            return None
        found = str(self.folder / self.files[name])
        return spec_from_file_location(name, found, loader=ExtensionFileLoader(name, found))


def finder(folder: Path = HERE, package: Path = HERE.parent) -> Finder | None:
    """Of the compiled files in `folder`, if they are those of the sources in `package`; None without them, or if they are of others."""
    try:
        made = json.loads((folder / MADE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return Finder(folder, made["files"]) if made["digest"] == digest(package) else None


def use() -> None:
    """From now on modules are imported compiled, where that may be."""
    if not os.environ.get(INTERPRETED) and (found := finder()):
        sys.meta_path.insert(0, found)


def used() -> bool:
    """Whether this process reads with compiled modules."""
    return any(isinstance(each, Finder) for each in sys.meta_path)
