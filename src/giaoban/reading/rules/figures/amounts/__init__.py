"""Numbers and their units.

What is where:

    `numbers`      numerals as `Decimal`, the digits as printed
                   `standing`: where they begin and end; `naming_numbers`: those that are names
    `units`        what stands behind them; `over_times`: a unit that is said with the last of several
                   `for_one`: for what there is so much; `beside_others`: words that count only beside others
    `quantities`   number, unit, and how firmly it is stated
"""
