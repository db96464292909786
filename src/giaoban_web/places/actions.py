"""Keeping the register of places."""

from giaoban_web.places.loading import Loaded, load

__all__ = ["Loaded", "load"]
