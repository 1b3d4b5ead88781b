"""Reviews, opinions of experts, ranking, decisions, minutes."""
