"""Figures: what is counted, of which place and time, as what, and against what."""
