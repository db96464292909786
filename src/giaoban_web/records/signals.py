"""What records tell the steps above them, within the transaction of the write itself."""

from django.dispatch import Signal

#: A find was decided, or filed under another place: `find`, `decision` (the one that stands), `by`.
#: A receiver gives a name and plain values of what it did: they stand in the log beside the decision.
decided = Signal()
