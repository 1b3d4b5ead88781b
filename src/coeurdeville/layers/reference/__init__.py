"""Small reference tables that the project keeps itself, each row with its public source."""
