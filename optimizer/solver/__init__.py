"""The only room that knows ortools: variables, rules, levels, solving."""
