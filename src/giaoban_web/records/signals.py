"""What records tell the steps above them, within the transaction of the write itself."""

from django.dispatch import Signal

#: A find was decided, or filed under another place: `find`, `decision` (the one that stands), `by`.
#: A receiver gives a name and plain values of what it did: they stand in the log beside the decision.
decided = Signal()

#: What is known beside the figures of a record: `record`, `changes` (its finds by id as they are wanted, those rejected left out).
#: A receiver gives lists of `remarks.Remark` by the id of the find.
doubted = Signal()
