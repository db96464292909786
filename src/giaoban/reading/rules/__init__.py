"""Rules: one kind of thing per module; `giaoban.reading.pipeline` says in which order they run.

`named`    what a text names: places, bodies, persons, days and periods
`clauses`  which clauses ask or judge, who speaks, who asks, who is to act and by when
`meeting`  which meeting is told of, and who held it
`figures`  what is counted, of which place and time, as what, and against what
"""
