"""Where a text is: the places and bodies that it names, and the one that it is about.

    `names`     what is named, and when two names are of the same place
    `apart`     what is named only because it speaks, gives a figure or is compared with
    `own`       what the text is about
    `of_text`   all of it for one text, and what rules alone take for the place of a figure

What must and must not be read: corpus/contexts.tsv.
"""
