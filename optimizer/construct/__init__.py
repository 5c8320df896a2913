"""Plans without a solver: greedy, ledger, repair, first plan."""
