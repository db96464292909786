"""No text raises, none takes long: texts made by chance (tests/core/reading/fuzzed.py). `make fuzz` reads a hundred thousand."""

import time

from giaoban.documents import from_text
from giaoban.exchange.record import record
from giaoban.reading import read
from tests.core.reading.fuzzed import fuzzed

SEEDS = (*range(300), 3642, 9818, 39147)
"""The last ones raised once: what is told of had no words, or ended before it began; who is told had nothing to do."""
SLOWEST = 2.0
"""Seconds of processor time."""


def test_texts_made_by_chance_are_read_within_two_seconds_each_and_quoted_as_they_stand():
    for seed in SEEDS:
        started = time.process_time()
        document = from_text(fuzzed(seed))
        for fast in (False, True):
            made = record(document, read(document, fast=fast))
            finds = [*made["observations"], *made["findings"], *made["directives"], *([made["meeting"]] if made["meeting"] else [])]
            assert all(each["quote"] == document.text[each["span"]["start"] : each["span"]["end"]] != "" for each in finds), seed
        assert time.process_time() - started < SLOWEST, seed


def test_a_seed_always_gives_the_same_text_and_different_seeds_different_ones():
    assert fuzzed(7) == fuzzed(7)
    assert len({fuzzed(seed) for seed in SEEDS}) > 0.95 * len(SEEDS)
