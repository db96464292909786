"""Giaoban on the web: loads, asks `giaoban`, saves, shows. Each app is a step of the flow, or what the flow is about.

Every app is built alike: `models`, `queries` (what a person sees), `actions` (what she does), `forms`, `views`, `urls`; `signals` tell
those above, `words` say things to people. Its package says what its other modules are for, where it has many.
"""
