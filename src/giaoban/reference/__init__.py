"""Tables the reader and the ledger look things up in: units of measure, places, indicators, topics, criteria sets.

What is where:

    looking up   `tables`, `folding` (without accents), `phrases`, `abbreviations`
    words        `wording`, `name_words`, `things`, `units`, `topics`, `offices`, `place_kinds`, `places`, `body_names`
    figures      `indicators`, `axes`, `dimensions`
    criteria     `criteria`
    outlines     `places_outline`
"""
