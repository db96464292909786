"""Review meetings: when, how, by whom, about whom."""
