"""Tables of figures: a row's heading names them, a column's says in what role, over which period, in what unit.

    TT │ Chỉ tiêu      │ ĐVT     │ Kế hoạch năm 2025 │ Thực hiện 6 tháng │ So với KH (%)
    1  │ Thu ngân sách │ tỷ đồng │ 2.700             │ 1.431             │ 53,0

`grid` finds the rows of each table and its headings, `headings` says what a column holds, `labels` what a row is about, `captions` what
stands over it; `meaning` puts them together, with `comparing` columns; `rule` and `figures` read the figures.
What numbers, times and units look like in headings and cells (`numbers`, `times`, `units`, `cells`, `wordings`) is shared with the sheets
that an office imports. What must and must not be read: corpus/tables.tsv.
"""
