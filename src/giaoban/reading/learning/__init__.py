"""Learning the weights of the reader from annotated records and decisions: pure, deterministic, in plain Python.

What is where:

    a lesson       `lessons`: `parts` of the reader that learn, `measuring` whether they read better
    from what      `examples`, `decisions`, `told`, `passages`, `figures`, `numbers`
    what           `clauses` (`chain`, `splits`, `network`, `layers`), `choices`, `themes`
    how sure       `calibrating`, `reliability`, `rightness`, `agreement`
    near the shipped ones   `adapting`
    by what means  `descent`; the weights as `tables`
"""
