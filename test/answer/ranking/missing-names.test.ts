import { describe, expect, it } from 'vitest';
import {
  isSoft,
  lacksFormalName,
  lacksPartOfName,
  ofNamedKind,
  withoutLeadingVerb,
} from '../../../src/answer/ranking/missing-names.ts';
import { noMeanings, rankFigures, type Candidate } from '../../../src/answer/ranking/rank.ts';
import { loadWords, told } from '../support.ts';

const loaded = await loadWords(`2025年工作要点
一、重点任务
肉牛出栏12万头。每千人口执业医师数达到3.2人。失业保险参保人数达到9万人。新建水厂2座。省属国有企业利润增长6%。仓储用房建成6.5万平方米。
二、文旅
创建4A级景区2家，新增3A级景区5家。白石县新建公厕30座，全市新建公厕210座。单个项目补助最高60万元，全年安排补助资金900万元。
`);

/** The best candidate for the words, with the share of them that it must be thought to have. */
const best = (...content: readonly string[]): Candidate => rankFigures(loaded, content, null, noMeanings)[0]!;
const partly = (candidate: Candidate): Candidate => ({ ...candidate, near: 0.6 });

describe('lacksPartOfName', () => {
  it.each([['肉牛存栏'], ['每千人口药师数'], ['生育保险参保人数']])('tells %s from its sibling', (run) => {
    expect(lacksPartOfName(partly(best(run)), [run])).toBe(true);
  });

  it.each([['肉牛出栏'], ['肉牛初栏'], ['省属国企利润'], ['仓储用房面积'], ['肉牛太肥']])(
    'lets %s pass: a slip, a short form, an attribute, talk',
    (run) => {
      expect(lacksPartOfName(partly(best(run)), [run])).toBe(false);
    },
  );

  it('says nothing where words carry too little or everything', () => {
    expect(lacksPartOfName({ ...best('肉牛存栏'), near: 0.2 }, ['肉牛存栏'])).toBe(false);
    expect(lacksPartOfName({ ...best('肉牛存栏'), near: 1 }, ['肉牛存栏'])).toBe(false);
  });
});

describe('names of fields and classes', () => {
  it('takes 高校 for what stands below 高等教育, and no class of firms for another', async () => {
    const plan = await loadWords(
      '2026年工作要点\n（一）推动高等教育发展\n新建学生宿舍床位5.6万张。\n（二）企业\n产值超百亿元的企业达到118家，其中超千亿元企业9家。',
    );
    const all = rankFigures(plan, ['高校新建学生宿舍床位'], null, noMeanings);
    expect(lacksPartOfName({ ...all[0]!, near: 0.8 }, ['高校新建学生宿舍床位'])).toBe(false);
    const kinds = ofNamedKind(all, ['产值超千亿元', '企业'], plan.figures).map(({ figure }) => told(figure));
    expect(kinds).toEqual([expect.stringContaining('9家')]);
  });
});

describe('lacksFormalName', () => {
  it('takes a short formal question at its word', () => {
    expect(lacksFormalName(partly(best('新建', '水电站')), ['新建', '水电站'])).toBe(true);
    expect(lacksFormalName(partly(best('新建', '水厂')), ['新建', '水厂'])).toBe(false);
    // 「建几座水电站」: the verb in front is speech, the name is not.
    expect(lacksFormalName(partly(best('建', '水电站')), ['建', '水电站'])).toBe(true);
    expect(lacksFormalName(partly(best('建', '水厂')), ['建', '水厂'])).toBe(false);
  });

  it('tells the name from what is done to the thing and how it moves', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n培育企业60家。进出口总额达到30亿元。停车泊位达到300个。');
    const lacks = (...content: readonly string[]): boolean =>
      lacksFormalName(partly(rankFigures(plan, content, null, noMeanings)[0]!), content);
    expect(lacks('培育', '专精特新企业')).toBe(true);
    expect(lacks('培育专精特新企业')).toBe(true);
    expect(lacks('培育企业')).toBe(false);
    expect(lacks('再划', '足球场')).toBe(true);
    expect(lacks('再划', '停车泊位')).toBe(false);
    expect(lacks('足球场', '增长')).toBe(true);
    expect(lacks('进出口总额', '增长')).toBe(false);
  });

  it('says nothing of a name most of which is there', () => {
    const found = best('新建', '水电站');
    expect(lacksFormalName({ ...found, near: 0.69 }, ['新建', '水电站'])).toBe(true);
    expect(lacksFormalName({ ...found, near: 0.7 }, ['新建', '水电站'])).toBe(false);
  });

  it('leaves talk to its meaning', () => {
    expect(lacksFormalName(partly(best('收回来', '水电站')), ['收回来', '水电站'])).toBe(false);
    expect(lacksFormalName(partly(best('水电站')), ['农村', '水电站', '机组', '扩容', '改造'])).toBe(false);
  });
});

