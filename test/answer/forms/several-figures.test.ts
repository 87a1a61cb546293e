import { describe, expect, it } from 'vitest';
import { engineOf, loadText, loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年工作要点
一、2025年回顾
营业收入达到800亿元、增长6%，利润达到50亿元、增长4%。
二、任务
营业收入达到900亿元、增长8%，利润达到60亿元、增长5%。新建学校3所，医院2家。
三、展望
到2030年，营业收入增长40%。
`);
const ask = (question: string): readonly string[] => outcome(find(sample, question));

describe('findSeveral', () => {
  it('gives the change of each level where the change of each is asked for', () => {
    expect(ask('今年营业收入、利润是多少，各增长多少')).toEqual([
      '营业收入 900亿元',
      '利润 60亿元',
      '营业收入 8%',
      '利润 5%',
    ]);
    expect(ask('今年营业收入、利润是多少')).toEqual(['营业收入 900亿元', '利润 60亿元']);
    expect(ask('今年营业收入是多少，增长多少')).toEqual(['营业收入 900亿元', '营业收入 8%']);
  });

  it('takes a word of change for no other time than that of what has changed', () => {
    expect(ask('今年营业收入达到多少，同比增长了几个点')).toEqual(['营业收入 900亿元', '营业收入 8%']);
    expect(ask('今年营业收入达到多少，到2030年增长几个点')).toEqual(['营业收入 900亿元', '营业收入 40%']);
  });
});

describe('findSeveral of one sentence', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、2025年回顾\n排查隐患402处，其中重大隐患3处，整改398处。新建公园3个。',
  );

  it.each([
    ['问题查了几处，重大隐患几处', ['排查隐患 402处', '重大隐患 3处']],
    ['问题查了几处，整改多少处', ['排查隐患 402处', '整改隐患 398处']],
    ['隐患排查几处，重大隐患几处', ['排查隐患 402处', '重大隐患 3处']],
  ])('leaves the ask that is found first with what was found for it: %s', (question, expected) => {
    expect(outcome(find(plan, question))).toEqual(expected);
  });
});

describe('findSideBySide', () => {
  it.each([
    ['学校和医院呢', ['新建学校 3所', '医院 2家']],
    ['那营业收入、利润呢', ['营业收入 900亿元', '利润 60亿元']],
    ['营业收入呢', ['营业收入 900亿元']],
  ])('gives each of the things that 呢 asks for: %s', (question, expected) => {
    expect(ask(question)).toEqual(expected);
  });

  it('takes the one that is named loosely from the sentence of all others', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n药品收入占比降到30%，耗材费用占比降到20%，三级公立医院平均住院日控制在7天以内。新建公园3个。',
    );
    const row = (last: string): readonly string[] => outcome(find(plan, `药品收入占比、耗材费用占比和${last}各是多少`));
    expect(row('平均住院天数')).toEqual(['药品收入占比 30%', '耗材费用占比 20%', '三级公立医院平均住院日 7天']);
    expect(row('公交线路')).toEqual(['refused: unknown']);
  });

  it('takes the things as they are called without how many they are', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n电子信息产值达到900亿元，高端装备产值达到600亿元。');
    const values = ['电子信息产值 900亿元', '高端装备产值 600亿元'];
    expect(outcome(find(plan, '电子信息、高端装备两条链产值各多少'))).toEqual(values);
    expect(outcome(find(plan, '电子信息、航空航天两条链产值各多少'))).not.toEqual(values);
  });
});

describe('findSeveral of rows', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、任务\n东山县高标准农田8万亩，西河县高标准农田6万亩。南岭区新建公园3个，北坡县新建公园5个。',
  );

  it('gives each row its own figures', () => {
    expect(outcome(find(plan, '东山、西河高标准农田各多少亩，南岭、北坡新建公园各多少个'))).toEqual([
      '东山县高标准农田 8万亩',
      '西河县高标准农田 6万亩',
      '南岭区新建公园 3个',
      '北坡县新建公园 5个',
    ]);
    expect(outcome(find(plan, '东山、西河高标准农田各多少亩'))).toEqual([
      '东山县高标准农田 8万亩',
      '西河县高标准农田 6万亩',
    ]);
  });
});

describe('findSeveral of a level that is told twice', () => {
  const cited = async (change: string, question: string): Promise<string[]> => {
    const plan = await loadWords(
      `2026年政府工作报告\n一、2025年回顾\n过去一年，地区生产总值达到286亿元。\n（一）经济运行\n${change}\n二、2026年目标\n新建学校3所。`,
    );
    const found = find(plan, question);
    return found.kind === 'figure' ? found.figures.map(({ passage }) => passage.text) : [];
  };

  it('cites it where its change stands', async () => {
    const both = '地区生产总值达到286亿元、增长5.6%。';
    expect(await cited(both, '去年地区生产总值多少、增长多少')).toEqual([both, both]);
  });

  it('cites it where it is told, if its change stands by itself', async () => {
    expect(await cited('地区生产总值增长5.6%。', '去年地区生产总值多少、增长多少')).toEqual([
      '过去一年，地区生产总值达到286亿元。',
      '地区生产总值增长5.6%。',
    ]);
  });
});

describe('findSeveral in the units asked for', () => {
  it('gives each ask what it is counted in, where the sentence has it', async () => {
    const engine = engineOf(
      await loadText(
        '2026年卫生健康工作要点\n一、2025年回顾\n国家育儿补贴政策落地第一年，全省38.6万名婴幼儿领到补贴，发放资金13.9亿元。\n二、任务\n新建公园3个。',
      ),
    );
    const { figures } = await engine.ask('去年国家育儿补贴发给了多少娃，一共发了多少钱？');
    expect(figures.map(({ figure }) => figure.quantity.text)).toEqual(['38.6万名', '13.9亿元']);
  });

  it('gives the growth alone of what has no level, and no visitors for a sum of money', async () => {
    const plan = await loadWords('2026年工作要点\n一、2025年回顾\n旅游接待游客420万人次，旅游收入增长8%。');
    expect(outcome(find(plan, '去年旅游收入和增幅'))).toEqual(['旅游收入 8%']);
    expect(outcome(find(plan, '旅游收入是多少、增长多少'))).not.toContain('旅游接待游客 420万人次');
  });
});
