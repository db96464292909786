"""What goes out of a meeting and into the next: the notice of conclusions, the brief.

Notices: `notice_models`; `notices` (what a person sees), `notice_moves` (who may do what), `notice_words`
    composed    `composing`, `notice_keys`; `notice_since`: what changed in a record afterwards
    edited      `drafting`, `notice_pages`, `notice_editing_pages`, `notice_forms`
    brought back   `notice_document_pages`, `notice_heading_back`
    on its way  `issuing`, `notice_step_pages`, `notice_issuing_pages`, `notice_telling`, `recipients`
    as a paper  `notice_paper` (on the page), `notice_papers` (DOCX, PDF), `notice_fitting`
Briefs: `brief_models`; `brief_queries`
    composed    `brief_composing` from `brief_gathering`: `brief_entries`, `brief_tasks`, `brief_sources`; `brief_corrected`
    shown       `brief_pages`, `brief_screen_pages`, `brief_forms`, `brief_places`, `brief_papers`
    of many places   `brief_many`, `brief_many_pages`
`models` and `urls` join both, `notice_urls` and `brief_urls` are of each.
"""
