"""`python -m giaoban`: the core alone, without the web."""

import sys

from giaoban.usage import stopped

try:
    from giaoban.cli import main
except KeyboardInterrupt:
    sys.exit(stopped())

sys.exit(main())
