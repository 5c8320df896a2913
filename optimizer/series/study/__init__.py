"""Many runs at once: units of work, where they are worked on, and what is kept of them."""
