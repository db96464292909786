"""What the reader has learned from the decisions of this installation: weights used only where they read better than the package's."""
