"""The ledger: every confirmed figure in its place and period, with where it came from. What is entered is never changed.

What is where:

    kept        `models`, `rows`, `codes`, `storage`; `entering`: the only two ways in which the ledger changes; `relations`
    proved      `proof`, `proof_withdrawn`; `entered`: when a figure of a record came in, and who brought it
    what of it a person sees   `queries`, `owners`
    catalogue   `catalogue`, `catalogue_pages`; a steward: `keeping`, `keeping_forms`, `keeping_words`; `indicator_fields`
Figures come in
    from records   `posting`, when a find is confirmed; `doubting`, before; `sentences`; `views`, `actions`: those that wait
    typed          `filings`: `filing`, `filing_models`, `filing_moves`, `filing_pages`, `filing_sets`; `forms`, `forms_entry`
                   the grid: `entry_pages`, `filing_rows`, `filing_parts`, `filing_doubts`, `filing_entries`
    from files     `imports`: `import_pages`, `importing_forms`, `importing_models`, `importing_layouts`, `importing_naming`
                   rows: `importing_rows`, `importing_slips`, `importing_against`, `importing_before`, `importing_kept`
                   entered: `importing`, `importing_staging`, `importing_sql`; `importing_told`, `importing_back`
Figures are looked at
    checked     `discrepancies`, `surroundings`
    of a place  `pages`, `portrait`, `following`, `together`
    of one indicator   `indicator_pages`, `across`, `across_restated`, `ranking`, `comparison`, `restated`
    quickly     `read_models`, `read_models_marks`, `read_models_rebuild`, `packed`, `rollups`: nothing in them is true by itself
    given away  `away`, `export_pages`, `exporting`; released: `export_pages_open` and the other `exporting_…`
    over changes of places   `effects`
"""
