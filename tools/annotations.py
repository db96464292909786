"""Keep annotations of texts that are not ours: as offsets, labels and a hash of the text, never their words.

    annotations.py pack TEXTS RECORDS OUT      NAME.txt and NAME.json (docs/reading.md) become OUT/NAME.json without a word of the text
    annotations.py unpack TEXTS PACKED OUT     with the texts at hand they become records again

A name as written (indicator, place, body, person) becomes the list of the spans whose words make it, joined by spaces. Words that do not
stand in the text are left out. Numbers, units, periods and the codes of docs/reading.md are labels and stay.
"""

import argparse
import hashlib
import json
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMES = frozenset({"indicator", "place", "convener", "reviewed", "issuer", "assignee", "name"})
LISTS = frozenset({"offices"})
Spans = list[list[int]]


def main() -> int:
    """Pack or unpack a folder; 1 when a text is missing or is not the one that was annotated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", choices=["pack", "unpack"])
    for name in ("texts", "records", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for path in sorted(options.records.glob("*.json")):
        try:
            text = normal((options.texts / f"{path.stem}.txt").read_text("utf-8"))
            made = ACTS[options.act](text, json.loads(path.read_text("utf-8")))
        except (OSError, ValueError) as error:
            print(f"{path.stem}: {error}", file=sys.stderr)
            failed += 1
            continue
        (options.out / path.name).write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    return 1 if failed else 0


def normal(text: str) -> str:
    """The NFC text whose code points spans count."""
    return unicodedata.normalize("NFC", text)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def pack(text: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record with spans for every word of the text."""
    kinds = ("observations", "findings", "directives")
    meeting = record["meeting"] and _mapped(record["meeting"], lambda name: spans_of(name, text, 0))
    finds = {kind: [_packed(find, text) for find in record[kind]] for kind in kinds}
    return {"sha256": digest(text), "published": record.get("published"), "meeting": meeting, **finds}


def unpack(text: str, packed: dict[str, Any]) -> dict[str, Any]:
    """The record again. ValueError for another text than the one that was annotated."""
    if packed["sha256"] != digest(text):
        raise ValueError("not the text that was annotated")

    def words(spans: Spans) -> str:
        return " ".join(text[start:end] for start, end in spans)

    kinds = ("observations", "findings", "directives")
    finds = {kind: [_unpacked(find, text, words) for find in packed[kind]] for kind in kinds}
    return {"title": None, "published": packed["published"], "meeting": packed["meeting"] and _mapped(packed["meeting"], words), **finds}


def spans_of(name: str, text: str, near: int) -> Spans:
    """The spans whose words make `name`, each as long as it can be and the nearest to `near`."""
    found: Spans = []
    words = name.split()
    while words:
        for count in range(len(words), 0, -1):
            piece = " ".join(words[:count])
            if (start := _nearest(piece, text, near)) >= 0:
                found.append([start, start + len(piece)])
                break
        words = words[count:]
    return found


def _nearest(piece: str, text: str, near: int) -> int:
    before, after = text.rfind(piece, 0, near + len(piece)), text.find(piece, near)
    places = [start for start in (before, after) if start >= 0]
    return min(places, key=lambda start: abs(start - near), default=-1)


def _packed(find: dict[str, Any], text: str) -> dict[str, Any]:
    span = find["span"]
    rest = {name: value for name, value in find.items() if name not in {"span", "quote"}}
    return {"span": [span["start"], span["end"]], **_mapped(rest, lambda name: spans_of(name, text, span["start"]))}


def _unpacked(find: dict[str, Any], text: str, words: Callable[[Spans], str]) -> dict[str, Any]:
    start, end = find["span"]
    rest = {name: value for name, value in find.items() if name != "span"}
    return {"span": {"start": start, "end": end}, "quote": text[start:end], **_mapped(rest, words)}


def _mapped(fields: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    """`fields` with every name as written changed, also within the chair."""
    made: dict[str, Any] = {}
    for name, value in fields.items():
        if name in NAMES and value is not None:
            made[name] = change(value)
        elif name in LISTS:
            made[name] = [change(each) for each in value]
        else:
            made[name] = _mapped(value, change) if isinstance(value, dict) else value
    return made


ACTS = {"pack": pack, "unpack": unpack}

if __name__ == "__main__":
    sys.exit(main())
