// A photo as small as a word: drawn again on the tablet until it fits into the body of a fact. What a camera writes beside it goes.
import { LIMITS } from "../../contracts/limits.gen";

const SIDES = [320, 240, 160];
const QUALITIES = [0.7, 0.5, 0.35];

/** The photo as a JPEG in base64; null where even the smallest is too large. */
export async function smallPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file);
  try {
    for (const side of SIDES) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      const canvas = new OffscreenCanvas(
        Math.max(1, Math.round(picture.width * scale)),
        Math.max(1, Math.round(picture.height * scale)),
      );
      canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
      for (const quality of QUALITIES) {
        const jpeg = await base64(await canvas.convertToBlob({ type: "image/jpeg", quality }));
        if (jpeg.length <= LIMITS["children.photo"].jpeg) return jpeg;
      }
    }
    return null;
  } finally {
    picture.close();
  }
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
