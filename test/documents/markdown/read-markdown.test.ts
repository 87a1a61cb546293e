import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdownBlocks } from '../../../src/documents/markdown/read-markdown.ts';
import { printed } from '../printed.ts';

const read = (text: string): unknown[] => printed(text, readMarkdownBlocks(text).blocks);

describe('readMarkdownBlocks', () => {
  it('gives headings their depth and leaves their marks out', () => {
    expect(read('# 工作要点\r\n\r\n## **一、目标** ##\r\n')).toEqual(['1# 工作要点', '2# 一、目标']);
  });

  it('keeps the printed number of a list item and makes each numbered line a block', () => {
    expect(read('1. 推进公路建设。\n   (1) 建成42公里。\n   (2) 开工南环线。\n2. 提升品质。\n')).toEqual([
      '1. 推进公路建设。',
      '(1) 建成42公里。',
      '(2) 开工南环线。',
      '2. 提升品质。',
    ]);
  });

  it.each(['（一）', '(2)', '1、', '一、', '①', '第二章 ', '—— '])(
    'begins a block at %s inside a paragraph',
    (marker) => {
      expect(read(`前一行没有句号\n${marker}推进建设`)).toEqual(['前一行没有句号', `${marker}推进建设`]);
    },
  );

  it('leaves out bold marks that the parser takes for text', () => {
    expect(read('**1.防控近视。**完成改造6200间。\n')).toEqual(['1.防控近视。**完成改造6200间。']);
    expect(read('**强化保障**\n')).toEqual(['强化保障']);
    expect(read('**\n')).toEqual([]);
  });

  it('keeps a wrapped paragraph in one block', () => {
    expect(read('新建污水管网\n80公里，增长\n1.5倍')).toEqual(['新建污水管网\n80公里，增长\n1.5倍']);
  });

  it('leaves markup at the ends out and inside in', () => {
    expect(read('**（一）推进**。新建**80**公里\n\n*（二）[开工](http://x)*')).toEqual([
      '（一）推进**。新建**80**公里',
      '（二）[开工',
    ]);
  });

  it('drops the dash of a bullet and the mark of a quotation', () => {
    expect(read('- 新建80公里\n- 开工3处\n\n> （一）引文\n> 第二行')).toEqual([
      '新建80公里',
      '开工3处',
      '（一）引文\n> 第二行',
    ]);
  });

  it('reads the cells of a table with their own spans', () => {
    expect(read('| 任务 | **目标** |\n| --- | --- |\n| 公路 | 75公里 |\n| 候车亭 |\n')).toEqual([
      {
        header: [['任务', '目标']],
        rows: [
          ['公路', '75公里'],
          ['候车亭', ''],
        ],
      },
    ]);
  });

  it('reads a table whose header is empty as one without header', () => {
    expect(read('| | |\n| --- | --- |\n| 公路 | 75公里 |\n| 候车亭 | 120座 |\n')).toEqual([
      {
        header: [],
        rows: [
          ['公路', '75公里'],
          ['候车亭', '120座'],
        ],
      },
    ]);
  });

  it('reads lines indented by four blanks as text', () => {
    expect(read('正文。\n\n    一、目标\n    新建80公里。\n')).toEqual(['正文。', '一、目标', '新建80公里。']);
  });

  it('does not read front matter as a heading, nor a paragraph over a ruler', () => {
    expect(read('---\ntitle: 要点\n---\n新建污水管网80公里。\n---\n完')).toEqual(['新建污水管网80公里。', '完']);
  });

  it('keeps offsets with tabs and mixed line ends', () => {
    expect(read('-\t新建80公里\r\n\r\n1.\t开工\r\n\t（1）续建\r')).toEqual(['新建80公里', '1.\t开工', '（1）续建']);
  });

  it('warns of HTML that it does not read', () => {
    expect(readMarkdownBlocks('<table><tr><td>80公里</td></tr></table>\n').warnings).toHaveLength(1);
  });

  it.each(['>'.repeat(60_000), '> '.repeat(999) + 'x', '- '.repeat(999) + 'x', '1. '.repeat(999) + 'x'])(
    'refuses nesting without end (%#)',
    (text) => {
      expect(() => readMarkdownBlocks(text)).toThrow('嵌套过深');
    },
  );

  it('takes a ruler for no nesting', () => {
    expect(read(`完\n\n${'-'.repeat(80)}\n\n${'* '.repeat(50)}\n`)).toEqual(['完']);
  });

  it('gives spans inside the text, in order, without overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      '# ',
      '## ',
      '1. ',
      '- ',
      '> ',
      '| ',
      '|---|---|',
      '\n',
      '\r\n',
      '\n\n',
      '    ',
      '**',
      '`',
      '[',
      '](x)',
      '（一）',
      '80公里',
      '，',
      '。',
      '\t',
      '~~~',
      '<b>',
      '&amp;',
      '\\',
      '---',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const block of readMarkdownBlocks(text).blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
