import { ink, lightColour } from '../palette.ts';
import type { CardContent, CardGroup, CardRow } from './card-content.ts';
import { wrapText } from './wrap-text.ts';

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

export interface ShapeMark {
  readonly kind: 'dot' | 'box';
  /** Left and top edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Corner radius; a dot's is half its width. */
  readonly radius: number;
  readonly colour: string;
}

export type Mark = TextMark | ShapeMark;

/** A picture to be drawn, in pixels. */
export interface CardPage {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** The width of a text at a size in pixels. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** As wide as a telephone's screen in its own pixels, so that nothing is scaled. */
export const cardWidth = 1080;
/** Telegram scales photographs down to 1,280 pixels; much higher ones become too small to read. */
const heightAtMost = 1600;
const margin = 56;
const inner = cardWidth - 2 * margin;
const dotSize = 34;
const rowIndent = margin + dotSize + 24;
const barHeight = 16;
const size = { title: 58, subtitle: 32, heading: 34, indicator: 40, remark: 32, footer: 26 };
const lineHeight = 1.35;

/** A piece that is not torn apart between two pages; its marks count from its own top. */
interface Block {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Lays a content out on as many pages as it takes; the last lines say what the numbers are. */
export function layOutCard(content: CardContent, measure: MeasureText): readonly CardPage[] {
  const head = headBlock(content, measure);
  const pages: Block[][] = [[head]];
  let used = head.height;
  const put = (block: Block, needs: number): boolean => {
    const fits = used + needs <= heightAtMost - 2 * margin - footerHeight;
    if (!fits) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(block);
    used += block.height;
    return fits;
  };
  for (const group of content.groups) {
    const heading = headingBlock(group, '', measure);
    const rows = group.rows.map((row) => rowBlock(row, measure));
    // A heading is not left alone at a page's end.
    put(heading, heading.height + (rows[0]?.height ?? 0));
    for (const row of rows) {
      if (used + row.height > heightAtMost - 2 * margin - footerHeight) {
        const again = headingBlock(group, '（续）', measure);
        put(again, Number.POSITIVE_INFINITY);
      }
      put(row, row.height);
    }
  }
  return pages.map((blocks, index) => stack(blocks, footerLines(index + 1, pages.length, content.omitted)));
}

/** Room for two lines. */
const footerHeight = 2 * size.footer * lineHeight + 24;

/** What the numbers are, which page of how many, and on the last one what is left out. */
function footerLines(page: number, pages: number, omitted: number): readonly string[] {
  const place = pages > 1 ? ` · 第${page}/${pages}页` : '';
  const rest = page === pages && omitted > 0 ? [`其余${omitted}项未画出，请发送 /progress 查看`] : [];
  return [...rest, `目标照录文件，进度为人工报送，竖线为时间进度${place}`];
}

function stack(blocks: readonly Block[], footer: readonly string[]): CardPage {
  const marks: Mark[] = [];
  let y = margin;
  for (const block of blocks) {
    marks.push(...block.marks.map((mark) => ({ ...mark, y: mark.y + y })));
    y += block.height;
  }
  y += 24;
  for (const line of footer) {
    marks.push(text(line, margin, y + size.footer, size.footer, ink.faint));
    y += size.footer * lineHeight;
  }
  return { width: cardWidth, height: Math.ceil(y + margin), marks };
}

function headBlock({ title, subtitle, counts }: CardContent, measure: MeasureText): Block {
  const marks: Mark[] = [];
  let y = 0;
  y = paragraph(marks, title, margin, y, inner, { size: size.title, bold: true, colour: ink.title }, measure);
  y = paragraph(
    marks,
    subtitle,
    margin,
    y + 8,
    inner,
    { size: size.subtitle, bold: false, colour: ink.faint },
    measure,
  );
  y += 24;
  let x = margin;
  for (const { light, count } of counts) {
    const label = `${count}项`;
    marks.push(dot(x, y, lightColour[light]), text(label, x + dotSize + 14, y + 30, size.indicator, ink.text));
    x += dotSize + 14 + measure(label, size.indicator, false) + 44;
  }
  return { height: y + dotSize + 28, marks };
}

function headingBlock({ heading }: CardGroup, suffix: string, measure: MeasureText): Block {
  const marks: Mark[] = [box(margin, 12, inner, 3, ink.line, 0)];
  const style = { size: size.heading, bold: true, colour: ink.faint };
  const y = paragraph(marks, `${heading}${suffix}`, margin, 32, inner, style, measure);
  return { height: y + 12, marks };
}

function rowBlock(row: CardRow, measure: MeasureText): Block {
  const marks: Mark[] = [dot(margin, 20, lightColour[row.light])];
  const width = cardWidth - margin - rowIndent;
  const valueWidth = measure(row.value, size.indicator, true);
  // The value stands at the right of the name's last line where both fit, else on a line of its own.
  const name = wrapText(row.indicator, width, (part) => measure(part, size.indicator, false));
  let y = 10;
  for (const line of name) {
    marks.push(text(line, rowIndent, y + size.indicator, size.indicator, ink.text));
    y += size.indicator * lineHeight;
  }
  const lastWidth = measure(name.at(-1) ?? '', size.indicator, false);
  if (lastWidth + valueWidth + 40 <= width) {
    const baseline = y - size.indicator * lineHeight + size.indicator;
    marks.push(text(row.value, cardWidth - margin - valueWidth, baseline, size.indicator, ink.title, true));
  } else {
    const style = { size: size.indicator, bold: true, colour: ink.title };
    y = paragraph(marks, row.value, rowIndent, y, width, style, measure);
  }
  if (row.share !== null) {
    marks.push(box(rowIndent, y + 8, width, barHeight, ink.track, barHeight / 2));
    if (row.share > 0) {
      const filled = Math.max(barHeight, width * row.share);
      marks.push(box(rowIndent, y + 8, filled, barHeight, lightColour[row.light], barHeight / 2));
    }
    if (row.expected !== null)
      marks.push(box(rowIndent + width * row.expected - 2, y + 2, 4, barHeight + 12, ink.faint, 2));
    y += barHeight + 18;
  }
  if (row.remark !== '') {
    const colour = row.isUrgent ? lightColour.red : ink.faint;
    y = paragraph(marks, row.remark, rowIndent, y, width, { size: size.remark, bold: row.isUrgent, colour }, measure);
  }
  return { height: y + 16, marks };
}

type Style = Pick<TextMark, 'size' | 'bold' | 'colour'>;

/** Sets a text in lines from the top edge `y` on; returns its bottom edge. */
function paragraph(
  marks: Mark[],
  content: string,
  x: number,
  y: number,
  width: number,
  style: Style,
  measure: MeasureText,
): number {
  let bottom = y;
  for (const line of wrapText(content, width, (part) => measure(part, style.size, style.bold))) {
    marks.push(text(line, x, bottom + style.size, style.size, style.colour, style.bold));
    bottom += style.size * lineHeight;
  }
  return bottom;
}

const text = (content: string, x: number, y: number, fontSize: number, colour: string, bold = false): TextMark => ({
  kind: 'text',
  text: content,
  x,
  y,
  size: fontSize,
  bold,
  colour,
});
const dot = (x: number, y: number, colour: string): ShapeMark => ({
  kind: 'dot',
  x,
  y,
  width: dotSize,
  height: dotSize,
  radius: dotSize / 2,
  colour,
});
const box = (x: number, y: number, width: number, height: number, colour: string, radius: number): ShapeMark => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  radius,
  colour,
});
