"""What a figure is called: the name offered, shared, lent or weighed."""
