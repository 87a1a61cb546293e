import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findList', () => {
  it.each([
    [
      '第三部分第一项有哪些数',
      [
        '改造步行街 3条',
        '建设智慧商圈 2个',
        '智慧商店 20个',
        '新建便民菜市场 15个',
        '培训电商人员 5000人次',
        '建设直播基地 三个',
      ],
    ],
    ['外贸方面的指标有哪些', ['新增外贸企业 40家', '引进外资项目 18个', '通关时间 20小时', '处理投诉 30件']],
    ['主要目标有哪些', ['社区商业网点覆盖率 90%', '外贸进出口总额 8%', '社会消费品零售总额 350亿元']],
  ])('lists what stands in the part that is named: %s', (question, expected) => {
    expect(outcome(ask(question))).toEqual(expected);
  });

  it('lists results, none of several years, where only the past is named', () => {
    expect(outcome(ask('去年有哪些成绩'))).toEqual([
      '外贸进出口总额 120亿元',
      '外贸进出口总额 6.5%',
      '社区商业网点覆盖率 85%',
      '新建便民菜市场 12个',
      '培训电商人员 3000人次',
    ]);
  });

  it('keeps to the kind of quantity that is asked for', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n做强主导产业3个。装备、电子两大主导产业产值分别达到78亿元和52亿元。',
    );
    expect(outcome(find(plan, '主导产业今年产值目标分别多少')).map((line) => line.split(' ').at(-1))).toEqual([
      '78亿元',
      '52亿元',
    ]);
  });

  it('lists results of several years where these are asked for', () => {
    expect(outcome(ask('五年来的数据有哪些'))).toEqual([expect.stringContaining('260家')]);
  });

  it('keeps the order of the document', () => {
    const list = ask('商圈有哪些指标');
    const ids = list.kind === 'list' ? list.figures.map(({ id }) => id) : [];
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(ids.length).toBeGreaterThan(1);
  });

  it('refuses a topic that the plan does not have', () => {
    expect(outcome(ask('航天有哪些指标'))).toEqual(['refused: unknown']);
  });
});
