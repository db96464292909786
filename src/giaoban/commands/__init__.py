"""Commands of the core that have a module of their own; like `cli`, they open files and print."""
