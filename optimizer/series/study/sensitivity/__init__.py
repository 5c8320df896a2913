"""Which uncertain inputs matter: Sobol indices and Morris' elementary effects, by SALib."""
