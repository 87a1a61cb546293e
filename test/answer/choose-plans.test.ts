import { describe, expect, it } from 'vitest';
import { choosePlans, seriesOf, strongestFirst, titleCores } from '../../src/answer/choose-plans.ts';
import type { LoadedPlan } from '../../src/library/plan-library.ts';
import { loadWords, sampleText } from './support.ts';

const task = '\n一、任务\n新建公园3个。';
const commerce = await loadWords(sampleText);
const earlier = await loadWords(`2024年商务工作要点${task}`);
const transport = await loadWords(`2025年交通运输工作要点${task}`);
const county = await loadWords(`岚溪县2025年政府工作报告${task}`);
const plans = [commerce, earlier, transport, county];
const names = (chosen: readonly LoadedPlan[]): (string | null)[] => chosen.map(({ plan }) => plan.title);

describe('titleCores', () => {
  it.each([
    [commerce, ['商务']],
    [transport, ['交通运输']],
    [county, ['岚溪']],
  ])('leaves the field or place of a title', ({ plan }, cores) => {
    expect(titleCores(plan)).toEqual(cores);
  });
});

describe('seriesOf', () => {
  it('is the same for the plans of one office over the years', () => {
    expect(seriesOf(commerce.plan)).toBe(seriesOf(earlier.plan));
    expect(seriesOf(commerce.plan)).not.toBe(seriesOf(transport.plan));
  });
});

describe('choosePlans', () => {
  const choose = (question: string, current = commerce) => choosePlans(question, plans, current);

  it('asks the current plan first, then the others', () => {
    const { first, further } = choose('新建公园几个');
    expect(first).toEqual([commerce]);
    expect(further).toEqual([earlier, transport, county]);
  });

  it.each([
    ['交通运输今年建几个公园', '2025年交通运输工作要点'],
    ['交通局今年建几个公园', '2025年交通运输工作要点'],
    ['岚溪今年建几个公园', '岚溪县2025年政府工作报告'],
  ])('asks only the plan that %s names', (question, title) => {
    const { first, further } = choose(question);
    expect(names(first)).toEqual([title]);
    expect(further).toEqual([]);
  });

  it('asks the current one first of a named series', () => {
    expect(choose('商务局建几个公园')).toEqual({ first: [commerce, earlier], further: [] });
  });

  it('asks the plan of the year that is named, within the current series', () => {
    const { first, further } = choose('2024年公园建几个');
    expect(first).toEqual([earlier]);
    expect(further).toEqual([commerce, transport, county]);
    expect(choose('2024年商务要点里公园建几个')).toEqual({ first: [earlier], further: [] });
  });

  it('stays with the current plan for its own year and for years of no plan', () => {
    expect(choose('2025年公园建几个').first).toEqual([commerce]);
    expect(choose('2019年公园建几个').first).toEqual([commerce]);
  });

  it('takes no common word of titles for a name', () => {
    for (const question of ['工作要点有哪些', '政府工作报告说了什么', '全县的计划', '任务是什么'])
      expect(choose(question).first, question).toEqual([commerce]);
  });

  it('knows a plan by the place below its title, unless another plan is of that place too', async () => {
    const report = await loadWords(`政府工作报告\n——2025年1月8日在柘林县第十八届人民代表大会第四次会议上${task}`);
    const first = (...stored: readonly LoadedPlan[]) => choosePlans('柘林今年建几个公园', stored, commerce).first;
    expect(first(commerce, report)).toEqual([report]);
    const schools = await loadWords(`柘林县教育局2025年工作要点${task}`);
    expect(first(commerce, report, schools)).toEqual([commerce]);
  });
});

describe('strongestFirst', () => {
  it('asks first where more of the question stands, else in the order given', () => {
    const strength = (loaded: LoadedPlan): number => (loaded === transport ? 0.5 : 0);
    expect(strongestFirst(plans, strength)).toEqual([transport, commerce, earlier, county]);
    expect(strongestFirst([county], () => 1)).toEqual([county]);
  });
});
