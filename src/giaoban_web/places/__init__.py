"""Places over time: what a code means on a day, what became of a place, and who declares it.

What is where:

    kept        `models` (the key is code and first day), `kinds`, `paths`, `register`, `names`, `seals`
    brought in  `loading`, `table`, `national`, `happenings`, `bulk`; outlines: `boundaries`, `outline`
    looked up   `queries`, `tree`, `fields`, `findable`
    declared    `planning` (what it would do), `effects` and `beside` (what apps above say), `undoing`, `sheets`
    roles       `roles`, `heirs`, `handing_on`: where they go on when places change
"""
