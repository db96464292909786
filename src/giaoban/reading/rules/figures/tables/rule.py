"""The figures of tables, each an observation (`tables.figures`). Most texts have no table: what reads one is loaded where one is found."""

from collections.abc import Iterator

from giaoban.model import Found, Observation, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.marks import AgencyMention, PeriodMention, PlaceMention, TimeAnchor
from giaoban.reading.rules.figures.contexts import opening
from giaoban.reading.rules.figures.tables.grid import Table, found_in, names_figures, rows_in
from giaoban.reading.sentences import Sentence


@rule(makes=Table)
def tables(page: Page) -> Iterator[Found[Table]]:
    """The tables that have a column of figures; of others the rows are read as sentences."""
    found = list(found_in(page))
    if not found:
        return
    from giaoban.reading.rules.figures.tables.headings import FIGURED, columns

    for table in found:
        if not table.in_doubt and any(column.holds in FIGURED for column in columns(table, "")):
            yield Found(table, Span(table.heads[0].block.span.start, table.rows[-1].block.span.end))


def tabled(page: Page) -> frozenset[int]:
    """Where the blocks begin that are rows of such tables, or of figures that no headings tell anything of."""
    rows = (row for found in page.all(Table) for row in (*found.what.heads, *found.what.rows, *found.what.passed))
    return frozenset(row.block.span.start for row in (*rows, *filter(names_figures, rows_in(page))))


@rule(makes=Observation, needs=(Table, Sentence, PeriodMention, PlaceMention, AgencyMention, TimeAnchor))
def table_figures(page: Page) -> Iterator[Found[Observation]]:
    """The figures of every table, row by row."""
    found = page.all(Table)
    if not found:
        return
    from giaoban.reading.rules.figures.tables.figures import TableReading

    context = opening(page)
    for each in found:
        yield from TableReading(page, each.what, context).figures()
