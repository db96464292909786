"""What a figure is: a result, an estimate, an aim or what was before.

What is where:

    `roles`      the role by the words of its sentence; `timing`: set right by the periods, `ordered`: by the directives
    an aim       `aiming`, `duties`, `asked_for`, `meant`, `wills`, `efforts`, `planned`, `merged`, `to_come`
    no aim       `met`, `norms`, `on_the_way`, `came_of_it`, `told_as_is`, `there_already`: told beside aims, or what came of them
    beside another   `beside`; `baselines`, `then_and_now`: which was before the other
"""
