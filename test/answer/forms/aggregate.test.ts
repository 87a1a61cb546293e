import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findAggregate', () => {
  it('adds up the things that are named', () => {
    expect(ask('建设商圈和商店一共多少个')).toMatchObject({ kind: 'list', sum: true });
    expect(outcome(ask('建设商圈和商店一共多少个'))).toEqual(['建设智慧商圈 2个', '智慧商店 20个']);
  });

  it('never gives one of the things named for the sum of them', () => {
    expect(outcome(ask('检查和演练一共多少'))).toEqual(['refused: no-comparison']);
  });

  it('counts no part twice', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n引进和招聘教师150名，其中紧缺学科教师65名。');
    expect(outcome(find(plan, '今年一共引进招聘多少名教师'))).toEqual(['引进和招聘教师 150名']);
  });

  it('takes what the plan names with two words for one thing', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n争取中央和省级资金6.7亿元。新建公路3公里。');
    expect(outcome(find(plan, '争取中央和省级资金一共多少'))).toEqual([expect.stringContaining('6.7亿元')]);
  });

  it('takes one number for both of the things named for their sum', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n高速服务区和客运枢纽新建充电桩210个。雨量站新建20处，水位站新建30处。',
    );
    expect(outcome(find(plan, '高速服务区和客运枢纽一共新建多少充电桩'))).toEqual([expect.stringMatching(/210个$/)]);
    expect(outcome(find(plan, '雨量站和水位站一共新建多少处'))).toEqual(['雨量站新建 20处', '水位站新建 30处']);
  });

  it('is one figure where only one fits', () => {
    expect(outcome(ask('今年一共新建便民菜市场多少个'))).toEqual(['新建便民菜市场 15个']);
  });

  it('adds up nothing where one indicator is named in full', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n实施亿元以上技改项目90个，其中10亿元以上项目12个，竣工项目40个。',
    );
    expect(outcome(find(plan, '亿元以上技改项目一共实施多少个'))).toEqual([expect.stringContaining('90个')]);
  });

  it('ranks figures of one kind', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n先进材料产业产值达到300亿元，智能装备产业产值达到500亿元，绿色食品产业产值达到200亿元。',
    );
    expect(find(plan, '哪个产业产值最高')).toMatchObject({ kind: 'ranking', order: 'highest' });
    expect(find(plan, '哪个产业产值最低')).toMatchObject({ kind: 'ranking', order: 'lowest' });
    expect(outcome(find(plan, '三个产业产值一共多少'))).toHaveLength(3);
  });

  it('adds up all members, or none', async () => {
    const names = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄'.split('');
    const plan = (count: number) =>
      loadWords(
        `2025年工作要点\n一、任务\n${names
          .slice(0, count)
          .map((name, index) => `${name}类产业产值达到${String(100 + index)}亿元`)
          .join('，')}。`,
      );
    expect(outcome(find(await plan(12), '各产业产值一共多少'))).toHaveLength(12);
    expect(outcome(find(await plan(26), '各产业产值一共多少'))).toEqual(['refused: no-comparison']);
  });

  it.each([
    ['主导产业产值达到1050亿元', '三个产业产值一共多少', 3],
    ['主导产业产值达到1050亿元', '四个产业产值一共多少', 4],
    ['其他产业产值达到400亿元', '三个产业产值一共多少', 4],
  ])('counts no whole beside its parts: %s, %s', async (whole, question, count) => {
    const plan = await loadWords(
      `2026年工作要点\n一、任务\n先进材料产业产值达到300亿元，智能装备产业产值达到500亿元，绿色食品产业产值达到200亿元。${whole}。`,
    );
    expect(find(plan, question)).toMatchObject({ kind: 'list', sum: true, total: count });
  });

  it('has what comes nearest beside the refusal of a sum', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n东山公园改造9处，南岭广场改造3处。培训教师90人。');
    expect(find(plan, '公园喷泉、广场喷泉一共改造多少处')).toMatchObject({
      reason: 'no-comparison',
      related: [{ quantity: { text: '9处' } }, { quantity: { text: '3处' } }],
    });
  });
});
