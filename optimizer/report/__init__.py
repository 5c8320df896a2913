"""The only room that knows prose: Dutch sentences and tables."""
