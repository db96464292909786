"""SQLite as Django serves it, with a queue for whoever of this process wants to write."""
