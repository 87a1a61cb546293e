import { lastYearOf } from '../../plan/five-year-plan.ts';
import { actionVerbPattern } from '../../figures/action-verbs.ts';
import { unitPattern } from '../../figures/units.ts';
import type { Plan } from '../../plan/plan.ts';
import { readWrittenYear } from '../../plan/title-and-year.ts';
import type { AskedTime } from './query.ts';

const pastWords = '去年底?|上一?年度?(?!纪)|过去的?一年|(?<![学提])前一年|(?<!头)头一年|上年底';
const nowWords = '(?<![去上]年)[上下]半年|今年底?|本年度?|这一年|当年|新的一年|年内';
const namedYears = '明年|(?<![今以之最])后年|大前年|(?<![目以此从先])前年(?!度)';
const span =
  '(?:过去|近|这|前)?[三四五两]年(?:来|间|里|下来|累计|总共|一共)|(?:过去|近|(?<!学)前)[三四五]年|“?十[二三四五六]五”?(?:规划)?(?:以来|期间|时期|期末|末|这[三四五几]年|[三四五]年)?(?:下来|总共|一共)?|[三四五]年(?=一共|总共|累计|加起来|合起来|合计)';

/** 「2026比2025多几场」, 「2025取证率」: a year without 年. */
const bareYear = `(?<![\\d.])20[1-3]\\d(?![\\d%年./~—-]|[百千万亿]|${unitPattern})`;
/** 「前后两年差多少」 */
const twoYears = '前后两年|[这头]?两年(?=[差比对变间]|的?(?:数|各|分别|都是))';

/** Everything in a question that names a time; it names no thing to look up. */
export const timePattern = new RegExp(
  `20\\d[xX*×某]年|(?:20\\d\\d|(?<!\\d)\\d\\d)年(?!以[上下内]|期|限(?![上额]))度?底?|${bareYear}|${pastWords}|${nowWords}|${namedYears}|${twoYears}|${span}|到?年底前?|从?\\d{1,2}月(?:\\d{1,2}[日号])?份?起`,
  'g',
);

const targetHints =
  /目标|任务(?!书|的)|计划(?![里中上书](?![程小学校标市马])|当中|文件)|打算|预期|力争|争取|要求|(?<![重主我])要(?!求|闻|素|点|回|不|么)|准备|拟|将|达到多少|定的是|定了多少|定在/;
const achievedHints =
  /实际(?!使用|利用|到位|到账|投资|收入|面积)|(?:现在|目前|眼下)(?:是|有|为|才|只|达到?|多少|几)|完成了|做到了多少|(?<![要得能需想求算])做到多少|达到了|已经?(?:完成|建|改|做)|成绩|成效|原来|(?<![\u4e00-\u9fff]{2})(?:以前|之前)|实现了|完成情况|建成了|干了|办成了|取得|改了|建了|做了|做成|落实了|降到了|增长了|涨了|完成得|兑现(?:了|得)|(?:(?<!(?:完|以?后)[^,，]{0,2})还剩|仍有|尚有)(?:下|着)?(?:多少|几)|(?:还剩|仍有|尚有|[^,，]{2}还有)(?:多少|几)[处条个座][?？。]?$/;

/** Resolves 今年, 去年 and years against the plan's year: 「去年」 is the year before it. */
export function readTime(folded: string, plan: Plan): AskedTime {
  const asked = folded
    // A year further back than the last one is a side of the comparison: 「2026年目标比2024年多多少」.
    .replace(baseline, (found) => (plan.year !== null && yearIn(found) < plan.year - 1 ? `，${found}` : ''))
    .replace(leftOut, '')
    .replace(quotedTitle, '');
  return timeOf(asked, plan);
}

const yearIn = (words: string): number => Number(/20\d\d/.exec(words)?.[0] ?? Infinity);

