"""Blocks of which the text of a page is made."""

from __future__ import annotations

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from coeurdeville.programme.cas_usage.chapitres import CHAPITRES
from coeurdeville.programme.cas_usage.prose import LONGEST

PROSE = ("h2", "h3", "bold", "italic", "ol", "ul", "link", "blockquote")
"""What the text may hold: a title of the page itself is its only `h1`."""


class Texte(blocks.RichTextBlock):
    """Paragraphs, titles, lists, links."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"features": list(PROSE), "label": "Texte", **kwargs})

    class Meta:
        icon = "pilcrow"


class Illustration(blocks.StructBlock):
    """An image with what it shows; who made it is always said."""

    image = ImageBlock(label="Image et son texte de remplacement")
    legende = blocks.CharBlock(label="Légende", required=False, max_length=250)
    credit = blocks.CharBlock(label="Auteur et licence", max_length=150)

    class Meta:
        icon = "image"
        label = "Image"
        template = "editorial/blocs/illustration.html"


class Citation(blocks.StructBlock):
    """The words of somebody."""

    propos = blocks.TextBlock(label="Propos", max_length=600)
    auteur = blocks.CharBlock(label="Qui parle", max_length=150)

    class Meta:
        icon = "openquote"
        label = "Citation"
        template = "editorial/blocs/citation.html"


class Passage(blocks.StructBlock):
    """Plain words for one chapter of a card."""

    chapitre = blocks.ChoiceBlock(choices=[(one.cle, one.titre) for one in CHAPITRES], label="Chapitre")
    texte = blocks.TextBlock(label="Texte", max_length=LONGEST, help_text="Une ligne vide sépare deux paragraphes.")

    class Meta:
        icon = "pilcrow"
        label = "Passage"


class Echange(blocks.StructBlock):
    """A question and its answer."""

    question = blocks.CharBlock(label="Question", max_length=300)
    reponse = Texte(label="Réponse")

    class Meta:
        icon = "comment"
        label = "Question et réponse"
        template = "editorial/blocs/echange.html"
