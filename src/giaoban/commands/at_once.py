"""Work that is done at once by processes beside this one, given back in order. None of them outlives it, however it ends."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Done = TypeVar("Done")
KEPT_BACK = 2
"""Things that a helper has been told of and not answered: while it is heard, it has another one to work on."""
AHEAD = 64
"""Things begun at most behind one that is not done yet: what is done of them is held in memory."""
ASKED_TO_END = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Helper(Generic[Thing, Done]):
    """A process that does one thing after another. It is of a group of its own, with whatever it starts: a stop at the keyboard is
    heard by the process that it works for, which ends it."""

    def __init__(self, do: Callable[[Thing], Done]) -> None:
        self.line, theirs = Pipe()
        self.told: deque[int] = deque()
        """The numbers of what it was told of and has not answered."""
        self._process = Process(target=_serve, args=(do, theirs), daemon=True)
        with _hearing_nothing():
            self._process.start()
        theirs.close()
        with suppress(OSError):
            os.setpgid(self._process.ident or 0, 0)  # as it does itself: whoever comes first

    def tell(self, number: int, thing: Thing) -> None:
        """Give it one thing more to do. It may be gone: that is found when it is heard."""
        self.told.append(number)
        with suppress(OSError):
            self.line.send((number, thing))

    def heard(self) -> tuple[int, Done | Exception] | None:
        """What it has done next, or what that raised; None where it is gone."""
        try:
            number, done = self.line.recv()
        except (EOFError, OSError):
            return None
        self.told.remove(number)
        return number, done

    def end(self) -> None:
        """End it and what it has started."""
        if not self.line.closed:
            with suppress(OSError):
                os.killpg(self._process.ident or 0, signal.SIGKILL)
            self._process.join()
            self.line.close()


@contextmanager
def at_once(do: Callable[[Thing], Done], things: Sequence[Thing], jobs: int, lost: Callable[[Thing], Done]) -> Iterator[Iterator[Done]]:
    """What `do` gives of each thing, in order; what it raises is raised where that is asked for.

    lost  what is given for a thing whose helper was ended from outside, as for want of memory; the others are done by a new one
    """
    with ExitStack() as ended:

        def begin() -> Helper[Thing, Done]:
            helper = Helper(do)
            ended.callback(helper.end)
            return helper

        yield _in_order([begin() for _ in range(min(jobs, len(things)))], begin, things, lost)


def _in_order(
    helpers: list[Helper[Thing, Done]], begin: Callable[[], Helper[Thing, Done]], things: Sequence[Thing], lost: Callable[[Thing], Done]
) -> Iterator[Done]:
    undone, done = deque(range(len(things))), dict[int, Done | Exception]()
    for number in range(len(things)):
        while number not in done:
            for helper in helpers:
                _occupy(helper, undone, things, number + AHEAD)
            for helper in _who_answer(helpers):
                if heard := helper.heard():
                    done[heard[0]] = heard[1]
                    continue
                helper.end()
                cause, *others = helper.told
                done[cause] = lost(things[cause])
                undone.extendleft(reversed(others))
                helpers[helpers.index(helper)] = begin()
        match done.pop(number):
            case Exception() as raised:
                raise raised
            case given:
                yield given


def _occupy(helper: Helper[Thing, Done], undone: deque[int], things: Sequence[Thing], before: int) -> None:
    while undone and undone[0] < before and len(helper.told) < KEPT_BACK:
        number = undone.popleft()
        helper.tell(number, things[number])


def _who_answer(helpers: Sequence[Helper[Thing, Done]]) -> list[Helper[Thing, Done]]:
    """Those who have something to say, or are gone; of those who were told of something."""
    by_line = {helper.line: helper for helper in helpers if helper.told}
    return [by_line[line] for line in wait(list(by_line)) if isinstance(line, Connection)]


@contextmanager
def _hearing_nothing() -> Iterator[None]:
    """No signal comes in between: one that a new process got before it has chosen what to do with it would be told as an error."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ASKED_TO_END)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(do: Callable[[Thing], Done], line: Connection) -> None:
    """What a helper does until it is ended."""
    os.setpgid(0, 0)
    for each in ASKED_TO_END:
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ASKED_TO_END)
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            number, thing = line.recv()
            line.send((number, _tried(do, thing)))


def _tried(do: Callable[[Thing], Done], thing: Thing) -> Done | Exception:
    try:
        return do(thing)
    except Exception as raised:  # noqa: BLE001 - it is raised where the work was asked for
        return raised


def _end_with_parent() -> None:
    """Wait until the process that this one works for is gone, however it went, and end with it."""
    if parent := parent_process():
        parent.join()
    os.killpg(0, signal.SIGKILL)
