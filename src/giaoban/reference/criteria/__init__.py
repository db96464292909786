"""The national criteria sets for the new-style rural area (bộ tiêu chí nông thôn mới), one for each act, level and period.

    sets.toml       the sets: their act, whom they judge, from when to when
    criteria.tsv    criteria and what each asks for (nội dung), with number, name and source
    thresholds.tsv  how much must be reached, by region and year, as far as it is known

The tables are facts in our own words, not the official text. A row says whether a source that says so was read (`verified`), or that it is
general knowledge (`recalled`), or that nothing was found (`unknown`): only what is verified may ever be a ground for a verdict.
"""
