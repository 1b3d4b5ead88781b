"""What the communes of a perimeter publish and where, and the shares drawn from it, each with its denominator."""
