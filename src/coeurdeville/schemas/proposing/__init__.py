"""A schema proposed from several towns' files, and the kit by which it is submitted."""
