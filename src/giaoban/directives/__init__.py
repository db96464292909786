"""Step 4 of the flow: what a directive lacks before a desk can act on it, where it stands, and how it ends.

What is where:

    clear        `clarity` of a `task`: `phrases`, `limits`, `limits_undated`, `amounts`; `suggesting`: how it could be completed
    asked before `repetition`
    on its way   `states`: who may move it; `cascading`: what is handed down
    called to mind   `followed`, `escalation`, `reminders`, `digest`
    counted      `counting`, `outcomes`, `scoreboard`
"""

from giaoban.directives.clarity import SIX, Clarity, Degree, Verdict, check
from giaoban.directives.task import Task

__all__ = ["SIX", "Clarity", "Degree", "Task", "Verdict", "check"]
