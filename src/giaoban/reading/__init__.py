"""Step 2: a `Document` becomes a `Reading`: everything found in it, each find with its span, its rule and its confidence."""

from giaoban.reading.reader import read

__all__ = ["read"]