describe('ofNamedKind', () => {
  const among = (...content: readonly string[]): string[] =>
    ofNamedKind(rankFigures(loaded, content, null, noMeanings), content, loaded.figures).map(({ figure }) =>
      told(figure),
    );

  it('keeps to the grade that is named', () => {
    expect(among('3A级景区')).toEqual([expect.stringContaining('5家')]);
  });

  it('keeps to the place that is named, where the plan gives figures by place', () => {
    expect(among('白石县公厕')).toContainEqual(expect.stringContaining('30座'));
    expect(among('白石县公厕')).not.toContainEqual(expect.stringContaining('2座'));
  });

  it('keeps all where nothing of the kind is named', () => {
    expect(among('公厕')).toHaveLength(loaded.figures.length);
  });

  it('leaves out what is said to be of another place than the one named', () => {
    const rest = among('青河县公厕');
    expect(rest).toContainEqual(expect.stringContaining('210座'));
    expect(rest).not.toContainEqual(expect.stringMatching(/^[\u4e00-\u9fff]{2}县/));
  });

  it('keeps a place that is named in short beside another', () => {
    expect(among('白石', '青河县公厕')).toContainEqual(expect.stringContaining('30座'));
  });

  it.each(['白石公厕', '百石县公厕'])('knows a place in short and as it sounds: %s', (words) => {
    expect(among(words)).toContainEqual(expect.stringContaining('30座'));
  });
});

describe('ofNamedKind with bodies', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、任务\n市人民医院招聘护士90人，市中医医院招聘护士50人，二级医院招聘护士300人。全市招聘护士600人。',
  );
  const among = (run: string): string[] =>
    ofNamedKind(rankFigures(plan, [run], null, noMeanings), [run], plan.figures)
      .map(({ figure }) => figure.quantity.text)
      .toSorted();

  it('leaves out another body than the one that is named, no kind of them and not the whole', () => {
    expect(among('市中医医院招聘护士')).toEqual(['300人', '50人', '600人']);
    expect(among('市人民医院招聘护士')).toEqual(['300人', '600人', '90人']);
    expect(among('人民医院招聘护士')).toEqual(['300人', '600人', '90人']);
  });

  it.each(['招聘护士', '二级医院招聘护士', '市口腔医院招聘护士'])(
    'keeps all where no body is named, or none that the plan has: %s',
    (run) => {
      expect(among(run)).toHaveLength(4);
    },
  );
});

describe('words around a name', () => {
  it.each(['再划', '新建', '铺', '添'])('are a short verb in front of it: %s', (verb) => {
    expect(withoutLeadingVerb([verb, '停车泊位'])).toEqual(['停车泊位']);
  });

  it.each(['新增', '规划', '再次'])('are no short verb: %s', (verb) => {
    expect(withoutLeadingVerb([verb, '停车泊位'])).toEqual([verb, '停车泊位']);
  });

  it('may be soft, as long as they are whole words', () => {
    expect(['盘子', '体量', '规模'].every(isSoft)).toBe(true);
    expect(['盘子菜', '大体量', '停车'].some(isSoft)).toBe(false);
  });
});
