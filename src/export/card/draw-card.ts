import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import path from 'node:path';
import { PlanBotError } from '../../errors.ts';
import type { Digest } from '../../reminders/digest.ts';
import { ink } from '../palette.ts';
import { cardContent } from './card-content.ts';
import { layOutCard, type CardPage, type Mark, type MeasureText } from './card-layout.ts';

/** The bundled font goes by a name of its own, so that no installed one takes its place. */
export const fontFamily = 'WorkplanSans';
const fontFile = path.join(import.meta.dirname, '../fonts/NotoSansCJKsc-Regular-subset.otf');

/** Throws `PlanBotError` where the font that came with the program is gone. */
function loadFont(): void {
  if (GlobalFonts.has(fontFamily)) return;
  if (GlobalFonts.registerFromPath(fontFile, fontFamily) === null) {
    throw new PlanBotError('storage', `找不到画图用的字体：${fontFile}\n请重新安装本程序。`);
  }
}

const fontOf = (size: number, bold: boolean): string => `${bold ? 'bold ' : ''}${size}px ${fontFamily}`;

function measurer(): MeasureText {
  const context = createCanvas(1, 1).getContext('2d');
  return (text, size, bold) => {
    context.font = fontOf(size, bold);
    return context.measureText(text).width;
  };
}

/** A digest as PNG pictures, one a page, for a telephone's screen. */
export async function drawCard(digest: Digest): Promise<readonly Uint8Array[]> {
  loadFont();
  const pages = layOutCard(cardContent(digest), measurer());
  const pictures: Uint8Array[] = [];
  for (const page of pages) pictures.push(await drawPage(page));
  return pictures;
}

/** Draws one page; encoding runs outside the event loop. */
async function drawPage({ width, height, marks }: CardPage): Promise<Uint8Array> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ink.page;
  context.fillRect(0, 0, width, height);
  for (const mark of marks) drawMark(context, mark);
  return new Uint8Array(await canvas.encode('png'));
}

function drawMark(context: SKRSContext2D, mark: Mark): void {
  context.fillStyle = mark.colour;
  if (mark.kind === 'text') {
    context.font = fontOf(mark.size, mark.bold);
    context.fillText(mark.text, mark.x, mark.y);
    return;
  }
  context.beginPath();
  context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
  context.fill();
}
