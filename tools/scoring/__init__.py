"""What `make score` is made of."""
