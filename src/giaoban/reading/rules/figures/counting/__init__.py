"""Which numbers are figures at all."""
