"""One function per thing that a user can ask: plan, check, explain, report."""
