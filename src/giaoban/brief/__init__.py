"""Step 5 of the flow: what goes out after a meeting, the notice of its conclusions, and before the next one, the brief.

What is where:

    a notice   `notice`, composed by `notice_composing` (`notice_occasion`, `notice_signs`)
               edited: `notice_paragraphs`, `notice_levels`, `notice_moving`, `notice_regrouping`, `notice_holding`, `changes`
    a brief    `brief` of `lines`, by `composing` from what is `given`; `from_records`: what records alone give; `stored`
               figures: `figures`, `movement`, `corrected`; tasks: `tasks`, `effects`, `unanswered`
               questions: `questions`, `worth_asking`
    alike      `wordings`, `same_place`, `same_project`
"""

from giaoban.brief.notice import Item, Notice, Order, Section
from giaoban.brief.notice_composing import compose

__all__ = ["Item", "Notice", "Order", "Section", "compose"]
