"""What a service is: a measure, figures, words; its signature is its manifest."""
