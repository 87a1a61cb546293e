import { describe, expect, it } from 'vitest';
import { withoutOwnPlace } from '../../../src/answer/question/own-place.ts';
import { readPlanText } from '../../support/read-plan.ts';

const plan = await readPlanText(
  '岚溪县2025年工作要点\n一、任务\n岚溪县人民医院新增床位80张，岚溪至洛坪公路建成通车，新建学校3所。',
);

describe('withoutOwnPlace', () => {
  it.each([
    ['岚溪县今年新建学校几所', '今年新建学校几所'],
    ['岚溪今年新建学校几所', '今年新建学校几所'],
    ['我们岚溪县的学校新建几所', '学校新建几所'],
    ['岚溪的学校新建几所', '学校新建几所'],
    ['今年岚溪县新建学校几所', '今年新建学校几所'],
  ])('takes the place of %s as said beside it', (question, rest) => {
    expect(withoutOwnPlace(question, plan)).toBe(rest);
  });

  it.each(['岚溪县人民医院新增床位多少', '岚溪至洛坪公路什么时候通车', '岚溪源头保护多少亩', '洛坪县新建学校几所'])(
    'leaves it in a longer name, and other places: %s',
    (question) => {
      expect(withoutOwnPlace(question, plan)).toBe(question);
    },
  );

  it('leaves the questions of a plan without a place alone', async () => {
    const nobodys = await readPlanText('工作要点\n一、任务\n新建学校3所。');
    expect(withoutOwnPlace('岚溪县新建学校几所', nobodys)).toBe('岚溪县新建学校几所');
  });
});
