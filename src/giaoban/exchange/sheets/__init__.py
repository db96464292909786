"""Sheets as offices keep them: a grid of cells, what its headings mean, and the figures in it, each with its address."""
