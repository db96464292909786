"""Step 4 of the flow: what a directive lacks before a desk can act on it."""

from giaoban.directives.clarity import SIX, Clarity, Degree, Verdict, check
from giaoban.directives.task import Task

__all__ = ["SIX", "Clarity", "Degree", "Task", "Verdict", "check"]
