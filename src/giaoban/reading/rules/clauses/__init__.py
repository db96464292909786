"""Which clauses ask or judge, what they are about, who speaks, who asks, who is to act and by when."""
