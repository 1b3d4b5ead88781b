"""What is entrusted to reviewers and experts."""
