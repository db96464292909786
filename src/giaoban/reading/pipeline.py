"""Which rules run, in which order: the reader's table of contents."""

from giaoban.reading.engine import Pipeline
from giaoban.reading.rules.clauses.clauses import clauses
from giaoban.reading.rules.clauses.criticised import criticised
from giaoban.reading.rules.clauses.cued import cued_clauses
from giaoban.reading.rules.clauses.cued_topics import cued_themes
from giaoban.reading.rules.clauses.directives import directives
from giaoban.reading.rules.clauses.findings import findings
from giaoban.reading.rules.clauses.listed import listed_tasks
from giaoban.reading.rules.clauses.nearest import nearest_directives
from giaoban.reading.rules.clauses.outright import outright_tasks
from giaoban.reading.rules.clauses.sections import section_clauses
from giaoban.reading.rules.clauses.speech import speeches
from giaoban.reading.rules.clauses.task_tables import tabled_tasks, task_tables
from giaoban.reading.rules.clauses.topics import themes
from giaoban.reading.rules.clauses.vows import vowed_tasks
from giaoban.reading.rules.clauses.worst import behind_all
from giaoban.reading.rules.figures.observations import observations
from giaoban.reading.rules.figures.tables.rule import table_figures, tables
from giaoban.reading.rules.meeting.chairings import chairings
from giaoban.reading.rules.meeting.meetings import meetings
from giaoban.reading.rules.named.agencies import agencies
from giaoban.reading.rules.named.bodies import bodies
from giaoban.reading.rules.named.dates import time_anchor
from giaoban.reading.rules.named.nations import nations
from giaoban.reading.rules.named.periods import periods
from giaoban.reading.rules.named.persons import persons
from giaoban.reading.rules.named.places import places
from giaoban.reading.sentences import sentences
from giaoban.reading.signals import signals
from giaoban.reading.syllables import syllables

MEETING = (
    (sentences, time_anchor, tables, task_tables),
    (syllables,),
    (periods, places, agencies, nations, bodies, signals),
    (persons,),
    (speeches, chairings),
    (meetings,),
)
"""What is named in the text, who speaks, and whether a meeting is told of: all that the judgement on clauses looks at."""

LEFT = ((listed_tasks,), (outright_tasks,), (section_clauses,), (vowed_tasks,), (criticised,), (behind_all,))
"""What neither weights nor cue words heard."""

PIPELINE = Pipeline((*MEETING, (clauses, observations, table_figures), *LEFT, (themes,), (findings, directives), (tabled_tasks,)))

FAST = Pipeline(
    (*MEETING, (cued_clauses, observations, table_figures), *LEFT, (cued_themes,), (findings, nearest_directives), (tabled_tasks,))
)
"""Rules alone: clauses by cue words, whoever stands nearest asks and acts, nothing weighed among names, periods and places."""
