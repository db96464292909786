"""Which meeting is told of: its day, how it was held, who called it, who chaired it, whom it reviewed.

What is where:

    `meetings`     the rule
    told at all    `heard` adds up what `witnesses` tell by their `witness_words`; `addresses`: where a text gives something else
    how            `modes`
    who holds it   `convening`: `convening_subjects`, `convening_minutes`, `convening_names`
    who chairs     `chairs`, by the marks that `chairings` finds (`chair_marks`)
    with whom      `reviewing`
"""
