// Reads pictures back: the header of the PNG by hand, the pixels with the renderer.
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** One number a pixel, as the machine orders its four bytes. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint32Array };

/** Width and height as the first chunk says. @throws Error when the bytes are no PNG */
export function headerOf(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 0, 8) !== '\u0089PNG\r\n\u001a\n' || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    throw new Error('These bytes are no PNG.');
  }
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

export async function pixelsOf(png: Uint8Array): Promise<Picture> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, data: new Uint32Array(data.buffer, data.byteOffset) };
}

/** How many pixels are not of this #rrggbb, fully opaque. */
export function countOther({ data }: Picture, colour: string): number {
  const expected = pixelOf(colour);
  return data.reduce((count, pixel) => (pixel === expected ? count : count + 1), 0);
}

/** The same for the outer `frame` pixels alone. */
export function countOtherInFrame({ width, height, data }: Picture, colour: string, frame: number): number {
  const expected = pixelOf(colour);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    const isWhole = y < frame || y >= height - frame;
    for (let x = 0; x < width; x = isWhole || x !== frame - 1 ? x + 1 : width - frame) {
      if (data[y * width + x] !== expected) count += 1;
    }
  }
  return count;
}

export function isOpaque({ data }: Picture): boolean {
  const [, , , alpha = 0] = new Uint8Array(Uint32Array.of(pixelOf('#000000')).buffer);
  return (
    alpha === 255 && new Uint8Array(data.buffer, data.byteOffset).every((byte, at) => at % 4 !== 3 || byte === 255)
  );
}

function pixelOf(colour: string): number {
  return new Uint32Array(Uint8Array.from([...Buffer.from(colour.slice(1), 'hex'), 255]).buffer)[0] ?? 0;
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(colour.slice(1), 'hex')].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
