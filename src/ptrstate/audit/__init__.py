"""The audit: every declared function is called, what it did is recorded without knowing its contract, and the record is judged."""
