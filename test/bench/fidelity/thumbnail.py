"""The reference as a Python program would write it: thumbnail((W, H), LANCZOS), JPEG, optimised. Prints version and size."""
import io
import json
import sys

import PIL
from PIL import Image, ImageCms, ImageOps, features

source, target, width, height, quality = sys.argv[1:]
Image.MAX_IMAGE_PIXELS = None
image = ImageOps.exif_transpose(Image.open(source))
profile = image.info.get("icc_profile")
if profile:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    image = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode)
if image.mode in ("P", "PA", "LA"):
    image = image.convert("RGBA")
image.thumbnail((int(width), int(height)), Image.LANCZOS)
if image.mode == "RGBA":
    white = Image.new("RGBA", image.size, "white")
    image = Image.alpha_composite(white, image)
image = image.convert("RGB")
options = {} if target.endswith(".png") else {"quality": int(quality), "optimize": True}
image.save(target, **options)
print(json.dumps({"pillow": PIL.__version__, "jpeg": features.version("jpg"), "width": image.width, "height": image.height}))
