"""Learning the weights of the judgement on clauses from annotated records: pure, deterministic, in plain Python."""
