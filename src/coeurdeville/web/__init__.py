"""The site: public pages, the town's space, the animateur's view. No query and no rule stands here."""
