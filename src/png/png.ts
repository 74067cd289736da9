import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import library from '@resvg/resvg-wasm/index_bg.wasm';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';
import { fontsFor } from './system-fonts.ts';

/** Dots for each unit of the picture: sharp on a screen of today. */
const MOST_ZOOM = 2;
/** Dots in all and in a line: what a program that shows pictures can be expected to open. */
const MOST_DOTS = 60_000_000;
const MOST_WIDE = 16_000;

/**
 * Starts the library that turns a picture of ours (`stillSvg`) into a PNG; it can be started once only. Needs no browser and no network:
 * the library and the fonts that the pictures are measured by lie beside this bundle; only signs that those fonts do not have are looked
 * for in fonts of the system. A very large picture is drawn smaller.
 */
export async function startPng(): Promise<(svg: string) => Uint8Array> {
  await initWasm(beside(library));
  const fonts = [regular, bold].map(beside);
  return svg => {
    const { width, height } = sizeOf(svg);
    const zoom = Math.min(MOST_ZOOM, MOST_WIDE / Math.max(width, height), Math.sqrt(MOST_DOTS / (width * height)));
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: {
        fontBuffers: [...fonts, ...fontsFor(svg)],
        defaultFontFamily: 'DejaVu Sans',
        sansSerifFamily: 'DejaVu Sans',
      },
    });
    try {
      return picture.render().asPng();
    } finally {
      picture.free();
    }
  };
}

function beside(file: string): Uint8Array {
  return readFileSync(join(__dirname, file));
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const size = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  return { width: Number(size?.[1] ?? 1), height: Number(size?.[2] ?? 1) };
}
