"""Finding ownership mistakes: strategies, faults, checks of a prototype."""
