"""Records of meetings: put in, read, confirmed beside their sentences."""
