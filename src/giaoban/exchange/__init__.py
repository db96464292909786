"""The finds in forms that other systems read."""
