"""From a town's file to a conforming one: each change counted, no row lost, the input untouched."""
