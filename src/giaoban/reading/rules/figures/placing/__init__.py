"""Of which place or body a figure is: by the form of its words where that leaves no choice, else by what weighs most.

    `loose`, `leading`    what figures may be about beside places and agencies (`rules.figures.whereabouts`)
    `surroundings`        all that is named in one text, worked out once; `headings`: whose its sections are
    `standing`            where one figure stands among it
    `forms`               the forms in the order in which they are asked; each in `rows`, `near`, `over`
    `called`              bodies called by their kind alone; `topics`: what sentences are turned to, and who answers for a place
    `mentions`            what is named once, and its sort; `clauses`: where a clause begins, and what parts it
    `weighed`             what weighs most where no form tells
    `placed`              the place of a figure, and what told it

What must and must not be read: corpus/placing.tsv, corpus/leading.tsv, and corpus/contexts.tsv, column "weighed".
"""
