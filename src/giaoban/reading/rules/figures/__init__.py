"""Figures: what is counted, of which place and time, as what, and against what.

What is where:

    `observations`   the rule: every sentence with figures, from its numbers to its finds; `drafts` is a sentence on the way
    `counting`       which numbers are figures at all; `amounts`: the numbers and their units
    `linking`        what each figure is: an observation, a comparison of one before it, or nothing
    `names`          what it is called; `indicators` offers what stands before and behind it
    `measured`, `attained`   whether a share tells growth, or how much of a plan was reached
    `roles`          what it is: a result, an estimate, an aim, what was before
    `contexts`       over which period: `said_periods` in its words, `spoken_periods`, `in_turn`, `reporting`, else `dating` weighs
                     what `period_options` finds
    `whereabouts`, `placing`   of which place: where the text is, and what of that the figure is of
    `comparing`, `comparisons`   what it is held against
    `confidence`     how often such an observation is right
    `tables`         figures in rows and columns
    `beginnings`, `doing`, `glued`, `going_on`, `halves`   what several of them ask of words
"""
