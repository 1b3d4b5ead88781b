"""From a forecast to stored, dated, citable results: plan, measure, store, record."""
