"""Where everything stands together: the first page, the page of a place, the page of a meeting, search."""
