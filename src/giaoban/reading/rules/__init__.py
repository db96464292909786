"""Rules: one kind of thing per module; `giaoban.reading.pipeline` says in which order they run."""
