import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawCard, fontFamily } from '../../src/export/card/draw-card.ts';
import { lightColour } from '../../src/export/palette.ts';
import { waterAndAir } from '../ledger/builders.ts';
import { digestWith } from './support.ts';

const reports = {
  新建污水管网: ['65公里', 65],
  污水处理厂提标改造: ['0座', 0],
  城市生活污水集中收集率: ['70%', 70],
} as const;
const approved = path.join(import.meta.dirname, 'pictures/water.png');

async function open(png: Uint8Array): Promise<Canvas> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas;
}

/** The part of the pixels that differ by more than a shade, 0 to 1. */
function difference(a: Canvas, b: Canvas): number {
  const left = a.getContext('2d').getImageData(0, 0, a.width, a.height).data;
  const right = b.getContext('2d').getImageData(0, 0, b.width, b.height).data;
  let different = 0;
  for (let at = 0; at < left.length; at += 4) {
    if (
      Math.abs(left[at]! - right[at]!) +
        Math.abs(left[at + 1]! - right[at + 1]!) +
        Math.abs(left[at + 2]! - right[at + 2]!) >
      60
    )
      different += 1;
  }
  return different / (left.length / 4);
}

const hasColour = (canvas: Canvas, colour: string): boolean => {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (wanted.every((value, index) => data[at + index] === value)) return true;
  }
  return false;
};

describe('drawCard', () => {
  // A person looked at the approved picture; UPDATE_PICTURES=1 writes it anew after a change on purpose, to be looked at.
  it('draws the water section as approved', async () => {
    const [png] = await drawCard(digestWith(waterAndAir(), '水环境', reports));
    if (process.env.UPDATE_PICTURES === '1') writeFileSync(approved, png!);
    const [drawn, wanted] = [await open(png!), await open(readFileSync(approved))];
    expect([drawn.width, drawn.height]).toEqual([wanted.width, wanted.height]);
    expect(difference(drawn, wanted)).toBeLessThan(0.002);
  });

  it('shows every light that there is, and no other', async () => {
    const [png] = await drawCard(digestWith(waterAndAir(), '水环境', reports));
    const drawn = await open(png!);
    for (const light of ['green', 'yellow', 'red'] as const) expect(hasColour(drawn, lightColour[light])).toBe(true);
    expect(hasColour(drawn, lightColour.none)).toBe(false);
  });
});

describe('the bundled font', () => {
  const drawnAs = (char: string): string => {
    const canvas = createCanvas(48, 48);
    const context = canvas.getContext('2d');
    context.font = `40px ${fontFamily}`;
    context.fillText(char, 2, 38);
    return Buffer.from(context.getImageData(0, 0, 48, 48).data).toString('base64');
  };

  it('has every character of the seed and of the plans in the tests’ language', async () => {
    await drawCard(digestWith(waterAndAir(), '水环境'));
    const empty = drawnAs(' ');
    const missing = drawnAs('\u{10FFFD}');
    const seed = readFileSync(path.join(import.meta.dirname, '../../seeds/000_124d17cd5fdef790.txt'), 'utf8');
    const rare = '䶮㙍𬭊𬴂镕堃喆淼犇羴龘〇㎡℃‰≥≤×±·—…“”（）《》';
    const chars = new Set(
      Array.from(seed + rare).filter(
        (char) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(char) && !/\p{Emoji_Presentation}/u.test(char),
      ),
    );
    const absent = [...chars].filter((char) => [empty, missing].includes(drawnAs(char)));
    expect(absent).toEqual([]);
  });
});
