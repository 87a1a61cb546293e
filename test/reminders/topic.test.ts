import { describe, expect, it } from 'vitest';
import { resolveTopic } from '../../src/reminders/topic.ts';
import { waterAndAir } from '../ledger/builders.ts';

const loaded = waterAndAir();
const indicators = (topic: string) => {
  const { figureIds } = resolveTopic(loaded, topic);
  return loaded.figures.filter(({ id }) => figureIds.has(id)).map(({ indicator }) => indicator);
};
const water = ['新建污水管网', '污水处理厂提标改造', '城市生活污水集中收集率'];
const air = ['淘汰国三及以下柴油货车', '新增新能源公交车比例'];

describe('resolveTopic', () => {
  it.each([
    ['水环境', water],
    ['空气质量', air],
    ['水环境、空气质量', [...air, ...water]],
    ['二(二)', water],
    ['二、(二)', water],
    ['攻坚战', [...air, ...water]],
    ['全部', [...air, ...water]],
    ['污水管网', ['新建污水管网']],
    ['污水处理厂提标改造', ['污水处理厂提标改造']],
  ])('finds %s', (topic, expected) => {
    expect(indicators(topic)).toEqual(expected);
  });

  it('takes no results and limits, and says which words it does not know', () => {
    expect(indicators('回顾')).toEqual([]);
    expect(resolveTopic(loaded, '水环境、天文').unknown).toEqual(['天文']);
    expect(resolveTopic(loaded, 'PM2.5平均浓度').figureIds.size).toBe(0);
  });
});
