"""Tables the reader and the ledger look things up in: units of measure, places, indicators, topics, criteria sets."""
