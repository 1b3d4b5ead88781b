"""What a town does with its folder: runs, editions, requests to holders."""
