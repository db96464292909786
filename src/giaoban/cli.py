"""The command line of the core: `giaoban read`, and what `giaoban.commands` adds. Nothing else of the core opens files."""

import argparse
import errno
import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from itertools import chain, count
from pathlib import Path
from types import ModuleType

from giaoban.kept import KEPT

with KEPT.while_loading():
    from giaoban import __version__, compiled, documents, messages, reading
    from giaoban.documents import Ocr
    from giaoban.exchange.record import record
    from giaoban.model import Document, Reading, Refused
    from giaoban.typed import at_least_one, day, named
    from giaoban.usage import STOPPED, Parser, say_no_more, speak_unicode, stopped

OK, SOME_REFUSED, UNWRITTEN = 0, 1, 2
STDOUT = "stdout"
NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""How a system says that what is printed cannot be kept."""
READ = "read"
VERSION = "--version"
COMMANDS = {name: f"giaoban.commands.{name}" for name in ("check", "clarity", "asked", "notice", "brief")}
"""The module of each command beside `read`."""
FAST = """by rules alone, three times as fast: the meeting and the numbers of figures are read the same, periods and places of figures, and
who asks, acts and by when, less surely; judgements and instructions by cue words only, so that about half of the instructions and three in
four judgements are missed"""
AT_ONCE = 2
"""Documents read at once where nothing else is asked: however many there are, that takes less than 400 MB (`make bench`)."""
BARE, LONG = frozenset((".txt", ".html", ".htm")), 2**20
"""Files whose size is about that of their text, and bytes from which such a text is read alone, for the same reason."""


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


def loaded(modules: Mapping[str, str], arguments: Sequence[str]) -> list[ModuleType]:
    """The modules that a command line needs: that of its command, none to tell the version, else all: so a command starts at once.

    modules    the module of each command
    arguments  the words of the command line, the command first
    """
    command = arguments[0] if arguments else ""
    names = {READ: (), VERSION: (), **{known: (module,) for known, module in modules.items()}}.get(command, dict.fromkeys(modules.values()))
    with KEPT.while_loading():
        return [import_module(name) for name in names]


def add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", ocr: Ocr | None = None) -> None:
    """Add `giaoban read` to a command line; `ocr` reads the pictures of scans."""
    read = commands.add_parser(READ, help="read records: files or folders", description=_read.__doc__)
    read.add_argument("paths", nargs="+", type=named, metavar="FILE|FOLDER")
    shown = read.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print exchange records instead of tables")
    shown.add_argument("--explain", action="store_true", help="say of every sentence why something was read from it, or why nothing was")
    read.add_argument("--lang", choices=messages.LANGUAGES, default="vi", help="language of tables and explanations (default: vi)")
    read.add_argument("--out", type=named, metavar="FOLDER", help="write one NAME.json per document into FOLDER")
    read.add_argument(
        "--jobs",
        type=at_least_one,
        default=None,
        metavar="N",
        help=f"documents read at once (default: {AT_ONCE}, which take less than 400 MB together; long texts one by one)",
    )
    read.add_argument(
        "--on",
        type=day,
        metavar="DAY",
        help="the day of the meeting (12/03/2020 or 2020-03-12), of all files named: “by 30/6” and “this quarter” are counted by it, "
        "whatever a text says of its own day",
    )
    read.add_argument("--fast", action="store_true", help=FAST)
    read.set_defaults(run=partial(_read, ocr=ocr))


def main(arguments: Sequence[str] | None = None, more: Mapping[str, str] = COMMANDS, ocr: Ocr | None = None) -> int:
    """Run the command line; returns the exit status.

    more  the module of each command beside `read`
    ocr   with what `read` reads scans; without it they are refused
    """
    status: int
    speak_unicode()
    try:
        options = understood(sys.argv[1:] if arguments is None else arguments, more, ocr)
        status = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        say_no_more()
        return OK
    except KeyboardInterrupt:
        status = stopped()
        _stop_helpers()
        return status
    except OSError as error:
        if error.filename is not None or error.errno not in NO_ROOM:
            raise
        return _unwritten(STDOUT, error)
    KEPT.write()
    return status


def _unwritten(name: object, error: OSError) -> int:
    """Say that something cannot be written, and why; nothing more is printed then."""
    if name == STDOUT:
        say_no_more()
    print(*_both(Refused("file-not-written", name=name, why=error)), sep="\n", file=sys.stderr)
    return UNWRITTEN


def _both(refused: Refused) -> list[str]:
    return [messages.say(refused, language) for language in messages.LANGUAGES]


def understood(said: Sequence[str], more: Mapping[str, str] = COMMANDS, ocr: Ocr | None = None) -> argparse.Namespace:
    """What a command line asks for: `run` is the function that does it. Whatever it does not understand ends the program."""
    parser: argparse.ArgumentParser = Parser(prog="giaoban", description="From the record of a review meeting to what came of it.")
    parser.add_argument(VERSION, action="version", version=f"giaoban {__version__}{' (compiled)' if compiled.used() else ''}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_read(commands, ocr)
    for module in loaded(more, said):
        module.add_commands(commands)
    return parser.parse_args(said)


def _read(options: argparse.Namespace, ocr: Ocr | None) -> int:
    """Read records. Exit status 0 when each file was read, 1 when some were refused: those are named on standard error; 2 when what
    was read cannot be written."""
    paths = list(_files(options.paths))
    outcomes = _outcomes(paths, options, ocr, bar=options.out is not None or len(paths) > 1)
    try:
        show = _writer(options.out, paths) if options.out else _printer(options, len(paths))
        refused = _show(outcomes, show)
    except BrokenPipeError:
        raise
    except OSError as error:
        # What cannot be opened was refused one by one: this is what cannot be written.
        return _unwritten(error.filename or options.out or STDOUT, error)
    if len(paths) > 1:
        print(f"Đã đọc {len(paths) - refused}/{len(paths)} tệp · {len(paths) - refused} of {len(paths)} files read", file=sys.stderr)
    return SOME_REFUSED if refused else OK


def _show(outcomes: Iterable[Outcome], show: Callable[[Outcome], None]) -> int:
    """Show what was read and name what was refused; returns how many were."""
    refused = 0
    for outcome in outcomes:
        if outcome.read is None:
            refused += 1
            print(outcome.refusal, file=sys.stderr)
        else:
            show(outcome)
    sys.stdout.flush()
    return refused


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named and those in the folders named; a folder that has none, or that may not be looked into, stands for itself."""
    for path in paths:
        yield from _within(path) or [path]


