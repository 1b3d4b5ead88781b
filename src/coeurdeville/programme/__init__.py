"""The programme: call, candidatures, selection, experiments, evaluation, cards, generalisation; one package each."""
