"""Trained weights, as tables."""
