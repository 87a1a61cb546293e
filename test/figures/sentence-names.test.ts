import { describe, expect, it } from 'vitest';
import { figuresOf } from '../support/read-plan.ts';

const read = async (text: string): Promise<string[]> =>
  (await figuresOf(text)).map(({ indicator, quantity: { text: number, qualifier } }) =>
    [indicator, number, ...(qualifier === null ? [] : [qualifier])].join(' '),
  );

describe('what a clause leaves unsaid', () => {
  it.each([
    [
      '救护车到场时间，城区不超过8分钟，农村不超过15分钟。',
      ['城区救护车到场时间 8分钟 不超过', '农村救护车到场时间 15分钟 不超过'],
    ],
    ['城区救护车到场时间8分钟，农村15分钟。', ['城区救护车到场时间 8分钟', '农村救护车到场时间 15分钟']],
    ['新建公厕9座，农村3座。', ['新建公厕 9座', '农村 3座']],
    ['东山县入网率89.3%，我们只有86.4%。', ['东山县入网率 89.3%', '入网率 86.4% 只有']],
    ['入网率89.3%，我们上年86.4%。', ['入网率 89.3%', '入网率 86.4%']],
    ['市人民医院病历评级上5级，市中医医院上4级。', ['市人民医院病历评级 5级', '市中医医院病历评级 4级']],
    ['市人民医院招聘护士90人，市中医医院门诊30人。', ['市人民医院招聘护士 90人', '市中医医院门诊 30人']],
    [
      '下派医师160人，其中市人民医院110人、市中医医院50人。',
      ['下派医师 160人', '市人民医院下派医师 110人', '市中医医院下派医师 50人'],
    ],
    ['下派医师160人，其中骨干医师110人。', ['下派医师 160人', '骨干医师 110人']],
    ['安排资金2亿元，其中给城南学校8000万元。', ['资金 2亿元', '城南学校资金 8000万元']],
    ['安排资金2亿元，其中省级资金8000万元。', ['资金 2亿元', '省级资金 8000万元']],
  ])('tells of an area, of ourselves and of a body what was told before: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['东山镇规范率91%，西河镇是多少？83%。', ['东山镇规范率 91%', '西河镇规范率 83%']],
    ['今年下派医师120人、招聘护士60人，去年派了多少？96人。', ['下派医师 120人', '招聘护士 60人', '下派医师 96人']],
    ['东山镇规范率91%，西河镇是多少？抽查合格率83%。', ['东山镇规范率 91%', '抽查合格率 83%']],
  ])('takes a number behind a question of the speaker for its answer: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['特种钢产值达到60亿元、化学纤维40亿元。', ['特种钢产值 60亿元 达到', '化学纤维产值 40亿元']],
    ['特种钢产值达到60亿元、税收5亿元。', ['特种钢产值 60亿元 达到', '税收 5亿元']],
    ['特种钢产值达到60亿元，化学纤维40亿元。', ['特种钢产值 60亿元 达到', '化学纤维 40亿元']],
    ['特种钢产值达到60亿元、新建厂房40亿元。', ['特种钢产值 60亿元 达到', '新建厂房 40亿元']],
    ['总产值达到60亿元、税收5亿元。', ['总产值 60亿元 达到', '税收 5亿元']],
    ['化学纤维产值60亿元、出口8亿元。', ['化学纤维产值 60亿元', '出口 8亿元']],
  ])('shares the measure with a thing beside it, not with a measure or a task: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each([
    ['夜间门诊去年开了12个，今年开到20个。', ['夜间门诊 12个', '夜间门诊 20个']],
    ['示范厨房去年建了18个，今年建30个。', ['示范厨房 18个', '示范厨房 30个']],
    ['义诊去年做了6场，今年做8场。', ['义诊 6场', '义诊 8场']],
    ['夜间门诊去年开了12个，今年招3个。', ['夜间门诊 12个', '招 3个']],
  ])('goes on with the thing where the verb comes again: %s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it('names a mean time by the clause before it, and what had been set by what it was set for', async () => {
    expect(await read('救护车出诊900次，平均时间9分钟。')).toEqual(['救护车出诊 900次', '救护车出诊平均时间 9分钟']);
    expect(await read('救护车出诊900次，到场平均时间9分钟。')).toEqual(['救护车出诊 900次', '到场平均时间 9分钟']);
    expect(await read('绿化率82%，年初大家在这里定的目标是86%。')).toEqual([
      '绿化率 82%',
      '绿化率年初大家在这里定的目标 86%',
    ]);
  });
});
