"""The reader's modules compiled, where `make compile` has left them beside this file: the same rules, quicker.

A compiled module stands for its source only while every source that it was made from or reads with is the same to the byte: they are
looked at each time Giaoban starts. After any change, with another Python, or with GIAOBAN_INTERPRETED set, the sources are read instead;
and where some of the compiled files are gone or cut short, which is said.
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
PACKAGES = ("kept", "model", "messages", "reference", "documents", "reading")
"""What is compiled stands in these, and reads with nothing else of Giaoban."""
MADE = "made.json"
"""What was made from which sources: written last, so that half a work is none."""
INTERPRETED = "GIAOBAN_INTERPRETED"
DAMAGED = """\
! Bộ đọc đã biên dịch bị hỏng: {count} tệp trong {folder} mất hoặc không trọn vẹn ({name}). Đang đọc bằng mã nguồn: kết quả như cũ, \
chậm hơn. Chạy lại `make compile`, hoặc `make interpret` để bỏ hẳn; nếu cài từ wheel thì cài lại wheel.
! The compiled reader is damaged: {count} files in {folder} are gone or cut short ({name}). The sources are read instead: the same \
results, slower. Run `make compile` again, or `make interpret` to do without; installed from a wheel, install the wheel again.
"""


def digest(package: Path) -> str:
    """One number for all sources of the reader in the folder of `giaoban`, and for the Python they are made for."""
    told = hashlib.sha256(EXTENSION_SUFFIXES[0].encode())
    for path in sorted(path for name in PACKAGES for path in (package / name).rglob("*.py")):
        told.update(f"\n{path.relative_to(package).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return told.hexdigest()


class Finder:
    """Finds a module among the compiled files of a folder, by its name."""

    def __init__(self, folder: Path, files: Mapping[str, str], sizes: Mapping[str, int]) -> None:
        self.folder = folder
        self.files = files
        self.sizes = sizes

    def damaged(self) -> list[str]:
        """Names of its files that are gone or have not the size with which they were made."""
        return sorted(name for name in set(self.files.values()) if not self._whole(name))

    def _whole(self, name: str) -> bool:
        path = self.folder / name
        return path.is_file() and path.stat().st_size == self.sizes.get(name, path.stat().st_size)

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
    return Finder(folder, made["files"], made.get("sizes", {})) if made["digest"] == digest(package) else None


def use() -> None:
    """From now on modules are imported compiled, where that may be."""
    if os.environ.get(INTERPRETED) or not (found := finder()):
        return
    if damaged := found.damaged():
        # Processes that this one starts read the sources, too, and need not say it again.
        os.environ[INTERPRETED] = "1"
        sys.stderr.write(DAMAGED.format(count=len(damaged), folder=found.folder, name=damaged[0]))
        return
    sys.meta_path.insert(0, found)


def used() -> bool:
    """Whether this process reads with compiled modules."""
    return any(isinstance(each, Finder) for each in sys.meta_path)
