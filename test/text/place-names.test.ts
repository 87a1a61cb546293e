import { describe, expect, it } from 'vitest';
import {
  countyNamedFirst,
  isPlace,
  isPlaceAndYear,
  placeAndTopic,
  possiblePlaces,
  townNamedFirst,
} from '../../src/text/place-names.ts';

describe('place names', () => {
  it.each([
    ['青岚市规上工业总产值', '青岚'],
    ['云岭县新建学校', '云岭'],
    ['全市规上工业总产值', null],
    ['城市污水处理率', null],
    ['重点县补助资金', null],
    ['新建改造城市雨水管网', null],
    ['治理城市内涝', null],
    ['岚城市污水处理率', '岚城'],
    ['农产品市场', null],
  ])('%s begins with the county %s', (name, county) => {
    expect(countyNamedFirst(name)).toBe(county);
  });

  it.each([
    ['柳荫镇低保户', '柳荫'],
    ['青阳县招商引资', '青阳'],
    ['哪几个镇', null],
    ['农村乡镇卫生院', null],
    ['中心镇建设', null],
  ])('%s begins with the town %s', (words, town) => {
    expect(townNamedFirst(words)).toBe(town);
  });

  it.each([
    ['青岚市去年', true],
    ['云岭县', true],
    ['全市', false],
    ['东部三县', false],
    ['青岚市规上', false],
  ])('%s is a place, perhaps with a year, and no more: %s', (front, is) => {
    expect(isPlaceAndYear(front)).toBe(is);
  });

  it.each([
    ['汀东区工业投资', ['汀东区', '工业投资']],
    ['东山县高标准农田', ['东山县', '高标准农田']],
    ['柳荫镇低保户数', ['柳荫镇', '低保户数']],
    ['临江综保区进出口额', ['临江综保区', '进出口额']],
    ['汀东区', null],
    ['东山县级财政', null],
    ['老旧小区改造', null],
    ['示范社区建设', null],
    ['城东片区建设', null],
    ['全市工业投资', null],
    ['地区生产总值', null],
    ['岚山地区生产总值', ['岚山地区', '生产总值']],
    ['新建改造城市雨水管网', null],
    ['优化城市公园布局', null],
    ['岚城市污水管网', ['岚城市', '污水管网']],
  ])('parts the place from what is told of it: %s', (name, parts) => {
    expect(placeAndTopic(name)).toEqual(parts);
  });

  it('knows the rows of a table of places', () => {
    expect(['望江区', '临溪县', '城关街道'].every(isPlace)).toBe(true);
    expect(['工业小区', '景区', '新建学校'].some(isPlace)).toBe(false);
  });

  it('gives all that may be a place, to be looked up', () => {
    expect(possiblePlaces('下达青阳县的任务')).toContain('青阳县');
    expect(possiblePlaces('县级医院和市场')).toEqual([]);
  });
});
