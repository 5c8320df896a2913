"""Many workbooks: batches and studies."""
