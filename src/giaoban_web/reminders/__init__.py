"""What people are told: reminders of tasks day by day, messages at their desk, letters, calendars.

What is where:

    a round    `rounds` tells everybody what `planning` says is due: whom, by `recipients` and `rungs`; `storing`; `daily` starts it
    at once    `telling` of tasks, `seats_told`, `places_told`; `noticed`: for the letter of the day
    letters    `letters`, `letter_html`; `cleaning`: old ones
    calendars  `calendars`, `feed_pages`, `secrecy` (their addresses)
    how often  `ladder_pages`
"""
