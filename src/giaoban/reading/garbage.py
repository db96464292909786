"""No search for garbage in circles while a text is read.

What reading makes refers to itself nowhere, so nothing is ever found (tests/core/reading/test_garbage.py); the searches, which go over all
that was made so far again and again, take a fifteenth of the time of a record and a sixth of that of a text of a megabyte.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """Search for none until the end of the block; whoever had switched the search off finds it off."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
