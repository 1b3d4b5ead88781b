"""Pictures as they are kept: written again, so that neither the place they were taken at nor anything hidden stays."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

CUT = "Cette image est coupée ou abîmée\u00a0: l’ouvrir et l’enregistrer de nouveau, puis envoyer ce fichier."


class Entiere(WagtailImageField):
    """A picture all of whose pixels are there: Wagtail looks at the start of the file only before it draws it."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Refused when pixels lack, or are not what the file says."""
        try:
            super().check_image_pixel_size(f)
        except (OSError, SyntaxError, EOFError) as fault:  # what Pillow raises of them
            raise ValidationError(CUT, code="invalid_image") from fault


class Photographie(BaseImageForm):
    """The desk's form of a picture."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual = self.fields.get("file")
        if usual is not None:
            self.fields["file"] = Entiere(label=usual.label, required=usual.required, widget=usual.widget)

    def clean_file(self) -> Any:
        """The picture alone; the former one when the form sends none."""
        file = self.cleaned_data["file"]
        return _written_again(file) if isinstance(file, UploadedFile) else file


def _written_again(file: UploadedFile[Any]) -> UploadedFile[Any]:
    """Its pixels, upright, and the profile of its colours: nothing else of what the camera wrote."""
    from PIL import Image, ImageOps

    file.seek(0)
    with Image.open(file) as picture:
        kind, profile, upright = picture.format, picture.info.get("icc_profile"), ImageOps.exif_transpose(picture)
    upright.info.clear()
    made = BytesIO()
    upright.save(made, kind, quality=90, icc_profile=profile)
    return SimpleUploadedFile(file.name or "image", made.getvalue(), file.content_type or "")
