"""What a figure is held against.

What is where:

    `comparing`      which figures are comparisons, and of which; `changed_since`: of the sentence before
    `bases`, `said_bases`   what each is measured against
    of which         `of_which`, `of_parts`
    no comparison    `again`, `of_others`, `of_then`, `passed`
"""
