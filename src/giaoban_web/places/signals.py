"""What places tell the steps above them, within the transaction of the write itself."""

from django.dispatch import Signal

#: A change was declared: `event`, `by`.
changed = Signal()
