"""`python -m giaoban`: the core alone, without the web."""

import sys

from giaoban.cli import main

sys.exit(main())
