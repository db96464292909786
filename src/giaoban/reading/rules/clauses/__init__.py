"""Which clauses ask or judge, what they are about, who speaks, who asks, who is to act and by when.

Found: `clauses` asks the weights (`cued` goes by cue words alone, for --fast); each find is a `clause`.
    set right        `begins`, `actors`, `behind`, `heeding`, `trims`, `brackets`, `tails`: where one begins and ends
                     `parting`, `judged`, `ordered`: two that were heard as one, judgements that are orders or the other way round
                     `wholes`, `nothing`, `sittings`, `unreal`: what is no find, or counts for nothing
    left by weights  `listed`, `outright`, `sections`, `vows`, `criticised`, `owning`, `worst`, `task_tables`
                     and what they look for in lists: `items`, `headed`, `opened`, `charged`, `asked_lists`, `results`, `desks`
Told of a find:
    about what       `topics`; `cued_topics` for --fast
    judgements       `findings`
    directives       `directives` by weights, `nearest` for --fast, as the `scenes` of a text follow each other (`frames`, `carried`)
    how firmly       `forces`
    who speaks       `speech`, `minutes`
    who asks         `asking`
    who acts         `assignees`, `acting`: `asked_of`, `by_kind`, `subjects`, `plain`, `plans`, `together`, `between`
    by when          `limits`: `own_limits`, `soon`, `ahead`, `over`, `times`, `leads`

What must and must not be read: corpus/directives.tsv, corpus/findings.tsv, corpus/nearest.tsv, corpus/forces.tsv, corpus/listed.tsv …
"""
