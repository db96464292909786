"""What a figure is: a result, an estimate, an aim or what was before."""
