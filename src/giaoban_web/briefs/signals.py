"""What notices tell whoever sends messages, within the transaction of the write itself."""

from django.dispatch import Signal

#: A notice went out: `notice` (as it is now), `directives` (its tasks, issued), `bodies` (keys of those who have a part in them), `by`.
issued = Signal()
