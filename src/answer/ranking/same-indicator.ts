import type { Figure } from '../../figures/figure.ts';
import { headNoun } from '../../figures/indicator.ts';
import { unitClassOf } from '../../figures/units.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { isPlaceAndYear } from '../../text/place-names.ts';

/** Two figures of one indicator: the same words but for verbs and decoration, and the same kind of unit. */
export function sameIndicator(a: Figure, b: Figure): boolean {
  if (!comparableUnits(a, b)) return false;
  const [first, second] = [canonical(a.indicator), canonical(b.indicator)];
  // 甲、乙、丙三大产业营业收入 is that of the 三大产业, which another sentence does not name one by one.
  if (withoutRow(first) === second || withoutRow(second) === first) return true;
  if (first === second) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  // A级景区 are all of them, 3A级景区 some.
  if (long.endsWith(short) && /\d$/.test(long.slice(0, long.length - short.length)) && /^[A-Za-z]/.test(short))
    return false;
  // 青岚市去年规上工业总产值 is another city's.
  if (long.endsWith(short) && isPlaceAndYear(long.slice(0, long.length - short.length))) return false;
  if (short.length >= 3 && long.endsWith(short) && short.length >= 0.4 * long.length) return true;
  if (short.length >= 5 && long.endsWith(short) && /[率数度]$/.test(short)) return true;
  // Chinese names a thing at the end: 规模以上工业企业亏损面 is another indicator than 规模以上工业企业.
  if (long.startsWith(short)) return statistic.test(long.slice(short.length));
  return dice(first, second) >= 0.75 && !isCounterpart(first, second);
}

/** One way of writing what the statistics write in two: 占新建建筑的比例 is a 占比, 细颗粒物 are PM2.5. */
const canonical = (indicator: string): string =>
  headNoun(indicator)
    .replace(/20\d\d年度?/, '')
    .replace(/占[^占]{2,14}?(?:的?(?:比例|比重))?$/, '占比')
    .replace(/(?:年度)?计划(?=投资)|年度(?=投资)/, '')
    .replace('规模以上', '规上')
    .replace('限额以上', '限上')
    .replace('细颗粒物', 'PM2.5')
    .replace('可吸入颗粒物', 'PM10');

const withoutRow = (name: string): string =>
  name.replace(/^[^、]+(?:、[^、]+?)+(?=[两三四五六七八九十]大[\u4e00-\u9fff]{2})/, '');

/** What a statistic says of the thing without being another: 新增就业人数 for 新增就业. */
const statistic =
  /^(?:人?数|累计(?:总?数)?|数?量|产量|总[量数]|规模|面积|水平|目标|任务|[增降涨]幅|增速|增长率|的?(?:比例|比重|占比))$/;

/** 1126家 and 18.3% are levels of two indicators; a change may have any unit. */
function comparableUnits(a: Figure, b: Figure): boolean {
  if (a.aspect !== b.aspect) return true;
  const [first, second] = [unitClassOf(a.quantity.unit), unitClassOf(b.quantity.unit)];
  return first === second || first === null || second === null || !distinct.has(first) || !distinct.has(second);
}

/** Classes that never measure the same thing; people, households and counts may. */
const distinct: ReadonlySet<string> = new Set([
  'percent',
  'money',
  'length',
  'area',
  'volume',
  'weight',
  'energy',
  'age',
  'count',
]);

/** 城镇居民收入 and 农村居民收入: one stretch is exchanged for quite other characters, so they name two things. */
function isCounterpart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < shorter && a[start] === b[start]) start += 1;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left !== '' && right !== '' && [...left].every((char) => !right.includes(char));
}

/** Overlap of character pairs, 0 to 1. */
function dice(a: string, b: string): number {
  const [left, right] = [ngrams(a).filter(isPair), new Set(ngrams(b).filter(isPair))];
  const shared = left.filter((pair) => right.has(pair)).length;
  return left.length + right.size === 0 ? 0 : (2 * shared) / (left.length + right.size);
}
