"""Giaoban on the web: loads, asks `giaoban`, saves, shows. Each app is a step of the flow, or what the flow is about."""
