"""What every run carries: options, stop, versions, errors of series."""
