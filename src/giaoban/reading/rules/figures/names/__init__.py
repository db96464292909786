"""What a figure is called: the name offered, shared, lent or weighed.

What is where:

    `naming`       the name of a figure, from all below; `way` is one way to name it
    `wordings`     what its name may be; `following`: what goes on after it; `carried`: what a sentence takes over and leaves
    left out       `refused`, `whole_names`, `no_name`, `ranked`, `told_how`: words that are no name, or no part of it
    by form alone  `formed`, and the forms that it asks for:
                   `headed_parts`, `headed_lists`, `labelled_deeds`, `item_by_item`, `numbered`, `graded`, `whose`, `of_next_place`
                   `taken_over`, `shared_names`, `deeds`, `doers`, `happening`, `counted_by_kind`, `sums`
                   `own_aims`, `planned_items`, `held_against`, `kept_growth`
    units lent     `lending`, `item_above`: a unit that a list says once
    weighed        `phrasing` takes the likeliest: `traits`, `makers`, `fits`, `senses`, `worded`
"""
