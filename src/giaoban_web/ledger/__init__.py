"""The ledger: every confirmed figure in its place and period, with where it came from. What is entered is never changed."""
