"""The audit: functions are called, what they did is recorded without knowing their contracts, and the record is judged."""
