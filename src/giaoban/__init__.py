"""Giaoban: from the record of a review meeting to what came of it.

This package is pure: values in, values out. Start with `giaoban.flow`.
"""

__version__ = "0.1.0"
