"""What a text names: places, bodies, persons, days and periods."""
