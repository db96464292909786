"""Which rules run, in which order: the reader's table of contents."""

from giaoban.reading.engine import Pipeline
from giaoban.reading.rules.agencies import agencies
from giaoban.reading.rules.dates import time_anchor
from giaoban.reading.rules.observations import observations
from giaoban.reading.rules.periods import periods
from giaoban.reading.rules.places import places
from giaoban.reading.sentences import sentences

PIPELINE = Pipeline(((sentences, time_anchor), (periods, places, agencies), (observations,)))
