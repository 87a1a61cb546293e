import { describe, expect, it } from 'vitest';
import { readAsks } from '../../../src/answer/question/read-asks.ts';
import {
  askedNoun,
  asksDone,
  asksLeft,
  fitAskedNoun,
  fitCounted,
  fitLeft,
  fitStock,
  fitUnit,
  particularMismatch,
} from '../../../src/answer/ranking/unit-fit.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText, told } from '../support.ts';

const [sample] = (await loadWords(sampleText)).figures;
const fit = (question: string, unit: string): number => {
  const figure: Figure = { ...sample!, quantity: { ...sample!.quantity, unit } };
  return fitUnit(figure, readAsks(question)[0] ?? null);
};

describe('fitUnit', () => {
  it('is 1 for the unit that is asked for, and where none is', () => {
    expect(fit('建几座', '座')).toBe(1);
    expect(fit('目标是多少', '座')).toBe(1);
  });

  it('lets measure words of one kind of thing stand for each other, not those of another', () => {
    expect(fit('建几家', '所')).toBeGreaterThan(particularMismatch);
    expect(fit('床位几张', '家')).toBeLessThan(particularMismatch);
    expect(fit('开行几趟', '列')).toBeGreaterThan(particularMismatch);
    expect(fit('建几家', '个')).toBe(particularMismatch);
    expect(fit('检几台', '台件')).toBeGreaterThan(particularMismatch);
  });

  it('takes no ratio for a count', () => {
    const ratio: Figure = { ...sample!, quantity: { ...sample!.quantity, unit: '', text: '1:0.6' } };
    expect(fitUnit(ratio, readAsks('多少名护士')[0]!)).toBeLessThan(0.5);
    expect(fitUnit(ratio, readAsks('床护比是多少')[0] ?? null)).toBeGreaterThan(0.5);
  });

  it('takes no count of things for a count of times', () => {
    expect(fit('检验互认的项次', '项')).toBe(0.5);
    expect(fit('检验互认的项次', '项次')).toBe(1);
    expect(fit('检验互认项目几项', '项')).toBe(1);
    expect(fit('机场起降的架次', '班次')).toBeGreaterThan(0.5);
  });

  it('keeps kinds of units apart', () => {
    expect(fit('多少公里', '亩')).toBeLessThan(0.5);
    expect(fit('多少人', '户')).toBeLessThan(0.6);
  });

  it('takes no sum for all for what one of them pays', () => {
    const sum = (value: number): Figure => ({ ...sample!, quantity: { ...sample!.quantity, unit: '元', value } });
    const ask = (question: string) => readAsks(question)[0]!;
    for (const question of ['每人交多少钱', '每个老人补多少元', '人均补助多少元']) {
      expect(fitUnit(sum(3_100_000_000), ask(question)), question).toBe(0.3);
      expect(fitUnit(sum(400), ask(question)), question).toBeGreaterThan(0.9);
    }
    expect(fitUnit(sum(3_100_000_000), ask('一共交多少钱'))).toBeGreaterThan(0.9);
  });

  it('takes no number per thousand for a total', () => {
    const nurses = (indicator: string): Figure => ({
      ...sample!,
      indicator,
      quantity: { ...sample!.quantity, unit: '人' },
    });
    const fits = (question: string): number[] =>
      ['每千人口注册护士', '注册护士'].map((indicator) => fitUnit(nurses(indicator), readAsks(question)[0]!));
    const [perThousand, all] = fits('总共有多少名护士');
    expect(perThousand).toBe(0.3);
    expect(all).toBeGreaterThan(0.9);
    for (const question of ['每千人口总共有多少名护士', '有多少名护士'])
      expect(new Set(fits(question)).size, question).toBe(1);
  });

  it('lets a percentage tell how a number has changed, not where it stands or comes to', () => {
    const percent = (aspect: Figure['aspect'], question: string): number =>
      fitUnit({ ...sample!, aspect, quantity: { ...sample!.quantity, unit: '%' } }, readAsks(question)[0]!);
    expect(percent('change', '事故起数，去年少了多少')).toBe(0.85);
    expect(percent('level', '事故起数，去年少了多少')).toBe(0.3);
    expect(percent('change', '事故起数，去年少了多少起')).toBe(0.3);
    expect(percent('change', '事故起数，去年跌到多少')).toBe(0.3);
    expect(percent('change', '事故起数，去年跌到了多少')).toBe(0.3);
  });

  it('takes no fraction for a sum of money', () => {
    const third: Figure = {
      ...sample!,
      quantity: { ...sample!.quantity, unit: '', text: '三分之一', value: null, range: null },
    };
    expect(fitUnit(third, readAsks('投多少钱')[0]!)).toBe(0.3);
    expect(fitUnit(third, readAsks('占多少')[0]!)).toBe(1);
    const range: Figure = { ...third, quantity: { ...third.quantity, unit: '元', range: [100, 200] } };
    expect(fitUnit(range, readAsks('投多少钱')[0]!)).toBeGreaterThan(0.9);
  });
});

