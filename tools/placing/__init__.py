"""What tools/learn_placed.py is made of."""
