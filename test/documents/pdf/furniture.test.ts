import { describe, expect, it } from 'vitest';
import { withoutFurniture } from '../../../src/documents/pdf/furniture.ts';

const line = (text: string, baseline: number): Parameters<typeof withoutFurniture>[0][number]['rest'][number] => ({
  text,
  left: 72,
  right: 300,
  baseline,
  size: 12,
});

const remaining = (...pages: [text: string, baseline: number][][]): string[][] =>
  withoutFurniture(
    pages.map((lines, index) => ({
      number: index + 1,
      height: 842,
      tables: [],
      rest: lines.map(([text, baseline]) => line(text, baseline)),
    })),
  ).map((page) => page.rest.map((piece) => piece.text));

describe('withoutFurniture', () => {
  it.each(['— 2 —', '-2-', '2', '第2页', '第 2 页 共 10 页', '第二页', '2/10', 'Page 2 of 10', '· 2 ·', 'iv'])(
    'drops the page number %s',
    (number) => {
      expect(
        remaining([
          ['正文', 400],
          [number, 800],
        ]),
      ).toEqual([['正文']]);
    },
  );

  it.each(['12公里。', '2025年', '一、', '第二章', '共80公里'])('keeps %s at the foot of a page', (text) => {
    expect(
      remaining([
        ['正文', 400],
        [text, 800],
      ]),
    ).toEqual([['正文', text]]);
  });

  it('keeps a number in the middle of the page', () => {
    expect(
      remaining([
        ['正文', 400],
        ['2', 450],
      ]),
    ).toEqual([['正文', '2']]);
  });

  it('drops headers of left and right pages that take turns, whatever their numbers', () => {
    const page = (header: string): [string, number][] => [
      [header, 40],
      [`正文${header}`, 400],
    ];
    expect(remaining(page('水利局 1'), page('工作计划'), page('水利局 3'), page('工作计划')).flat()).toEqual([
      '正文水利局 1',
      '正文工作计划',
      '正文水利局 3',
      '正文工作计划',
    ]);
  });

  it('keeps running text that repeats at the same place', () => {
    const text = '新建80公里，改造5座。';
    expect(remaining([[text, 80]], [[text, 80]])).toEqual([[text], [text]]);
  });
});
