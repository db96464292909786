"""Giaoban: from the record of a review meeting to what came of it.

This package is pure: values in, values out. Start with `giaoban.flow`.
"""

import os

from giaoban import compiled

# A reading takes one core: its sums are so small that the threads numpy would share them among only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

compiled.use()

__version__ = "0.1.0"
