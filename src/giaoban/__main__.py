"""`python -m giaoban`: the core alone, without the web."""

import os
import sys

# The matrices of reading are small: a file is read by one core, several files by as many processes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from giaoban.cli import main

sys.exit(main())
