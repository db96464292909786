"""People, and what they may do where: a grant gives a person a role on a place and everything below it."""
