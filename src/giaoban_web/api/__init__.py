"""The same for other systems: JSON under /api/, described by OpenAPI."""
