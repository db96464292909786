"""Readings, briefs and notices as people see them."""
