"""Search that ignores accents, over records, facts, meetings and places."""
