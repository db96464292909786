"""Directives: drafted, issued, followed to evidence that somebody else accepts.

What is where:

    kept        `models`, `evidence_models`, `position_models`, `sent_models`; `versions`, `once`: two at a time, one thing twice
    what of it a person sees, and may do   `queries`
    logged      `logged`, `events_told`, `words`
A task is made
    from what   `sources`, `source_since`, `supporters_told`
    drafted     `draft_pages`, `drafting`, `terms`, `actions`; `forms`, `forms_new`, `forms_aims`, `body_fields`, `task_numbers`
    many        `making`, `making_pages`, `forms_making`, `copies`
    completed   `completing`, `completing_pages`, `hints`: many in one table
    judged      `clarities`, `judging`, `judging_again`, `sharpening`
    asked before   `asked`, `positions`, `positions_filling`, `register_repeats`
A task is followed
    its page    `task_pages`, `task_sheet`, `task_urls`, `whole_file`; everything about it as one file: `whole_file`
    moved       `moving`, `move_pages`, `forms_moves`, `moving_said`, `parts_after`; `aiming`, `serving`, `serving_changed`
    evidence    `evidence`, `file_fields`, `checking`, `figure_fields`, `aim_figures`
    progress of many   `progress_pages`, `progress_many`
Tasks are listed
    register    `register` and the other `register_…`, `counts`, `exports`, `saved`, `saved_pages`, `mine`, `mine_pages`
    moved at once   `bulk`, `bulk_pages`
    compared    `scores`, `scores_pages`
    bodies and places that end   `gone_bodies`, `identified_bodies`, `adding_bodies`, `effects`
"""
