"""What people are told: messages on the web, the letter of the day, and the calendar."""
