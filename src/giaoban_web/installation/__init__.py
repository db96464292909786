"""An installation as a whole: its database, whether it is ready, how it is backed up, moved and proved."""
