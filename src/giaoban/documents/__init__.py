"""Step 1: the bytes of a record become a `Document`, or are refused with a reason."""
