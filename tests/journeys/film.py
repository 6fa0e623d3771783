"""What a tablet's camera sees in a journey."""

from pathlib import Path

import pypdfium2

WIDTH, HEIGHT = 640, 360
PIXELS_PER_POINT = 1.7


def film_of_a_badge(pdf: Path, film: Path) -> None:
    """What a camera sees that is held over the first badge of a printed page."""
    document = pypdfium2.PdfDocument(pdf)
    printed = document[0].render(scale=PIXELS_PER_POINT, grayscale=True)
    pixels = bytes(printed.buffer)
    lines = [pixels[row * printed.stride :][:WIDTH] for row in range(HEIGHT)]
    document.close()
    picture = b"FRAME\n" + b"".join(lines) + bytes([128]) * (WIDTH * HEIGHT // 2)
    film.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420\n".encode() + picture * 10)
