"""Numbers and their units.

What is where:

    `numbers`      numerals as `Decimal`, the digits as printed
                   `standing`: where they begin and end; `naming_numbers`: those that are names
    `units`        what stands behind them; `over_times`: a unit that is said with the last of several
    `quantities`   number, unit, and how firmly it is stated
"""
