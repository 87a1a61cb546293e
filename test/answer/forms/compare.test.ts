import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findCompare', () => {
  it.each([
    ['商圈和商店哪个多', ['建设智慧商圈 2个', '智慧商店 20个']],
    ['便民菜市场今年目标比去年高吗', ['新建便民菜市场 12个', '新建便民菜市场 15个']],
    ['网点覆盖率今年比去年高多少', ['社区商业网点覆盖率 85%', '社区商业网点覆盖率 90%']],
    ['今年和去年的外贸进出口总额增长相比', ['外贸进出口总额 6.5%', '外贸进出口总额 8%']],
  ])('sets side by side: %s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it.each(['步行街今年比去年多吗', '商圈和航天哪个多'])('refuses where one side is missing: %s', (question) => {
    expect(outcome(ask(question))).toEqual(['refused: no-comparison']);
  });

  it('takes just the years that are named', async () => {
    const plan = await loadWords(
      '2026年政府工作报告\n一、2025年回顾\n2025年全市绿化覆盖率达到41%。\n二、2026年目标\n绿化覆盖率达到42%。\n三、展望\n到2030年绿化覆盖率达到45%。',
    );
    expect(outcome(find(plan, '绿化覆盖率2025年和2030年各是多少'))).toEqual([
      expect.stringContaining('41%'),
      expect.stringContaining('45%'),
    ]);
  });

  it('gives both ends of a change', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n互认项目由216项扩展到300项，数控化率由66%提高到70%。');
    expect(outcome(find(plan, '互认项目从多少扩展到多少'))).toEqual(['互认项目 216项', '互认项目 300项']);
    expect(outcome(find(plan, '数控化率原来是多少，要提高到什么水平'))).toEqual(['数控化率 66%', '数控化率 70%']);
  });

  it('refuses what the plan does not have', () => {
    expect(ask('航天发射今年比去年多吗').kind).toBe('refusal');
  });
});
