"""Turns, one at a time, in the order in which they were asked for."""

import threading
from collections import deque


class Turns:
    """Whoever asks first has the first turn. SQLite knows no order: who waits there looks now and then, and may look in vain for ever."""

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    def take(self, seconds: float) -> bool:
        """Wait for one's turn, so long at most; whether it came. Whoever has it gives it back by `leave`."""
        mine = threading.Lock()
        mine.acquire()
        with self._door:
            if not self._taken:
                self._taken = True
                return True
            self._waiting.append(mine)
        return mine.acquire(timeout=seconds) or not self._give_up(mine)

    def leave(self) -> None:
        """The turn goes to whoever has waited longest."""
        with self._door:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    def _give_up(self, mine: threading.Lock) -> bool:
        """Wait no longer; False where the turn came in this very moment."""
        with self._door:
            if mine not in self._waiting:
                return False
            self._waiting.remove(mine)
            return True
