"""Which rules run, in which order: the reader's table of contents."""

from giaoban.reading.engine import Pipeline
from giaoban.reading.rules.agencies import agencies
from giaoban.reading.rules.bodies import bodies
from giaoban.reading.rules.chairings import chairings
from giaoban.reading.rules.clauses import clauses
from giaoban.reading.rules.cued import cued_clauses
from giaoban.reading.rules.cued_topics import cued_themes
from giaoban.reading.rules.dates import time_anchor
from giaoban.reading.rules.directives import directives
from giaoban.reading.rules.findings import findings
from giaoban.reading.rules.listed import listed_tasks
from giaoban.reading.rules.meetings import meetings
from giaoban.reading.rules.nations import nations
from giaoban.reading.rules.nearest import nearest_directives
from giaoban.reading.rules.observations import observations
from giaoban.reading.rules.outright import outright_tasks
from giaoban.reading.rules.periods import periods
from giaoban.reading.rules.persons import persons
from giaoban.reading.rules.places import places
from giaoban.reading.rules.sections import section_clauses
from giaoban.reading.rules.speech import speeches
from giaoban.reading.rules.tables.rule import table_figures, tables
from giaoban.reading.rules.topics import themes
from giaoban.reading.rules.vows import vowed_tasks
from giaoban.reading.sentences import sentences
from giaoban.reading.signals import signals
from giaoban.reading.syllables import syllables

MEETING = (
    (sentences, time_anchor, tables),
    (syllables,),
    (periods, places, agencies, nations, bodies, signals),
    (persons,),
    (speeches, chairings),
    (meetings,),
)
"""What is named in the text, who speaks, and whether a meeting is told of: all that the judgement on clauses looks at."""

LEFT = ((listed_tasks,), (outright_tasks,), (section_clauses,), (vowed_tasks,))
"""What neither weights nor cue words heard."""

PIPELINE = Pipeline((*MEETING, (clauses, observations, table_figures), *LEFT, (themes,), (findings, directives)))

FAST = Pipeline((*MEETING, (cued_clauses, observations, table_figures), *LEFT, (cued_themes,), (findings, nearest_directives)))
"""Rules alone: clauses by cue words, whoever stands nearest asks and acts, nothing weighed among names, periods and places."""
