"""What a figure is held against."""
