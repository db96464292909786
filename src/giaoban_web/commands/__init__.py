"""The commands of an installation, one module each; `giaoban_web.cli` offers them."""
