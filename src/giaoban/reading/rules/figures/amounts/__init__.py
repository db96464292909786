"""Numbers and their units."""
