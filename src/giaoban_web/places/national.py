"""The whole country before and after 1 July 2025, as one table.

Since when a unit was as it stood on 30 June 2025 is not known from this source: its row begins with the register, and says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from giaoban_web.places.kinds import EventKind
from giaoban_web.places.table import Conflict, EventRow, LinkRow, Row, Table, decimal, lines

START, REFORM = date(2015, 1, 1), date(2025, 7, 1)
SOURCE = "vietnamadminunits 1.0.4"
SINCE = "như trong danh mục đầu năm 2025; có từ bao giờ chưa kiểm chứng"
ACT = "văn bản của từng tỉnh chưa ghi"
Unit = dict[str, str]
Units = dict[str, Unit]
Pair = tuple[str, str]


def national(known: Table) -> Table:
    """`known` first, then every unit of the country that it does not tell of; where the two disagree, `known` stands."""
    before, after = (_units(f"vietnam_{name}") for name in ("before", "after"))
    links = {(each["before"], each["after"]): each["part"] == "part" for each in lines("vietnam_links")}
    told = {row.code for row in known.rows}
    rows = [row for row in _rows(before, after, links) if row.code not in told]
    events = [each for each in _events(before, after, links) if not any({link.before, link.after} & told for link in each.links)]
    conflicts = (*known.conflicts, *_conflicts(known, before, after, links))
    return Table("vietnam", (*known.rows, *rows), (*known.events, *events), conflicts)


def _units(name: str) -> Units:
    return {each["code"]: each for each in lines(name)}


def _rows(before: Units, after: Units, links: Mapping[Pair, bool]) -> Iterator[Row]:
    merged = _merged(before, after, links)
    for code, unit in before.items():
        stays = code in after and not unit["parent"] and code not in merged
        yield _row(unit, START, None if stays else REFORM, SINCE)
    for code, unit in after.items():
        if unit["parent"] or code in merged:
            yield _row(unit, REFORM, None, "", new=not unit["parent"])


def _row(unit: Unit, valid_from: date, valid_to: date | None, doubt: str, *, new: bool = False) -> Row:
    numbers = [decimal(unit[name]) for name in ("area", "lat", "lon")]
    return Row(unit["code"], unit["kind"], unit["name"], unit["parent"], valid_from, valid_to, SOURCE, doubt, new, *numbers)


def _merged(before: Units, after: Units, links: Mapping[Pair, bool]) -> dict[str, list[str]]:
    """The new provinces with the old ones they were made of."""
    olds: dict[str, set[str]] = defaultdict(set)
    for old, new in links:
        olds[after[new]["parent"]].add(_root(old, before))
    return {new: sorted(found) for new, found in olds.items() if found != {new}}


def _root(code: str, units: Units) -> str:
    while units[code]["parent"]:
        code = units[code]["parent"]
    return code


def _events(before: Units, after: Units, links: Mapping[Pair, bool]) -> Iterator[EventRow]:
    for new, olds in sorted(_merged(before, after, links).items()):
        yield EventRow(EventKind.MERGER, REFORM, "", SOURCE, ACT, tuple(LinkRow(old, new) for old in olds))
    for pairs in together(links):
        kind = _kind(pairs, before, after)
        yield EventRow(kind, REFORM, "", SOURCE, ACT, tuple(LinkRow(*pair, part=links[pair]) for pair in pairs))
    sources = _sources(before, links)
    for district, news in sorted(_districts(sources).items()):
        areas = {new: decimal(after[new]["area"]) for new in news}
        whole = all(areas.values()) and all(sources[new] == {district} for new in news)
        ends = (LinkRow(district, new, len(news) > 1, "area" if whole else "", areas[new] if whole else None) for new in news)
        yield EventRow(EventKind.ABOLITION, REFORM, "", SOURCE, ACT, tuple(ends))


def together(links: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs in sets that hang together through the places they link, in order."""
    sets: dict[Pair, list[Pair]] = {}
    for old, new in sorted(links):
        ends = (("before", old), ("after", new))
        joined = [(old, new)]
        for found in {id(sets[end]): sets[end] for end in ends if end in sets}.values():
            joined = found + joined
        for pair in joined:
            sets["before", pair[0]] = sets["after", pair[1]] = joined
    return [sorted(found) for found in {id(each): each for each in sets.values()}.values()]


def _kind(pairs: list[Pair], before: Units, after: Units) -> EventKind:
    olds, news = {old for old, _new in pairs}, {new for _old, new in pairs}
    if len(olds) > 1:
        return EventKind.REARRANGEMENT if len(news) > 1 else EventKind.MERGER
    if len(news) > 1:
        return EventKind.SPLIT
    old, new = before[next(iter(olds))], after[next(iter(news))]
    if old["kind"] != new["kind"]:
        return EventKind.UPGRADE
    return EventKind.RENAMING if old["name"] != new["name"] else EventKind.MOVE


def _sources(before: Units, links: Mapping[Pair, bool]) -> dict[str, set[str]]:
    """Each new unit with the districts whose communes went into it; "" for what lay in no district."""
    found: dict[str, set[str]] = defaultdict(set)
    for old, new in links:
        above = before[old]["parent"]
        found[new].add(above if before[above]["parent"] else "")
    return found


def _districts(sources: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Each district that had communes, with the units they went to."""
    found: dict[str, list[str]] = defaultdict(list)
    for new, districts in sorted(sources.items()):
        for district in districts - {""}:
            found[district].append(new)
    return found


def _conflicts(known: Table, before: Units, after: Units, links: Mapping[Pair, bool]) -> Iterator[Conflict]:
    """Where this source says another kind, name or parent than `known`, or another way from the old to the new."""
    for day, units in ((date(2025, 6, 30), before), (REFORM, after)):
        rows = {row.code: row for row in known.rows if row.valid_from <= day and (row.valid_to is None or row.valid_to > day)}
        for code in sorted(rows.keys() & units.keys()):
            ours, theirs = rows[code], units[code]
            said = [
                f"{each[0]} {each[1]} ({each[2]})"
                for each in ((ours.kind, ours.name, ours.parent), (theirs["kind"], theirs["name"], theirs["parent"]))
            ]
            if said[0] != said[1]:
                yield Conflict(code, f"{day:%d/%m/%Y}", said[0], f"{said[1]}, {SOURCE}", said[0])
    pairs = {
        (link.before, link.after): link.part
        for row in known.events
        if row.on == REFORM and row.kind != EventKind.ABOLITION
        for link in row.links
    }
    for pair in sorted(pairs.keys() | {pair for pair in links if set(pair) & {end for each in pairs for end in each}}):
        if pairs.get(pair) != links.get(pair):
            yield Conflict(pair[0], f"{pair[0]} → {pair[1]}", str(pairs.get(pair)), f"{links.get(pair)}, {SOURCE}", str(pairs.get(pair)))
