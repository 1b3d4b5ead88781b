"""The verdict on a file as one page that can be sent to who made the file."""
