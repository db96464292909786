"""The same for other systems: JSON under /api/, described by OpenAPI.

What is where:

    the frame   `described`, `auth`, `errors`, `faults`, `filters`, `paging`, `named`, `schemas`
    what there is   `records`, `finds`, `amendments`, `strokes`, `days`, `exchange`, `taken`; `meetings`; `places`; `search`
                `ledger`, `ledger_dhis2`, `ledger_dhis2_urls`; `criteria`; `briefs`
                `directives`, `directives_of_records`, `directives_drafts`, `directives_schemas`
    told to people  `telling`
"""
