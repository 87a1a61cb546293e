import { describe, expect, it } from 'vitest';
import { searchFigures } from '../../src/answer/search-figures.ts';
import { loadWords, sampleText, told } from './support.ts';

const loaded = await loadWords(sampleText);
const search = (typed: string): string[] => searchFigures(loaded, typed).map(({ figure }) => told(figure));

describe('searchFigures', () => {
  it.each([
    ['步行', '改造步行街 3条'],
    ['步行街', '改造步行街 3条'],
    ['商圈几个', '建设智慧商圈 2个'],
    ['消除隐患', '消除隐患率 100%'],
  ])('finds what is typed so far: %s', (typed, first) => {
    expect(search(typed)[0]).toBe(first);
  });

  it('shows both periods of an indicator', () => {
    expect(search('便民菜市场').slice(0, 2).toSorted()).toEqual(['新建便民菜市场 12个', '新建便民菜市场 15个']);
  });

  it.each(['', ' ', '？', '多少', '今年', '航天飞机'])('finds nothing for %j', (typed) => {
    expect(search(typed)).toEqual([]);
  });

  it('finds what is typed in everyday words', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n规上工业企业亏损面控制在15%以内。');
    expect(searchFigures(plan, '赔钱').map(({ figure }) => told(figure))).toEqual(['规上工业企业亏损面 15%']);
  });

  it('offers no limit as a target', async () => {
    const plan = await loadWords('2025年工作要点\n一、任务\n整治400总吨以下船舶30艘。');
    expect(searchFigures(plan, '船舶').map(({ figure }) => figure.role)).toEqual(['figure']);
  });
});
