"""What goes out of a meeting and into the next: the notice of conclusions, the brief."""
