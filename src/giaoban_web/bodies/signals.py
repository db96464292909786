"""What bodies tell the steps above them, within the transaction of the write itself."""

from django.dispatch import Signal

#: A proposed body turned out to be one that is known: `body`, `known`, `by`. Whatever names the first names the second from now on.
identified = Signal()
#: Somebody was given a seat: `seat`, `by`.
seated = Signal()
#: Somebody's seat ends, or was never to begin: `seat`, `until`, `by`.
unseated = Signal()
