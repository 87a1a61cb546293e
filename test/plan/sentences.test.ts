import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences, trimSpan } from '../../src/plan/sentences.ts';

const sentences = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['新建80公里。完成5座！达到75%？', ['新建80公里。', '完成5座！', '达到75%？']],
    ['他说：“要加快。”随后开会。', ['他说：“要加快。”', '随后开会。']],
    ['（见附件。）完成5座。', ['（见附件。）', '完成5座。']],
    ['没有句号的一段', ['没有句号的一段']],
    ['推进生态文 ……略…… 坚持共谋。', ['推进生态文', '坚持共谋。']],
    ['完善责任……', ['完善责任']],
    ['  前后有空格。  ', ['前后有空格。']],
    ['达到12.5%，增长3.2个百分点。', ['达到12.5%，增长3.2个百分点。']],
    ['真的吗？！是的。', ['真的吗？！', '是的。']],
    ['甲；乙；丙。', ['甲；乙；丙。']],
    ['东山镇是多少？83%。再加把劲。', ['东山镇是多少？83%。', '再加把劲。']],
    ['去年派了几人？只有96人，不够。', ['去年派了几人？只有96人，不够。']],
    ['差距大不大？8个月过去了还没有开工。', ['差距大不大？', '8个月过去了还没有开工。']],
    ['东山镇是多少？没有统计。', ['东山镇是多少？', '没有统计。']],
    ['目标是83%。96人。', ['目标是83%。', '96人。']],
    ['', []],
    ['……', []],
  ])('cuts “%s”', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('gives spans in order, inside the text, without overlap, and loses only white space and omission marks', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', '5', '。', '！', '”', '…', '略', ' ', '\n', '，', '）', '“'),
    });
    fc.assert(
      fc.property(text, (sample) => {
        const spans = splitSentences(sample, { start: 0, end: sample.length });
        let last = 0;
        let dropped = '';
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sample.length);
          dropped += sample.slice(last, start);
          last = end;
        }
        expect(dropped + sample.slice(last)).toMatch(/^[\s…略]*$/);
      }),
    );
  });
});

describe('trimSpan', () => {
  it('leaves out white space at both ends, full-width too', () => {
    const text = '\u3000 甲 乙\r\n';
    const { start, end } = trimSpan(text, { start: 0, end: text.length });
    expect(text.slice(start, end)).toBe('甲 乙');
  });

  it('gives an empty span for white space alone', () => {
    const { start, end } = trimSpan(' \n ', { start: 0, end: 3 });
    expect(end).toBe(start);
  });
});
