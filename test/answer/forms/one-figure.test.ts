import { describe, expect, it } from 'vitest';
import { engineOf, loadText, loadWords, told } from '../support.ts';
import { find, outcome } from './find.ts';

describe('a task in a clause of its own', async () => {
  const engine = engineOf(
    await loadText(
      '2026年工作要点\n一、任务\n完成30个行政村生活污水治理，消除农村黑臭水体。新建公路3公里，培训教师200人次。\n二、保障\n争取资金2亿元，组织演练4场。',
    ),
  );
  const ask = async (question: string): Promise<readonly string[]> =>
    (await engine.ask(question)).figures.map(({ figure }) => told(figure));

  it.each(['今年要消除农村黑臭水体多少处', '消除农村黑臭水体多少个', '黑臭水体有几个'])(
    'has no number of the clause before: %s',
    async (question) => {
      expect(await ask(question)).toEqual([]);
    },
  );

  it('leaves the clause before its number', async () => {
    expect(await ask('今年治理多少个行政村的生活污水')).toEqual(['行政村生活污水治理 30个']);
  });

  it('has the number that stands behind it', async () => {
    const numbered = engineOf(
      await loadText('2026年工作要点\n一、任务\n完成30个行政村生活污水治理，消除农村黑臭水体12个。新建公路3公里。'),
    );
    const { figures } = await numbered.ask('消除农村黑臭水体多少个');
    expect(figures.map(({ figure }) => told(figure))).toEqual(['消除农村黑臭水体 12个']);
  });
});

describe('a refusal', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、2025年回顾\n城市绿化覆盖率达到40%，道路保洁率达到95%。新建公园3个。\n二、任务\n改造街道5条。\n三、展望\n到2030年，停车泊位达到4万个。',
  );
  const related = (question: string): readonly string[] => {
    const finding = find(plan, question);
    return finding.kind === 'refusal' ? finding.related.map(told) : [];
  };

  it('has figures beside it that the words name, none that only stand in their sentence', () => {
    expect(related('今年绿化覆盖率目标多少')).toEqual(['城市绿化覆盖率 40%']);
    expect(related('绿化覆盖的喷泉几座')).toEqual(['城市绿化覆盖率 40%']);
    expect(related('今年保洁率目标多少')).toEqual(['道路保洁率 95%']);
  });

  it.each([
    ['明年的目标呢', 'other-year'],
    ['2031年的目标是多少', 'other-year'],
    ['2030年的目标是多少', 'unknown'],
    ['今年的目标呢', 'unknown'],
  ])('names the year that nothing else is asked of: %s', (question, reason) => {
    expect(outcome(find(plan, question))).toEqual([`refused: ${reason}`]);
  });
});

it('has no bound of the kind beside the figure', async () => {
  const plan = await loadWords('2026年工作要点\n一、任务\n5亿元以上项目投资达到90亿元。新建公园3个。');
  expect(find(plan, '今年项目投资多少')).toMatchObject({ figures: [{ quantity: { text: '90亿元' } }], related: [] });
});

describe('a question after another one', () => {
  it('means of equals the one that was spoken of', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n产业工人培训8000人。小学新增学位300个，中学新增学位500个。新建公路3公里。',
    );
    expect(outcome(find(plan, '中学食堂改造升级项目建几个', '新增学位几个'))).toEqual(['中学新增学位 500个']);
    expect(outcome(find(plan, '小学食堂改造升级项目建几个', '新增学位几个'))).toEqual(['小学新增学位 300个']);
    expect(find(plan, '食堂改造升级项目建几个', '新增学位几个').kind).toBe('ambiguous');
  });

  it('goes on with the sentence that was spoken of, whatever task another one names', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、2025年回顾\n农村公路新改建380公里，养护率达到98%。\n推进公路养护提质。\n二、任务\n农村公路新改建300公里。培训司机900人。',
    );
    expect(outcome(find(plan, '去年农村公路新改建多少公里', '公路养护呢'))).toEqual(['农村公路新改建养护率 98%']);
    expect(outcome(find(plan, '去年培训司机多少人', '公路养护呢'))).toEqual(['refused: no-number']);
  });
});