describe('fitCounted', () => {
  it('puts a number behind that counts another noun than the one named', async () => {
    const { figures } = await loadWords('2026年工作要点\n一、任务\n在43个行政村安装太阳能路灯3800盏。');
    const fits = (said: string) => figures.map((figure, index) => fitCounted(figure, figures[index + 1], said));
    expect(fits('太阳能路灯数量')).toEqual([expect.closeTo(0.92), 1]);
    expect(fits('安装太阳能路灯的行政村')).toEqual([1, 1]);
  });
});

describe('fitStock', () => {
  it('takes what was added over years for what there is, what one year adds for less', () => {
    const added = (cumulative: boolean): Figure => ({ ...sample!, indicator: '新增规上企业', cumulative });
    const ask = readAsks('累计达到多少家')[0]!;
    expect([fitStock(added(true), ask), fitStock(added(false), ask)]).toEqual([1, 0.5]);
    expect(fitStock(added(false), readAsks('新增多少家')[0]!)).toBe(1);
  });
});

describe('fitLeft', async () => {
  const { figures } = await loadWords(
    '2026年工作要点\n一、2025年回顾\n打通断头路12条，仍有17处待打通，尚有3处未开工。',
  );
  const fits = (question: string): number[] =>
    figures.map((figure) => fitLeft(figure, asksDone(question), asksLeft(question)));

  it.each(['断头路还有几处', '断头路还剩几处没打通'])('puts what is left to do first for %s', (question) => {
    const [opened = 0, ...left] = fits(question);
    expect(Math.min(...left)).toBeGreaterThan(opened);
  });

  it('puts behind what is left to do where it is asked what was done', () => {
    expect(fits('去年打通了几处断头路')).toEqual([1, 0.5, 0.5]);
  });

  it.each(['断头路要打通几处', '断头路'])('puts nothing behind for %s', (question) => {
    expect(fits(question)).toEqual([1, 1, 1]);
  });
});

describe('fitAskedNoun', async () => {
  const { figures } = await loadWords('2026年工作要点\n一、任务\n新增幼儿园6所、公办学位1800个。');
  const behind = (question: string): string[] =>
    figures.filter((figure) => fitAskedNoun(figure, askedNoun(readAsks(question)[0] ?? null), false) < 1).map(told);

  it.each([
    ['新增多少公办学位', ['新增幼儿园 6所']],
    ['新增多少个公办学位', ['新增幼儿园 6所']],
    ['新增几所幼儿园', ['公办学位 1800个']],
    ['公办学位新增多少', []],
    ['公办学位', []],
  ])('puts behind what has nothing of the noun right behind the ask: %s', (question, expected) => {
    expect(behind(question)).toEqual(expected);
  });
});
