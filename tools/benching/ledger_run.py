"""One ledger of a given size, measured in a process of its own: ledger_run.py OBSERVATIONS FOLDER; prints a JSON object, times in seconds.

What FOLDER already holds is measured again without being made. Seconds of processor time, of SQLite too, which works within the process:
of queries the best of some rounds, of pages the 95th percentile.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

ROUNDS, PAGES = 15, 40


def best(run: Callable[[], object]) -> float:
    found = []
    for _ in range(ROUNDS):
        started = time.process_time()
        run()
        found.append(time.process_time() - started)
    return min(found)


def late(run: Callable[[int], object]) -> float:
    """The 95th percentile of many calls, each with a number of its own."""
    found = []
    for number in range(PAGES):
        started = time.process_time()
        run(number)
        found.append(time.process_time() - started)
    return float(np.percentile(found, 95))


def set_up(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"GIAOBAN_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "giaoban_web.settings"}
    import django
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    django.setup()
    call_command("migrate", verbosity=0)


def filled(observations: int) -> tuple[Any, dict[str, float]]:
    """The ledger of that size with its read models, and how many entries a second that took."""
    from benching import ledger_made
    from giaoban_web.ledger.models import Cut, Entry
    from giaoban_web.ledger.read_models_rebuild import rebuild

    told = {}
    if Entry.objects.exists():
        made = ledger_made.again(observations)
    else:
        started = time.process_time()
        made = ledger_made.make(observations)
        told["entered a second"] = made.amounts.size / (time.process_time() - started)
    if not Cut.objects.exists():
        started = time.process_time()
        rebuild()
        told["rebuilt a second"] = made.amounts.size / (time.process_time() - started)
    return made, told


def queries(made: Any, folder: Path) -> dict[str, float]:
    """The three queries by a memory-mapped array and by the read models, and the roll-up by a default table; their answers are compared."""
    from benching import ledger_queries as ours

    path = folder / "figures.npy"
    np.save(path, made.amounts.astype(float))
    array = np.load(path, mmap_mode="r")
    table = ours.Table(made)
    line, place, month = 0, len(made.places) // 2, len(made.periods) // 2
    starts = np.flatnonzero(np.diff(made.above, prepend=-1))
    pairs: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "roll-up": (lambda: np.add.reduceat(array[line], starts), lambda: ours.roll_up(made, line)),
        "portrait": (lambda: np.array(array[:, place]), lambda: ours.portrait(made, place)),
        "across": (lambda: np.array(array[line, :, month]), lambda: ours.across(made, line, month)),
    }
    told = {}
    for name, (mapped, read) in pairs.items():
        if not np.allclose(mapped(), read()):
            raise SystemExit(f"{name}: the read model says something else than the array")
        told |= {f"{name} array": best(mapped), f"{name} ours": best(read)}
    if not np.allclose(pairs["roll-up"][0](), table.roll_up(line)):
        raise SystemExit("roll-up: the default table says something else than the array")
    started = time.process_time()
    table.roll_up(line)
    return told | {"roll-up table": time.process_time() - started}


def pages(made: Any) -> dict[str, float]:
    """Pages as somebody asks for them who may see the whole country, in a process that has settled as the server does."""
    from benching import ledger_queries as ours
    from giaoban_web.ledger.models import Line, ReportingPeriod
    from giaoban_web.places.models import Place
    from giaoban_web.serve import settle

    client = ours.national_client(made)
    codes = list(Place.objects.filter(pk__in=made.places[:: max(1, len(made.places) // PAGES)]).values_list("code", flat=True))
    keys = [Line.objects.select_related("indicator").get(pk=line).indicator.key for line in made.lines]
    texts = list(ReportingPeriod.objects.filter(pk__in=made.periods).values_list("text", flat=True))

    def asked(address: str) -> None:
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} cannot be had")

    asked(f"/ledger/places/{codes[0]}/?on=2021-01-15")
    asked(f"/ledger/indicators/{keys[0]}/")
    asked(f"/ledger/indicators/{keys[0]}/charts/bars/?period={texts[-1]}")
    settle()
    indicator = f"/ledger/indicators/{keys[0]}/"
    return {
        "province page": late(lambda number: asked(f"/ledger/places/{number % len(made.provinces):02}/?on=2025-02-01")),
        "place page": late(lambda number: asked(f"/ledger/places/{codes[number % len(codes)]}/?on=2025-02-01")),
        "indicator page": late(lambda number: asked(f"{indicator}?period={texts[number % len(texts)]}")),
        "one chart of it, new": late(lambda number: asked(f"{indicator}charts/bars/?period={texts[number % len(texts)]}")),
    }


def points(made: Any) -> dict[str, float]:
    """One cell with its entries, and the series of one place: of many places, one after the other."""
    from benching import ledger_queries as ours

    chosen = np.random.default_rng(1).choice(len(made.places), 200).tolist()
    return {
        "cell": best(lambda: [ours.cell(made, place) for place in chosen]) / len(chosen),
        "series": best(lambda: [ours.portrait(made, place) for place in chosen]) / len(chosen),
    }


def main() -> None:
    observations, folder = int(sys.argv[1]), Path(sys.argv[2])
    set_up(folder)
    made, told = filled(observations)
    from benching import ledger_queries as ours

    told |= {"observations": made.amounts.size, "bytes": ours.bytes_each(made), **points(made), **queries(made, folder), **pages(made)}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
