"""Raw cells of a file, as text, before anything is believed of them."""
