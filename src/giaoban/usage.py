"""A command line that says in both languages what it does not understand, in Unicode everywhere."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType
from typing import NoReturn

SAID = (
    (r"the following arguments are required: (.+)", r"thiếu \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu \1"),
    (r"argument (\S+): expected one argument", r"sau \1 phải có một giá trị"),
    (r"argument (\S+): expected at least one argument", r"sau \1 phải có ít nhất một giá trị"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 không dùng cùng với \2"),
    (r"argument (\S+): invalid choice: (.+?) \(choose from (.+)\)", r"\1: không có \2; chọn một trong: \3"),
    (r"argument (\S+): invalid \w+ value: (.+)", r"\1: \2 không dùng được ở đây"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 có thể là \2; hãy ghi đủ"),
)
"""What `argparse` says in English, and the same in Vietnamese. What stands in neither (refusals of our own) is in both already."""
STOPPED = 130
"""The exit status of what was stopped by a person."""
ENDING = (signal.SIGTERM, signal.SIGHUP)
"""How a system asks a program to end: a service that is stopped, a time that is over, a terminal that is closed."""
STREAMS = (("stdin", "r", "surrogateescape"), ("stdout", "w", "backslashreplace"), ("stderr", "w", "backslashreplace"))
"""What is read and written, and what becomes of a sign that is no UTF-8: names of files may hold any byte."""


class Parser(argparse.ArgumentParser):
    """Ends the program, as every parser does, where it does not understand; and says why in Vietnamese and English, and where help is."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program once what was printed is out: where it cannot be, that is told like of any other output."""
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to go on; exit status 2."""
        self.print_usage(sys.stderr)
        told = (re.sub(f"{english}$", vietnamese, message, count=1) for english, vietnamese in SAID if re.fullmatch(english, message))
        both = " · ".join((*told, message))
        self.exit(2, f"{self.prog}: lỗi · error: {both}\nXem cách dùng: {self.prog} --help · for help: {self.prog} --help\n")


def speak_unicode() -> None:
    """Print Vietnamese also where the locale knows no Unicode (`LC_ALL=C`, a job of cron): what is written is UTF-8 everywhere.

    A stream that whoever started the program has closed says nothing, and hears nothing: else what is refused would go among what was read,
    or the next file that is opened would take its place.
    """
    for name, mode, errors in STREAMS:
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8", errors=errors))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def say_no_more() -> None:
    """Who read the output has seen enough (`| head`): nothing is wrong, and nothing more can be said there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stopped() -> int:
    """Say that a person stopped the program (Ctrl+C); its exit status. Another stop ends it on the spot, without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    speak_unicode()
    sys.stderr.write("Đã dừng theo yêu cầu · Stopped, as asked\n")
    return STOPPED


class Ended(BaseException):
    """A signal asks the program to end."""


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Where a signal asks the program to end within the block, what is open is closed and what is half written is taken away; then the
    program ends by that signal, as whoever sent it expects."""
    heard = [each for each in ENDING if current_thread() is main_thread() and signal.getsignal(each) is signal.SIG_DFL]
    try:
        for each in heard:
            signal.signal(each, _end)
        yield
    except Ended as ended:
        signal.signal(ended.args[0], signal.SIG_DFL)
        signal.raise_signal(ended.args[0])
    finally:
        for each in heard:
            signal.signal(each, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise Ended(number)
