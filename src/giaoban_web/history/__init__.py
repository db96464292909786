"""The log: every write has an entry, chained by hashes, in the transaction of the write itself."""
