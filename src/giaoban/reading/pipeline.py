"""Which rules run, in which order: the reader's table of contents."""

from giaoban.reading.engine import Pipeline
from giaoban.reading.sentences import sentences

PIPELINE = Pipeline(((sentences,),))
