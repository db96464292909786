"""Readings, briefs and notices as people see them.

What is where:

    terminal   `table`, `explained`, `checked`, `naming`; `console`
    notices    `notice_docx`, `notice_pdf`; one that came back: `notice_reading`, `notice_levels`, `notice_around`
    briefs     `brief_paper`, `brief_first`, `brief_annexes`, `brief_lines`, as `brief_docx`, `brief_pdf`, `brief_html`
    registers  `register_paper`, as `register_xlsx` (`register_heights`), `register_pdf`
    shared     `docx_parts`, `numbering`, `footnotes`; `typesetting`, `faces`; `issuer`; the measures of papers: `layouts`
    drawings   `charts`, `sparkline`
"""
