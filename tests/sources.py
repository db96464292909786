"""What cannot be done to the reader while it is compiled (`make test-compiled`): change a constant, which compiled code has taken in."""

import pytest

from giaoban import compiled

needs_sources = pytest.mark.skipif(
    compiled.used(), reason="NEEDS THE SOURCES: it changes a constant, which compiled modules do not heed; GIAOBAN_INTERPRETED=1"
)
