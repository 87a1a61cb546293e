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

/** How well a figure's place fits what is said: in a plan's own figures is asked for unless another place is named. */
export function fitPlace({ indicator, clause, passage }: Figure, { document }: Plan, said: string): number {
  const named = place.exec(indicator)?.[1];
  if (
    named !== undefined &&
    !actionVerbs.has(named.slice(0, -1)) &&
    !said.includes(named.slice(0, -1)) &&
    !document.text.slice(0, front).includes(named)
  )
    return ofOthers;
  const text = passage.text.slice(Math.max(0, clause.start - passage.start), clause.end - passage.start);
  return averageOfOthers.test(text) && !/全省|全国|平均/.test(said) ? ofOthers : 1;
}
