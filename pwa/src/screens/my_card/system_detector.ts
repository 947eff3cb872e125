/** The browser's own reader of codes, on the few systems that have one. */

export interface Detector {
  detect(shown: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}

interface DetectorMaker {
  new (how: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** Give the browser's own reader; nothing where there is none, or none that reads QR codes. */
export async function systemDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  if (!BarcodeDetector || !formats?.includes("qr_code")) return undefined;
  return new BarcodeDetector({ formats: ["qr_code"] });
}
