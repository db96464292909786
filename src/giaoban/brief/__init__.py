"""Step 5 of the flow: what goes out after a meeting."""

from giaoban.brief.notice import Item, Notice, Order, Section
from giaoban.brief.notice_composing import compose

__all__ = ["Item", "Notice", "Order", "Section", "compose"]
