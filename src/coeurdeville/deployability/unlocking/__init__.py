"""Which data, opened or produced by whom, would let most services run for most towns and inhabitants."""
