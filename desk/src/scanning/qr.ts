// Finds a QR code in a picture: by the tablet's own detector where there is one, else by a reader the desk brings along.
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

export type Find = (video: HTMLVideoElement) => Promise<string | null>;

async function ownDetector(): Promise<Find | null> {
  const found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!found || !(await found.getSupportedFormats()).includes("qr_code")) return null;
  const detector = new found({ formats: ["qr_code"] });
  let instead: Find | null = null;
  return async (video) => {
    if (instead) return instead(video);
    try {
      return (await detector.detect(video))[0]?.rawValue ?? null;
    } catch {
      // Some tablets name a detector that a missing system service makes useless.
      instead = await broughtReader();
      return null;
    }
  };
}

async function broughtReader(): Promise<Find> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  // Without this the library would fetch its program from a server on the internet.
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width || !height) return null;
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    const read = await readBarcodes(context.getImageData(0, 0, width, height), {
      formats: ["QRCode"],
      maxNumberOfSymbols: 1,
    });
    return read.find((code) => code.isValid)?.text ?? null;
  };
}

export async function finder(): Promise<Find> {
  return (await ownDetector()) ?? (await broughtReader());
}
