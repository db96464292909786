"""Numbers and dates as Vietnam writes them; Django's own Vietnamese formats do not group thousands."""
