import { foldWidth } from '../text/fold-width.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { outermost, sectionWhen } from './section-when.ts';
import { statedWhen, withoutAsides, withoutWithin } from './time-words.ts';
import { isSum, sumOf, type When } from './when.ts';

/** What was found or caught cannot have been planned; a plan that counts it leaves open when it happened. */
const outcomes = /查处|移送|救护|观测到|监测到|破获|侦破|抓获|成功处置|获评|荣获|入选|发现/;
/** 问题发现率 is planned like any rate. */
const withoutRates = (clause: string): string => clause.replace(/[\u4e00-\u9fff]+率/g, '');
const done = /(?:已|完成了|实现了|达到了|建成了|取得了|新增了)/;

const open: When = { period: null, year: null, cumulative: false };

const yearlyMean = /年均(?:复合)?(?:增|递增|下降|降|提高)/;
const overYears = /^(?:[三四五]年|十年)(?!行动|计划|规划|制|期|级|生|一|以|来|内|前|后|免)(?=[^,]{3})/;

/**
 * Decides a figure's period: time words in its own clause, then earlier in its sentence, then in its paragraph, then the
 * headings; outside a review a numbered part of a plan speaks of what is to come. What stays open is null.
 */
export function decideWhen(
  plan: Plan,
  section: Section | null,
  clause: string,
  sentenceBefore: string,
  running: When | undefined,
): When {
  const bySection = sectionWhen(section, plan);
  // null is an answer of its own: 「目前」 leaves the period open.
  const review = bySection?.period === 'achieved';
  const own = statedWhen(review ? withoutWithin(clause) : clause, plan);
  const before = review ? withoutWithin(sentenceBefore) : sentenceBefore;
  const stated = own === undefined ? statedBefore(plan, section, before) : own;
  // 「到2030年，…；五年新增就业30万人」: a sum over years, though a date stands before.
  if (stated?.period === 'target' && overYears.test(clause.trimStart())) return { ...stated, cumulative: true };
  if (stated && isSum(stated)) return sumOf(running ?? bySection);
  // 「由118亿元增加到2025年的168亿元，年均增长6.4%」: a yearly mean is of no single year.
  if (stated && yearlyMean.test(clause)) return { ...stated, year: null, cumulative: true };
  if (stated) return withYear(stated, bySection);
  if (stated === null && !review) return open;
  if (running && isBeyond(running, plan) && isThisYears(section)) running = undefined;
  // 「“十四五”期间累计下降19.6%。…全年成交6单」
  if (running?.cumulative === true && bySection?.year != null && /全年|年末/.test(clause)) running = undefined;
  if (running && running.period !== bySection?.period) return running;
  if (review) return running?.cumulative === true ? running : bySection;
  if (outcomes.test(withoutRates(clause)) || done.test(clause)) return running?.period === 'achieved' ? running : open;
  if (running) return running;
  if (bySection) return bySection;
  // A lead in front of the first heading makes no numbered part of it.
  const numbered = section !== null && outermost(section).kind !== 'measure';
  return !numbered ? open : { period: 'target', year: plan.year, cumulative: false };
}

/**
 * What the sentence has said before the clause. Among this year's tasks a later year that does not open the sentence
 * ends at the semicolon.
 */
function statedBefore(plan: Plan, section: Section | null, before: string): When | null | undefined {
  const stated = statedWhen(withoutAsides(before), plan);
  // 「引进人才18名，2024年引进11名；招聘医生30名」: among tasks a result that is put in ends with its part.
  if (stated?.period === 'achieved' && before.includes(';')) {
    const first = statedWhen(before.slice(0, before.search(/[,;]/)), plan);
    // 「今年投入4.3亿元，去年是3.1亿元；新建道路11.6公里」
    if (first?.period === 'target') return statedWhen(before.slice(before.lastIndexOf(';') + 1), plan) ?? first;
    if (first?.period !== 'achieved' && sectionWhen(section, plan)?.period === 'target')
      return statedWhen(before.slice(before.lastIndexOf(';') + 1), plan);
  }
  const opens = /^(?:力争|争取|确保)?(?:到|至)?20\d\d年/.test(before.trimStart());
  if (!stated || opens || !isBeyond(stated, plan) || !isThisYears(section)) return stated;
  return statedWhen(before.slice(before.lastIndexOf(';') + 1), plan);
}

const isBeyond = ({ year }: When, plan: Plan): boolean => year !== null && plan.year !== null && year > plan.year;

/** Headings that speak of no years beyond the plan's own: 「到2030年…」 there is a remark, not the theme. */
function isThisYears(section: Section | null): boolean {
  for (let at = section; at !== null; at = at.parent) {
    if (/十[二三四五六]五|[三四五]年|20\d\d年?[-—~至到]+20\d\d年|远景|中长期|时期/.test(foldWidth(at.title)))
      return false;
  }
  return section !== null;
}

/** 「去年」 under 「2024年工作回顾」 is 2024. */
const withYear = (when: When, bySection: When | null): When =>
  when.year === null && !when.cumulative && bySection?.period === when.period
    ? { ...when, year: bySection.year }
    : when;
