import { actionVerbs } from '../../figures/action-verbs.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Plan } from '../../plan/plan.ts';

/** 青岚市, 云岭县 at the front of a name; not 全市, 城市 or 各县. */
const place =
  /^((?!全|各|每|我|本|农|城|超|特|大|地级|建制|街|示范|重点|试点)[\u4e00-\u9fff]{2,4}?(?:市|县|省))(?![场民政直级域区属内外长委人府教卫财发科公司交水农文审国生应住商])/;
/** 「全省规上工业增加值平均增长8.1%」 in a plan of a city. */
const averageOfOthers = /(?:全省|全国)[^,，;；。]*平均|平均水平/;
const ofOthers = 0.8;
/** Where a document says whose it is: title, office and salutation. */
const front = 200;

/** Whose a figure is; made once a plan. */
export interface FigurePlace {
  /** 青岚 of 青岚市, where it is not the plan's own. */
  readonly other: string | null;
  /** The mean of a province or the country. */
  readonly average: boolean;
}

export function placeOf({ indicator, clause, passage }: Figure, { document }: Plan): FigurePlace {
  const named = place.exec(indicator)?.[1] ?? '';
  const name = named.slice(0, -1);
  const isOther = name !== '' && !actionVerbs.has(name) && !document.text.slice(0, front).includes(named);
  const text = passage.text.slice(Math.max(0, clause.start - passage.start), clause.end - passage.start);
  return { other: isOther ? name : null, average: averageOfOthers.test(text) };
}

/** How well a figure's place fits what is said: the plan's own figures are asked for unless another place is named. */
export const fitPlace = ({ other, average }: FigurePlace, said: string): number =>
  (other !== null && !said.includes(other)) || (average && !/全省|全国|平均/.test(said)) ? ofOthers : 1;
