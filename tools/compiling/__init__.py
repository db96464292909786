"""Compiling the reader: what is compiled, how its sources are prepared, and how they are built."""
