"""`giaoban read`: records, one or many, as tables, as exchange records, or explained."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from giaoban import messages
from giaoban.commands.files import STDOUT, said, unwritten
from giaoban.commands.outcomes import Outcome, printer, read_one, writer
from giaoban.documents import Ocr
from giaoban.model import Refused
from giaoban.typed import at_least_one, day, named

OK, SOME_REFUSED = 0, 1
FAST = """by rules alone, three times as fast: the meeting and the numbers of figures are read the same, periods and places of figures, and
who asks, acts and by when, less surely; judgements and instructions by cue words only, so that about half of the instructions and three in
four judgements are missed"""
AT_ONCE = 2
"""Documents read at once where nothing else is asked: however many there are, that takes less than 400 MB (`make bench`)."""
BARE, LONG = frozenset((".txt", ".html", ".htm")), 2**20
"""Files whose size is about that of their text, and bytes from which such a text is read alone, for the same reason."""


def add_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", ocr: Ocr | None = None) -> None:
    """Add `giaoban read` to a command line; `ocr` reads the pictures of scans, without it they are refused."""
    read = commands.add_parser("read", help="read records: files or folders", description=_read.__doc__)
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


def _read(options: argparse.Namespace, ocr: Ocr | None) -> int:
    """Read records. Exit status 0 when each file was read, 1 when some were refused: those are named on standard error; 2 when what
    was read cannot be written."""
    paths = list(_files(options.paths))
    try:
        show = writer(options.out, paths) if options.out else printer(options, len(paths))
        with _outcomes(paths, options, ocr, bar=options.out is not None or len(paths) > 1) as outcomes:
            refused = _show(outcomes, show)
    except BrokenPipeError:
        raise
    except OSError as error:
        # What cannot be opened was refused one by one: this is what cannot be written.
        return unwritten(error.filename or options.out or STDOUT, error)
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


@contextmanager
def _outcomes(paths: Sequence[Path], options: argparse.Namespace, ocr: Ocr | None, bar: bool) -> Iterator[Iterable[Outcome]]:
    read = partial(read_one, ocr=ocr, fast=options.fast, on=options.on)
    jobs = options.jobs or (1 if any(map(_is_long, paths)) else AT_ONCE)
    if len(paths) < 2 or jobs == 1:
        yield _with_bar(map(read, paths), len(paths), bar)
        return
    from giaoban.commands.at_once import at_once

    with at_once(read, paths, jobs, _lost) as outcomes:
        yield _with_bar(outcomes, len(paths), bar)


def _lost(path: Path) -> Outcome:
    return Outcome(path, None, said(Refused("reading-ended", name=path)))


def _is_long(path: Path) -> bool:
    """Whether a file is a text so long that two of them read at once would take too much memory."""
    try:
        return path.suffix.lower() in BARE and path.is_file() and path.stat().st_size > LONG
    except OSError:
        return False


def _with_bar(outcomes: Iterable[Outcome], total: int, bar: bool) -> Iterator[Outcome]:
    if not (bar and sys.stderr.isatty()):
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(outcomes, description="Đang đọc", total=total, console=Console(stderr=True))
