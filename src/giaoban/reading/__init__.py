"""Step 2: a `Document` becomes a `Reading`: everything found in it, each find with its span, its rule and its confidence.

Read `pipeline` first: which rules run, in which order. The rules stand in `rules`, what was learned in `weights`, how it is learned in
`learning`, why something was read in `explaining`. Beside them:

What is where:

    the frame        `reader`, `engine`, `marks`, `garbage`
    the text cut     `sentences`, `fragments`, `paragraphs`, `syllables`, `letters`
    words looked up  `signals`, `cues`, `phrases`, `items`, `names`, `which`, `alike`; quickly: `beginnings`, `gates`
    weights at work  `choosing` one of several; clauses: `weighing` = `judging` (`traits`, `chances`) + `network` (`layers`, `senses`),
                     then `segments`, `splitting`; topics: `theming`
    how sure         `trust`, `unsure`
    once more        `rereading` when a day becomes known, `drawn` for what a person draws, `likely_years`, `other_meetings`, `errata`
"""

from giaoban.reading.reader import read

__all__ = ["read"]
