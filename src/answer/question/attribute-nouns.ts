import type { UnitClass } from '../../figures/units.ts';

interface AttributeNoun {
  /** The noun at the end of a stretch of the question. */
  readonly pattern: RegExp;
  /** The units that such an attribute is measured in, the likeliest first. */
  readonly classes: readonly UnitClass[];
}

/** Nouns that name what is measured of a thing, so that the unit already tells them: 180万平方米 of 厂房 is its 面积. */
const attributeNouns: readonly AttributeNoun[] = [
  { pattern: /(?:投资|投资额|资金|金额|费用|经费|预算|造价)$/, classes: ['money'] },
  { pattern: /(?:标准|补贴|补助|工资|薪酬)$/, classes: ['money'] },
  { pattern: /面积$/, classes: ['area'] },
  { pattern: /(?:体积|容积|库容|容量)$/, classes: ['volume', 'energy'] },
  { pattern: /(?:长度|里程)$/, classes: ['length'] },
  { pattern: /人口$/, classes: ['people'] },
  { pattern: /人数$/, classes: ['people', 'household'] },
  { pattern: /(?:场次|次数|频次|班次|批次)$/, classes: ['count'] },
];

export interface FoundAttribute {
  /** 面积 of 厂房面积. */
  readonly noun: string;
  readonly classes: readonly UnitClass[];
}

/** The attribute that a stretch of words ends in; null where it ends in none. */
export function attributeOf(words: string): FoundAttribute | null {
  for (const { pattern, classes } of attributeNouns) {
    const noun = pattern.exec(words)?.[0];
    if (noun !== undefined) return { noun, classes };
  }
  return null;
}

/** Names of sums of money. */
export const moneyNamed = /(?:资金|金额|投资|投资额|产值|收入|支出|经费|贷款|补助|销售额|交易额|成交额)$/;

/** What is measured by its name alone: 「资助资金，今年比去年多还是少」, 「道路的里程」; null where the words name no measure. */
export const namedMeasure = (words: string): UnitClass | null =>
  moneyNamed.test(words) ? 'money' : (attributeOf(words)?.classes[0] ?? null);

/** Words for a share or an amount: they name no thing. */
export const isKindWord = (words: string): boolean =>
  /^(?:比例|比率|占比|比重|百分比|总数|个数|总量|人数|规模)$/.test(words);

/** A 率 in per cent; what a worker makes, cases of a population and times a day are called 率 too. */
const share = '(?<!生产|死亡|发病|患病|出生|汇|频|功|速)率';
export const isShare = (name: string): boolean => new RegExp(`${share}$`).test(name);
/** Words that ask for a share: 比重, 占比, 覆盖率; 率先 and 率领 are verbs. */
export const sharePattern = new RegExp(`比重(?!金属|大项|大工|点项|点工|要项)|占比|比例|比率|${share}(?!先|领)`);
