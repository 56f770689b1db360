"""Reports of violations, and the page of each code."""