def _within(path: Path) -> list[Path]:
    try:
        return sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith(".")) if path.is_dir() else []
    except OSError:
        return []


def _outcomes(paths: Sequence[Path], options: argparse.Namespace, ocr: Ocr | None, bar: bool) -> Iterator[Outcome]:
    read = partial(_read_one, ocr=ocr, fast=options.fast, on=options.on)
    jobs = options.jobs or (1 if any(map(_is_long, paths)) else AT_ONCE)
    if len(paths) < 2 or jobs == 1:
        yield from _with_bar(map(read, paths), len(paths), bar)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    try:
        yield from _with_bar(pool.map(read, paths, chunksize=max(1, min(8, len(paths) // 16))), len(paths), bar)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _stop_helpers() -> None:
    """End those who read beside this process, and it with them: the pool would wait for what a helper was about to say."""
    from multiprocessing import active_children

    helpers = active_children()
    for helper in helpers:
        helper.kill()
    if helpers:
        sys.stderr.flush()
        os._exit(STOPPED)


def _is_long(path: Path) -> bool:
    """Whether a file is a text so long that two of them read at once would take too much memory."""
    try:
        return path.suffix.lower() in BARE and path.is_file() and path.stat().st_size > LONG
    except OSError:
        return False


def _read_one(path: Path, ocr: Ocr | None, fast: bool, on: date | None) -> Outcome:
    try:
        document = documents.read(path.read_bytes(), path.name, ocr)
        return Outcome(path, (document, reading.read(document, fast=fast, spoken_on=on)))
    except Refused as refused:
        return Outcome(path, None, "\n".join(f"{path}: {each}" for each in _both(refused)))
    except IsADirectoryError:
        return Outcome(path, None, f"{path}: thư mục không có tệp nào · no file in this folder; folders within it are not looked into")
    except OSError as error:
        return Outcome(path, None, "\n".join(_both(Refused("file-not-opened", name=path, why=error))))


def _with_bar(outcomes: Iterable[Outcome], total: int, bar: bool) -> Iterator[Outcome]:
    if not (bar and sys.stderr.isatty()):
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, description="Đang đọc", total=total, console=Console(stderr=True))


def _writer(folder: Path, paths: Sequence[Path]) -> Callable[[Outcome], None]:
    from giaoban.commands.files import write_whole

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


def _printer(options: argparse.Namespace, count: int) -> Callable[[Outcome], None]:
    if options.json:
        return _print_json(count)
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
