"""Bodies and posts that can be given a task, and who sits there for a time.

What is where:

    kept        `models`, `actions`, `queries`; `refusals`, `signals`
    on pages    `views`, `forms`, `fields`, `people`; many at once: `adding_many`
    proposed    `proposing`, `proposal_pages`, `resolving`: a name that nobody knows yet
    kept by whom   `keepers`
    seats       `handing_over`
    over changes of places   `carrying`, `carrying_pages`, `gone`
"""
