"""How the embedded CLIP is trained: on drawings that are made while it learns."""