/** 「“五年来，创新动能加速集聚”那段」 names a part of the text. */
const quotedTitle = /[“"「][^“”"「」]{8,}[”"」]/g;

/** 「今年要比去年少开多少」 asks for this year's change; the year compared with is only its base. */
const baseline =
  /(?:(?<!占)比|较|同比)(?:去年|上一?年|前年|以前|往年|20\d\d年)(?:同期|度|底)?(?=[^,，。?？]{0,6}(?:多少|几|百分))|(?<!今年[^,，]{0,2})[和跟与同](?:去年|上一?年)(?:同期)?相?比(?=[^,，。?？]{0,4}(?:增长|涨|增加|提高|下降|降)了?(?:多少|几|百分))/g;

/** 「去年的不要」 names a time that is not asked for. */
const leftOut = /(?:去年|上一?年|今年|明年|20\d\d年)的?(?:都)?(?:不要|不算|别算|除外|不用|别列)/g;

const yearsNamed = new RegExp(`(?<!\\d)(20\\d\\d|1[5-9]|2\\d|3\\d)年(?!以[上下内]|期|限(?![上额]))|${bareYear}`, 'g');

function timeOf(folded: string, plan: Plan): AskedTime {
  const years = [...folded.matchAll(yearsNamed)].map((match) => Number((match[1] ?? match[0]).padStart(4, '20')));
  years.splice(1, 0, ...yearsBetween(folded));
  const past = new RegExp(pastWords).test(folded);
  // 「去年新签项目当年落地的比例」: 当年 is the year that was named.
  const now = new RegExp(nowWords).test(past ? folded.replace(/当年/g, '') : folded);
  const other = new RegExp(namedYears).exec(folded)?.[0];
  const ahead = fiveYearPlanAhead(folded, plan);
  if (ahead !== null) years.push(ahead);
  const ended = endOfFiveYearPlan(folded);
  if (ended !== null) years.push(ended);
  const cumulative =
    ahead === null &&
    ended === null &&
    new RegExp(span).test(folded) &&
    (!reached.test(folded) || /累计|一共|总共/.test(folded));
  // 「明年」 is the plan's year where the plan was written in the year before.
  const written = readWrittenYear(plan.document);
  const early = other === '明年' && written !== null && written === (plan.year ?? 0) - 1;
  if (other !== undefined && plan.year !== null)
    years.push(plan.year + { 明年: early ? 0 : 1, 后年: 2, 前年: -2, 大前年: -3 }[other as '明年']);
  if (past && plan.year !== null) years.push(plan.year - 1);
  if (now && plan.year !== null) years.push(plan.year);
  const isPast = past || (plan.year !== null && years.some((year) => year < (plan.year ?? 0)));
  const isAhead = now || (plan.year !== null && years.some((year) => year >= (plan.year ?? 0)));
  const stated = isPast || isAhead || years.length > 0;
  const both = isPast && isAhead;
  return {
    years: [...new Set(years)],
    period: both ? null : askedPeriod(folded, plan, isPast, isAhead),
    year: both ? null : (years[0] ?? null),
    stated,
    both,
    cumulative,
  };
}

/** 「五年下来压到了多少」 asks for the level of the last year. */
const reached = /(?:提高|下降|[升降压缩增扩涨控])到了?(?:多少|几|百分)/;

/** 「从2024年到2026年三年分别是多少」 asks for the year between as well. */
function yearsBetween(folded: string): number[] {
  const [, from = '', to = ''] =
    /从(20\d\d)年?[到至](20\d\d)年?[,，]?(?:这?[三四五]年|每年|逐年|各年)/.exec(folded) ?? [];
  const [first, last] = [Number(from), Number(to)];
  return last - first > 1 && last - first <= longestSpan
    ? Array.from({ length: last - first - 1 }, (_, index) => first + index + 1)
    : [];
}

const longestSpan = 5;

function askedPeriod(folded: string, plan: Plan, isPast: boolean, isAhead: boolean): AskedTime['period'] {
  if (isPast || isPlanBehind(folded, plan) || yearsBehind.test(folded)) return 'achieved';
  if (isAhead) return doneSoFar.test(folded) && !yearToCome(folded, plan) ? 'achieved' : 'target';
  if (achievedHints.test(folded) || doneSoFar.test(folded)) return 'achieved';
  return targetHints.test(folded) ? 'target' : null;
}

const deed = `(?:${actionVerbPattern}|完成|实现|办结|投用|[建修改做种挖拆装招引办治买铺栽干弄搞])`;
/** What is still to come is not done: 「现在要建几个」, 「目前计划建几个」. */
const between = '(?:(?!要|计划|规划|拟|将|打算|准备)[^,，。?？])';
/** 「今年已完成多少」, 「现在修了几公里」, 「建成多少公里了」: what has been done by now, whatever is planned for the year. */
const doneSoFar = new RegExp(
  [
    `(?:已经?|目前|现在|眼下|至今|迄今|到现在)(?:为止|已)?${between}{0,10}?${deed}(?:了|成|出|好|到位)*(?:多少|几)`,
    `(?:已经?|至今|迄今|截至目前)${deed}${between}{0,12}?(?:多少|几)`,
    `(?<![要拟将])${deed}(?:成|好)?了?(?:多少|几)[\\u4e00-\\u9fff]{0,6}了[?？。]?$`,
    '(?:进度|进展)(?:怎么样|如何|到哪|多少|到多少)|完成到(?:多少|什么程度|哪)',
  ].join('|'),
);

const yearToCome = (folded: string, { year }: Plan): boolean =>
  [...folded.matchAll(/20\d\d/g)].some(([named]) => year !== null && Number(named) > year) || /明年|后年/.test(folded);

const yearsBehind = /(?:过去|近|(?<!学)前)[三四五]年/;

/** 「“十四五”这五年…争取到多少」 of a plan for 2026: whatever its verbs say, those years are over. */
function isPlanBehind(folded: string, plan: Plan): boolean {
  const ordinal = /十([二三四五六])五”?(?:期间|时期|以来|这[三四五]年|[三四五]年)/.exec(folded)?.[1];
  return ordinal !== undefined && plan.year !== null && lastYearOf(ordinal) < plan.year;
}

/** The last year of a five-year plan that is named and not over when the plan is read: 2030 for “十五五”. */
function fiveYearPlanAhead(folded: string, plan: Plan): number | null {
  const ordinal = /十([二三四五六])五/.exec(folded)?.[1];
  if (ordinal === undefined || plan.year === null) return null;
  const last = lastYearOf(ordinal);
  return last > plan.year ? last : null;
}

/** 「“十四五”末」 is 2025. */
function endOfFiveYearPlan(folded: string): number | null {
  const ordinal = /十([二三四五六])五”?(?:规划|时期)?期?末/.exec(folded)?.[1];
  return ordinal === undefined ? null : lastYearOf(ordinal);
}
