"""The look: base page, styles, language switch, small template tags. Knows nothing of the flow."""
