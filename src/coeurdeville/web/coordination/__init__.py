"""The coordination: its calls, the messages that leave, the drawing of states."""
