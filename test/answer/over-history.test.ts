import { describe, expect, it } from 'vitest';
import { asksOverHistory, overFindings } from '../../src/answer/over-history.ts';
import { find } from './forms/find.ts';
import { loadWords, told } from './support.ts';

describe('asksOverHistory', () => {
  it.each([
    ['两年一共多少', 'sum'],
    ['那加起来是多少公里？', 'sum'],
    ['这两个合计多少', 'sum'],
    ['两年差多少', 'difference'],
    ['之间相差了几个百分点', 'difference'],
    ['新建绿道一共多少', null],
    ['绿道差多少', null],
    ['去年呢', null],
  ])('hears of %s what is done to the answers before', (question, operation) => {
    expect(asksOverHistory(question)).toBe(operation);
  });
});

describe('overFindings', async () => {
  const plan = await loadWords(
    '2026年政府工作报告\n一、2025年回顾\n新建绿道12公里，接待游客420万人次。\n二、2026年任务\n新建绿道30公里，改造绿道8公里。',
  );
  const [before, now, other, both] = [
    '去年新建绿道多少公里',
    '今年新建绿道多少公里',
    '去年接待游客多少',
    '今年新建绿道多少公里，改造绿道多少公里',
  ].map((question) => find(plan, question));
  const values = (operation: 'sum' | 'difference', earlier: Parameters<typeof overFindings>[1]): string[] | null => {
    const found = overFindings(operation, earlier, []);
    return found && 'figures' in found ? [found.kind, ...found.figures.map(told)] : null;
  };

  it('adds up, or sets side by side, the last two figures', () => {
    const figures = ['新建绿道 12公里', '新建绿道 30公里'];
    expect(values('sum', [other!, before!, now!])).toEqual(['list', ...figures]);
    expect(values('difference', [before!, now!])).toEqual(['compare', ...figures]);
    expect(overFindings('sum', [before!, now!], [])).toMatchObject({ sum: true, total: 2 });
  });

  it('takes several of the last question before those of others', () => {
    expect(values('sum', [before!, both!])).toEqual(['list', '新建绿道 30公里', '改造绿道 8公里']);
  });

  it('is nothing of one figure, of two units, or of none', () => {
    for (const earlier of [[now!], [now!, now!], [other!, now!], [find(plan, '航天发射几次'), now!], []])
      expect(overFindings('sum', earlier, [])).toBeNull();
  });

  it('adds up no shares, and takes no other thing for the one that 去年呢 goes on with', async () => {
    const rates = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n入园率达到92%。\n二、2026年任务\n入园率达到95%，巩固率达到99%。',
    );
    const [was, is, other] = ['去年入园率多少', '今年入园率多少', '今年巩固率多少'].map((question) =>
      find(rates, question),
    );
    expect(overFindings('sum', [was!, is!], [])).toBeNull();
    expect(overFindings('difference', [was!, is!], ['那去年呢'])).toMatchObject({ kind: 'compare', by: 'period' });
    expect(overFindings('difference', [was!, other!], ['那去年呢'])).toBeNull();
    expect(overFindings('difference', [is!, other!], ['巩固率多少'])).toMatchObject({ by: 'indicator' });
  });
});
