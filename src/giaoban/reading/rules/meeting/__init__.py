"""Which meeting is told of: its day, how it was held, who called it, who chaired it, whom it reviewed."""
