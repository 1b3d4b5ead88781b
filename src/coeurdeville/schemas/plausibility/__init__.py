"""What conforms and is hardly believable: warnings on whole columns, one sort in each module."""
