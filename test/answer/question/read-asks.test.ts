import { describe, expect, it } from 'vitest';
import { readAsks } from '../../../src/answer/question/read-asks.ts';

describe('readAsks', () => {
  it.each([
    ['新建多少公里', '公里', 'length'],
    ['改造几座', '座', 'count'],
    ['新增多少个', '个', 'count'],
    ['多少万亩', '亩', 'area'],
    ['降了多少个百分点', '%', 'percent'],
    ['占百分之几', '%', 'percent'],
    ['投资多少钱', null, 'money'],
    ['一共有多少亿', null, 'money'],
    ['要多久', null, 'time'],
    ['面积多大', null, 'area'],
    ['步行街多长', null, 'length'],
    ['集中收集率达到多少', null, 'percent'],
    ['几个10亿元以上的项目', '个', 'count'],
    ['设了多少个点', '个', 'count'],
    ['运动时间最少得多长', null, 'time'],
    ['每月多几十块', null, 'money'],
    ['补贴给多少孩子发了', null, 'people'],
    ['每户给多少', null, 'money'],
    ['单个项目最高能支持多少', null, 'money'],
    ['涨了几个点', '%', 'percent'],
    ['两个签约率差几个点', '%', 'percent'],
    ['要压减几成', '%', 'percent'],
    ['占多大比重', null, 'percent'],
    ['制造业比重多大', null, 'percent'],
    ['份额多大', null, 'percent'],
    ['菜市场多大', null, 'area'],
    ['留多大的份额', null, 'percent'],
    ['单个项目最高补多少', null, 'money'],
    ['平均多大年纪', '岁', 'age'],
    ['平均年龄现在多大了', '岁', 'age'],
    ['平均年龄已经都多大了', '岁', 'age'],
    ['公园现在多大了', null, 'area'],
    ['长几个点', '%', 'percent'],
    ['收入增长多少个点', '%', 'percent'],
    ['惠及多少孩子', null, 'people'],
    ['惠及多少婴幼儿', null, 'people'],
    ['发给了多少残疾人补贴', null, 'people'],
    ['发给多少娃', null, 'people'],
    ['多少宝宝领了补贴', null, 'people'],
    ['多少娃娃参加', null, 'people'],
    ['给多少残疾人发了补贴', null, 'people'],
    ['多少大学生参加', null, 'people'],
    ['惠及多少婴幼儿床位', null, null],
    ['常住人口有多少', null, 'people'],
    ['参保人数达到多少', null, 'people'],
    ['人口增长率多少', null, 'percent'],
  ])('reads the unit of %s', (question, unit, unitClass) => {
    expect(readAsks(question)).toMatchObject([{ unit, unitClass, number: true }]);
  });

  it.each([
    ['每项最高支持多少钱', 'upper'],
    ['要控制在多少以内', 'upper'],
    ['至少建多少个', 'lower'],
    ['建多少个', null],
  ])('reads the bound of %s', (question, bound) => {
    expect(readAsks(question)).toMatchObject([{ bound }]);
  });

  it.each(['目标是几', '一共多少', '外贸进出口总额多少', '产业做到多大规模', '参赛规模有多大', '全员劳动生产率是多少'])(
    'knows no unit of %s',
    (question) => {
      expect(readAsks(question)).toMatchObject([{ unit: null, unitClass: null }]);
    },
  );

  it('takes a topic and its 多少 in two parts for one ask', () => {
    expect(readAsks('校园绿化率，今年要提高到多少')).toMatchObject([
      { unitClass: 'percent', content: ['校园绿化率', '提高'] },
    ]);
    expect(readAsks('校园绿化率多少，体育馆几座')).toHaveLength(2);
    expect(readAsks('外贸进出口总额增长，目标是多少')).toMatchObject([{ aspect: 'change' }]);
  });

  it('takes a verb that compares with earlier years for no thing of its own', () => {
    expect(readAsks('校园绿化率，要比往年多多少')).toMatchObject([{ unitClass: 'percent' }]);
    expect(readAsks('校园绿化率，体育馆要比往年多几座')).toHaveLength(2);
  });

  it('takes a number of times for the unit that is asked for', () => {
    expect(readAsks('检验互认的项次')).toMatchObject([{ unit: '项次', unitClass: 'count', implied: false }]);
    expect(readAsks('机场起降的架次，今年')).toMatchObject([{ unit: '架次' }]);
    expect(readAsks('公交的车次表')).toEqual([]);
  });

  it('takes money for asked where the words end in it', () => {
    expect(readAsks('救灾资金')).toMatchObject([{ unitClass: 'money', implied: true, number: false }]);
  });

  it('counts nothing in 这几块', () => {
    expect(readAsks('吃喝出差这几块的开支降百分之几')).toMatchObject([{ unit: '%' }]);
  });

  it('takes money only as likely where just 贷款 says so', () => {
    expect(readAsks('贷款放了多少')).toMatchObject([{ unitClass: 'money', implied: true }]);
    expect(readAsks('贷款放了多少亿元')).toMatchObject([{ unitClass: 'money', implied: false }]);
  });

  it.each(['商圈怎么建', '建设情况如何', '外贸进出口总额', '重点任务'])('asks for no number in %s', (question) => {
    expect(readAsks(question)).toEqual([]);
  });

  it.each([
    ['改了几个，多少户受益', ['改了', '受益'], ['count', 'household']],
    ['查了多少户、立了多少件', ['查', '立'], ['household', 'count']],
    ['增加值和增速是多少', ['增加值', '增速'], [null, null]],
    ['去年增加值和增速', ['增加值', '增速'], [null, null]],
    ['增加值以及增幅情况？', ['增加值', '增幅'], [null, null]],
  ])('tells the two asks of %s apart', (question, content, classes) => {
    const asks = readAsks(question);
    expect(asks.map((ask) => ask.content.join(''))).toEqual(content);
    expect(asks.map(({ unitClass }) => unitClass)).toEqual(classes);
  });

  it.each([
    ['增长多少', 'change'],
    ['降幅是多少', 'change'],
    ['办理时间比以前快多少', 'change'],
    ['收入比往年多多少', 'change'],
    ['比例高多少', null],
    ['总量是多少元', 'level'],
    ['新建多少公里', null],
  ])('reads whether %s means a level or a change', (question, aspect) => {
    expect(readAsks(question)).toMatchObject([{ aspect }]);
  });

  it('knows what there is from what is added', () => {
    expect(readAsks('一共有多少家')).toMatchObject([{ stock: true }]);
    expect(readAsks('新增多少家')).toMatchObject([{ stock: false }]);
    expect(readAsks('累计达到多少家')).toMatchObject([{ stock: true }]);
    expect(readAsks('累计新增多少家')).toMatchObject([{ stock: false }]);
  });
});
