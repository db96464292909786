"""Which numbers are figures at all.

What is where:

    `figures`     the answer for each number of a sentence; `admitting`: what an installation's decisions say of it
    `counted`     what speaks for and against a number of things
    no figures    `no_results`, `thresholds`, `present`, `per_one`
    changes       `falling`, `in_turn`: those whose verb stands apart
"""
