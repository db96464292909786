"""The finds, the figures and the tasks in forms that other systems read.

What is where:

    records   `record`, and back: `taken` (`fields`, `digits`, `quotes`); `checked`: what checks found
    figures   `figures`, in the `formats`: `flat` (CSV, JSON), `xlsx`, `parquet`, `sdmx`, `dhis2`, `iati`; `times`: their periods
    sheets    `workbook`, `workbook_rows`, `workbook_cells`: their bytes; `sheets`: what is in them; `xlsx_stream`: one sent
              `secrecy`: those that bear a mark are refused
    tasks     `calendar`
"""
