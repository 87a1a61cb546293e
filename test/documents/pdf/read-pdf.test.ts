import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/documents/pdf/read-pdf.ts';
import { printed } from '../printed.ts';
import { bar, lineFrom, pdfPages, wrapped, type Print } from './pdf-file.ts';

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, '../fixtures', name));
const readFixture = async (name: string): Promise<unknown[]> => {
  const content = await readPdf(fixture(name), name);
  return printed(content.text, content.blocks);
};
const read = async (pages: readonly (readonly Print[])[], drawing = '', page = ''): Promise<unknown[]> => {
  const content = await readPdf(pdfPages(pages, drawing, page), 'a.pdf');
  return printed(content.text, content.blocks);
};

const sentences =
  '全年新建污水管网80公里，完成5座污水处理厂提标改造，城市生活污水集中收集率达到75%以上；实施河道整治126.5公里，国控断面水质优良率保持100%，建成区黑臭水体动态清零。';

describe('readPdf', () => {
  it('reads paragraphs without headers and page numbers, over line and page breaks', async () => {
    const content = await readPdf(fixture('furniture.pdf'), 'furniture.pdf');
    const numbers = Array.from('一二三四五六七八');
    expect(printed(content.text, content.blocks)).toEqual([
      '某某市水利局2025年工作计划',
      ...numbers.flatMap((number) => [
        `${number}、第${number}项工作`,
        sentences + sentences,
        `（一）推进${number}号工程。${sentences}`,
      ]),
    ]);
    expect(content.warnings).toEqual([]);
    expect(content.blocks.map((block) => block.page)).toContain(3);
  });

  it('reads two columns one after the other, and on over the page', async () => {
    expect(await readFixture('columns.pdf')).toEqual([
      '两栏排版的工作计划',
      ...Array.from({ length: 12 }, (_, index) => `${index + 1}.推进第${index + 1}项工程。${sentences}`),
    ]);
  });

  it('reads tables with and without lines, merged cells, and a table over a page break', async () => {
    const blocks = await readFixture('tables.pdf');
    expect(blocks.slice(0, -2)).toEqual([
      '表1 主要指标',
      {
        header: [
          ['指标', '单位', '完成情况', '完成情况'],
          ['指标', '单位', '2024年实际', '2025年目标'],
        ],
        rows: [
          ['粮食产量', '万吨', '18.9', '19.2'],
          ['水利投资', '亿元', '7.6', '8.5'],
          ['规模以上工业企业用水重复利用率', '%', '91.2', '92以上'],
        ],
      },
      '说明：以上指标按月调度。',
      '表2 三线表',
      {
        header: [['项目', '数量', '责任单位']],
        rows: [
          ['新建水库', '2座', '建设科'],
          ['加固堤防', '36公里', '河道科'],
          ['清淤渠道', '120公里', '灌区科'],
        ],
      },
      '表3 无线表',
      {
        header: [['县区', '任务数', '投资（万元）']],
        rows: [
          ['东城区', '12项', '3600'],
          ['西城区', '9项', '2850'],
          ['北山县', '15项', '4100'],
        ],
      },
      '附件：重点任务清单',
    ]);
    const long = blocks.at(-2) as { header: string[][]; rows: string[][] };
    expect(long.header).toEqual([['类别', '任务', '目标值', '完成时限']]);
    expect(long.rows).toHaveLength(42);
    expect(long.rows[13]).toEqual(['工程建设', '工程建设任务14', '42处', '3月底']);
    expect(blocks.at(-1)).toBe('各单位要按月报送进展情况。');
  });

  it('joins a number with its unit over the line break, and Latin words with a blank', async () => {
    const lines = ['　　全年新建和改造农村公路里程达到1280', '公里，其中县道320公里，年内推进Smart', 'City建设。'];
    const prints = lines.map((text, index) => ({ x: 72, y: 100 + index * 20, text }));
    const more = wrapped('　　' + sentences, 200, 19);
    expect(await read([[...prints, ...more]])).toEqual([
      '全年新建和改造农村公路里程达到1280公里，其中县道320公里，年内推进Smart City建设。',
      sentences,
    ]);
  });

  it('keeps headings apart that stand on short lines', async () => {
    const prints = [
      { x: 72, y: 100, text: '主要目标' },
      { x: 72, y: 120, text: '重点任务' },
      ...wrapped(sentences, 140, 30),
    ];
    expect(await read([prints])).toEqual(['主要目标', '重点任务', sentences]);
  });

  it('begins a block at a numbered line although the line before is full', async () => {
    const full = '加快推进各项重点工程建设并确保按期建成投入使用';
    const prints = [
      { x: 72, y: 100, text: full },
      { x: 72, y: 120, text: '（一）新建污水管网80公里。' },
      { x: 72, y: 140, text: full },
    ];
    expect(await read([prints])).toEqual([full, '（一）新建污水管网80公里。', full]);
  });

  it('keeps the indent of a hanging item inside its paragraph', async () => {
    const prints = [
      { x: 72, y: 100, text: '1.推进城乡供水一体化工程建设，新增供水' },
      { x: 96, y: 120, text: '能力12万吨，改造老旧管网160公里，农村' },
      { x: 96, y: 140, text: '自来水普及率达到95%。' },
      { x: 72, y: 160, text: '2.其他。' },
    ];
    expect(await read([prints])).toEqual([
      '1.推进城乡供水一体化工程建设，新增供水能力12万吨，改造老旧管网160公里，农村自来水普及率达到95%。',
      '2.其他。',
    ]);
  });

  it('reads a table whose borders are thin filled bars, and whose text runs across a border', async () => {
    const borders = [
      ...[100, 130, 160, 190].map((y) => bar(72, y, 300, 0.5)),
      ...[72, 222, 371.5].map((x) => bar(x, 100, 0.5, 90)),
    ];
    const prints = [
      { x: 80, y: 120, text: '任务' },
      { x: 230, y: 120, text: '目标' },
      // One piece for both cells, blanks between.
      { x: 80, y: 150, text: `公路${' '.repeat(22)}75公里` },
      { x: 80, y: 175, text: '候车亭' },
      { x: 230, y: 175, text: '120座' },
    ];
    expect(await read([prints], borders.join('\n'))).toEqual([
      {
        header: [['任务', '目标']],
        rows: [
          ['公路', '75公里'],
          ['候车亭', '120座'],
        ],
      },
    ]);
  });

  it('does not take a frame round the page or a line under the title for a table', async () => {
    const frame = `50 50 500 740 re S ${lineFrom(72, 130, 500, 130)}`;
    expect(await read([[{ x: 200, y: 120, text: '工作计划' }, ...wrapped(sentences, 160, 30)]], frame)).toEqual([
      '工作计划',
      sentences,
    ]);
  });

  it('drops watermarks, double prints and contents with leaders', async () => {
    const prints = [
      { x: 72, y: 100, text: '一、目标………………………3' },
      { x: 72, y: 140, text: sentences.slice(0, 30) },
      { x: 72.4, y: 140, text: sentences.slice(0, 30) },
    ];
    const watermark = 'q 0.7 0.7 -0.7 0.7 200 300 cm BT /F 40 Tf 0 0 Td <517b5bc6> Tj ET Q';
    expect(await read([prints], watermark)).toEqual([sentences.slice(0, 30)]);
  });

  it('reads a page that is turned', async () => {
    // The file's upper edge is to the left of the reader's.
    const turned = 'q 0 1 -1 0 300 100 cm BT /F 12 Tf 0 0 Td <65b05efa003800 30516c91cc> Tj ET Q'.replace(
      '00 30',
      '0030',
    );
    expect(await read([[]], turned, '/Rotate 90')).toEqual(['新建80公里']);
  });

  it('warns of pages without text', async () => {
    const content = await readPdf(pdfPages([[{ x: 72, y: 100, text: sentences.slice(0, 30) }], []]), 'a.pdf');
    expect(content.warnings).toEqual([{ message: expect.stringContaining('第 2 页') as string, at: null }]);
  });

  it('gives every cell and block a span of the text, in order', async () => {
    for (const name of ['furniture.pdf', 'columns.pdf', 'tables.pdf']) {
      const { text, blocks } = await readPdf(fixture(name), name);
      let end = 0;
      for (const block of blocks) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        end = block.end;
        for (const line of block.kind === 'table' ? [...block.header, ...block.rows] : []) {
          for (const cell of line.cells) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
        }
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
