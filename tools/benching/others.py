"""How fast other readers of Vietnamese are: others.py < TEXTS (a JSON list of strings); prints a JSON list of measurements.

Run by `bench.py` with the interpreter of an environment that has them (requirements/bench.txt); nothing of Giaoban is imported here.
Each reads as many of the texts as it can in some seconds of processor time, one line at a time.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator

ENOUGH = 6.0
"""Seconds of processor time for each."""


def duckling() -> Callable[[str], object]:
    """Duckling's numbers, money, quantities and times."""
    import duckling as own

    zones = own.load_time_zones("/usr/share/zoneinfo")
    reference = own.get_current_ref_time(zones, "Asia/Ho_Chi_Minh")
    context = own.Context(reference, own.parse_locale("VI", own.default_locale_lang(own.parse_lang("VI"))))
    dimensions = own.parse_dimensions(["number", "ordinal", "amount-of-money", "quantity", "time", "duration"])
    return lambda line: own.parse(line, context, dimensions, False)


def tagger() -> Callable[[str], object]:
    """Parts of speech by underthesea."""
    from underthesea import pos_tag

    return pos_tag


def entities() -> Callable[[str], object]:
    """Names of persons, places and bodies by underthesea."""
    from underthesea import ner

    return ner


OTHERS = {"Duckling": duckling, "underthesea, parts of speech": tagger, "underthesea, names": entities}


def measured(read: Callable[[str], object], texts: list[str]) -> tuple[int, float]:
    """Characters read and seconds of processor time."""
    read("Hà Nội đạt 5 tỷ đồng")
    characters, started = 0, time.process_time()
    for text in texts:
        for line in filter(str.strip, text.splitlines()):
            read(line)
            characters += len(line) + 1
        if time.process_time() - started > ENOUGH:
            break
    return characters, time.process_time() - started


def measurements(texts: list[str]) -> Iterator[dict[str, object]]:
    for name, made in OTHERS.items():
        try:
            read = made()
        except ImportError as error:
            yield {"name": name, "missing": str(error)}
            continue
        characters, seconds = measured(read, texts)
        yield {"name": name, "characters": characters, "seconds": seconds}


if __name__ == "__main__":
    json.dump(list(measurements(json.load(sys.stdin))), sys.stdout)
