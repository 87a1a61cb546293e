import { describe, expect, it } from 'vitest';
import { targetsOf } from '../../src/ledger/ledger.ts';
import { matchTarget, similarity } from '../../src/ledger/match-target.ts';
import { buildPlan, waterAndAir } from './builders.ts';

const targets = targetsOf(waterAndAir());
const names = (list: readonly { figure: { indicator: string } }[]) => list.map(({ figure }) => figure.indicator);

describe('matchTarget', () => {
  it('finds a target by part of its name', () => {
    const match = matchTarget('污水管网', '公里', targets);
    expect(match.kind === 'one' && match.target.figure.indicator).toBe('新建污水管网');
  });

  it('asks back where several fit', () => {
    const loaded = buildPlan({
      sections: [
        {
          path: ['二、生态'],
          figures: [
            { indicator: '创建省级森林城镇', text: '2个', value: 2, unit: '个' },
            { indicator: '创建森林乡村', text: '20个', value: 20, unit: '个' },
          ],
        },
      ],
    });
    const match = matchTarget('创建', '个', targetsOf(loaded));
    expect(match.kind === 'ambiguous' && names(match.candidates)).toEqual(['创建森林乡村', '创建省级森林城镇']);
    expect(matchTarget('创建森林乡村', '个', targetsOf(loaded)).kind).toBe('one');
  });

  it('names the indicator when only the unit differs', () => {
    const match = matchTarget('新建污水管网', '%', targets);
    expect(match.kind === 'other-unit' && names(match.candidates)).toEqual(['新建污水管网']);
  });

  it('takes no unit for the unit of a target without one, but not where another has more of the name', () => {
    const loaded = buildPlan({
      sections: [
        {
          path: ['一、就业'],
          figures: [
            { indicator: '求人倍率', text: '1.8', value: 1.8, unit: '' },
            { indicator: '求人企业', text: '80家', value: 80, unit: '家' },
          ],
        },
      ],
    });
    const match = matchTarget('求人倍率', '', targetsOf(loaded));
    expect(match.kind === 'one' && match.target.figure.indicator).toBe('求人倍率');
    for (const name of ['求人企业', '求人']) {
      const other = matchTarget(name, '', targetsOf(loaded));
      expect(other.kind === 'other-unit' && names(other.candidates)).toEqual(['求人企业']);
    }
  });

  it('takes no results of the past year and no limits', () => {
    expect(matchTarget('PM2.5平均浓度', '微克/立方米', targets).kind).toBe('none');
    expect(matchTarget('400总吨以下船舶', '总吨', targets).kind).toBe('none');
  });

  it('offers the nearest where none fits', () => {
    const match = matchTarget('污水口', '个', targets);
    expect(match.kind === 'none' && match.nearest.length).toBeGreaterThan(0);
  });
});

describe('similarity', () => {
  it('is one for the same name in other punctuation', () => {
    expect(similarity('“无废城市”细胞', '无废城市细胞')).toBe(1);
  });

  it('thinks little of one character', () => {
    expect(similarity('水', '新建污水管网')).toBeLessThan(0.5);
  });
});
