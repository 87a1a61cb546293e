import { describe, expect, it } from 'vitest';
import { readAsks } from '../../../src/answer/question/read-asks.ts';
import { fitCounted, fitUnit, particularMismatch } from '../../../src/answer/ranking/unit-fit.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText } from '../support.ts';

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
    expect(fit('建几家', '所')).toBe(particularMismatch);
    expect(fit('床位几张', '家')).toBeLessThan(particularMismatch);
    expect(fit('开行几趟', '列')).toBe(particularMismatch);
    expect(fit('检几台', '台件')).toBeGreaterThan(particularMismatch);
  });

  it('takes no ratio for a count', () => {
    const ratio: Figure = { ...sample!, quantity: { ...sample!.quantity, unit: '', text: '1:0.6' } };
    expect(fitUnit(ratio, readAsks('多少名护士')[0]!)).toBeLessThan(0.5);
    expect(fitUnit(ratio, readAsks('床护比是多少')[0] ?? null)).toBeGreaterThan(0.5);
  });

  it('keeps kinds of units apart', () => {
    expect(fit('多少公里', '亩')).toBeLessThan(0.5);
    expect(fit('多少人', '户')).toBeLessThan(0.6);
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
