"""What tasks tell those above them and who sends messages, within the transaction of the write itself."""

from django.dispatch import Signal

#: Something happened to a task: `directive` (as it is now), `event`, `by`.
moved = Signal()
