"""Places with the dates they are valid; key (code, valid_from)."""
