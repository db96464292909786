"""What a text names: places, bodies, persons, days and periods.

What is where:

    places    `places`; `seats`: the one that a text speaks from and only calls by its kind
    bodies    `bodies`, `agencies`, `nations`, `builders`, `shortened`; `verbs_behind`: where the name ends
    persons   `persons` by their `personal_names`; `surnames`, `called_after`: what begins like one
    days      `days`, `full_dates`, `dates` (that a text speaks from), `fractions` (what only looks like one); `held_on`: that of a meeting
    papers    `papers`: of which kind one is by its title
    periods   `periods`, `calendar`, `counted_up_to`
    years     `years` and in what manner each is named: `year_wordings`, `year_ranges`, `year_prospects`, `lunar`, `centuries`;
              `years_weighed`: the year of a day told without one
"""
