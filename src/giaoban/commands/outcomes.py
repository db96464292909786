"""What became of a file that was to be read, and how it is shown: as a table, as a record, explained, or written into a folder."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, count
from pathlib import Path

from giaoban import documents, reading
from giaoban.commands.files import said, write_whole
from giaoban.documents import Ocr
from giaoban.exchange.record import record
from giaoban.model import Document, Reading, Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its document and reading, or why it was refused (in Vietnamese and English)."""

    path: Path
    read: tuple[Document, Reading] | None
    refusal: str = ""

    def json(self, indent: int | None = None) -> str:
        if self.read is None:
            raise ValueError(f"{self.path} was refused")
        return json.dumps(record(*self.read), ensure_ascii=False, indent=indent)


def read_one(path: Path, ocr: Ocr | None, fast: bool, on: date | None) -> Outcome:
    """Read one file.

    fast  by rules alone
    on    the day of the meeting, where that is known
    """
    try:
        document = documents.read(path.read_bytes(), path.name, ocr)
        return Outcome(path, (document, reading.read(document, fast=fast, spoken_on=on)))
    except Refused as refused:
        return Outcome(path, None, said(refused, f"{path}: "))
    except IsADirectoryError:
        return Outcome(path, None, f"{path}: thư mục không có tệp nào · no file in this folder; folders within it are not looked into")
    except OSError as error:
        return Outcome(path, None, said(Refused("file-not-opened", name=path, why=error)))


def writer(folder: Path, paths: Sequence[Path]) -> Callable[[Outcome], None]:
    """What writes one NAME.json per document into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    names = _names(paths)

    def write(outcome: Outcome) -> None:
        write_whole(folder / f"{names[outcome.path]}.json", [f"{outcome.json(indent=1)}\n".encode()])

    return write


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """What each record is called, no two alike: like its file without the ending, with it, or with a number behind it."""
    once = list(dict.fromkeys(paths))
    stems, names = Counter(path.stem for path in once), dict[str, Path]()
    for path in once:
        wanted = chain((path.stem,) if stems[path.stem] == 1 else (), (path.name,), (f"{path.name}-{number}" for number in count(2)))
        names[next(name for name in wanted if name not in names)] = path
    return {path: name for name, path in names.items()}


def printer(options: argparse.Namespace, files: int) -> Callable[[Outcome], None]:
    """What prints each document as the options of the command ask."""
    if options.json:
        return _print_json(files)
    return (
        partial(_print_explained, language=options.lang, on=options.on) if options.explain else partial(_print_table, language=options.lang)
    )


def _print_explained(outcome: Outcome, language: str, on: date | None) -> None:
    from giaoban.reading.explaining import explain
    from giaoban.render.explained import lines

    if outcome.read:
        document = outcome.read[0]
        print(f"{document.name}\n")
        print("\n".join(lines(document, explain(document, spoken_on=on), language)))


def _print_json(files: int) -> Callable[[Outcome], None]:
    """One file: an indented record; several: one record a line."""
    return lambda outcome: print(outcome.json(indent=1 if files == 1 else None))


def _print_table(outcome: Outcome, language: str) -> None:
    from giaoban.render.console import Listened
    from giaoban.render.table import tables

    if outcome.read:
        Listened().print(tables(*outcome.read, language))
