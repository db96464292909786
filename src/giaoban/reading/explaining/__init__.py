"""Why a find was read, and why a sentence without a find has none: worked out again on demand, so that reading itself pays nothing."""

from giaoban.reading.explaining.clauses import why
from giaoban.reading.explaining.reason import Explained, Reason
from giaoban.reading.explaining.text import explain

__all__ = ["Explained", "Reason", "explain", "why"]
