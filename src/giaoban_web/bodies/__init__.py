"""Bodies and posts that can be given a task, and who sits there for a time."""
