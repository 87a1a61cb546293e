import { foldWidth } from '../plan/fold-width.ts';
import { lastYearOf } from '../plan/five-year-plan.ts';
import type { Plan, Section } from '../plan/plan.ts';
import type { Period } from './figure.ts';

/** When a statement holds, as far as the text says. */
export interface When {
  readonly period: Period;
  readonly year: number | null;
  readonly cumulative: boolean;
}

const reviewTitle =
  /回顾|总结|(?:完成|执行|落实|实施|运行)情况|工作成绩|成绩|成效|成就|进展|工作情况|过去|历程|现状|(?:发展|工作|现实|良好|主要)基础$|问题与|存在的?(?:主要|突出)?(?:困难|问题|不足|短板|差距)|^(?!.*(?:解决|整治|破解|化解|整改|专项|回应|攻克|补齐|聚焦)).*(?:困难|矛盾|短板|挑战|不足)[和与及、]?(?:问题|挑战|不足)$|形势|(?:看|查|摆|主要|突出|面临|正视|现存)(?:的)?(?:突出|主要)?(?:问题|不足|差距|短板)|^(?:问题|不足|差距|短板|困难|矛盾)[^,;]{0,4}(?:也|仍|还|依然|依旧|不容|不少|要(?:摆|讲|看|正视))/;
const aheadTitle = /目标|任务|安排|部署|要求|重点|举措|措施|计划|打算|思路|预期|下一步|下步|今后/;

/** Time words, each with what it says; the last one before a number counts. Comparisons (比上年) say nothing. */
const timeWords: readonly {
  readonly pattern: RegExp;
  readonly when: (match: RegExpExecArray, plan: Plan) => When | null;
}[] = [
  {
    // 「2021—2025年，」: a span that is over tells of all its years, one that goes on is a target of several.
    pattern: /(20\d\d)年?[-—~至到]{1,2}(20\d\d)年(?:底|末)?/g,
    when: (match, plan) =>
      plan.year !== null && Number(match[2]) < plan.year
        ? past(null, true)
        : { period: 'target', year: null, cumulative: true },
  },
  {
    pattern: /“?十([二三四五六])五”?(?:规划)?末/g,
    when: (match, plan) => byYear(lastYearOf(match[1] ?? ''), '', plan),
  },
  {
    pattern: /(?:今后|未来)[三四五]年/g,
    when: () => ({ period: 'target', year: null, cumulative: true }),
  },
  {
    pattern:
      /(?:过去|近|这|前)?[三四五几两]年来|“?十[二三四五六]五”?(?:以来|期间|时期|累计)|近年来|党的(?:十[八九]|二十[一二]?)大以来|(?:过去|这)[三四五]年/g,
    when: (match, plan) =>
      isPlanAhead(match[0], plan) ? { period: 'target', year: null, cumulative: true } : past(null, true),
  },
  {
    // A sum over years, whether they are over or to come.
    pattern: /[三四五]年(?:累计|间|共)/g,
    when: () => ({ period: null, year: null, cumulative: true }),
  },
  {
    // 「汲取去年霜冻教训」 dates the lesson, not the task.
    pattern:
      /(?<![比较同]|[汲吸]取|总结|借鉴|针对|对照|巩固|延续|沿用)(?:过去一年|过去的一年|一年来|去年|上年|上一年|上年度)(?!度?(?:同期|水平|基数|结转))/g,
    when: () => past(null),
  },
  {
    pattern: /今年以来|今年前[一二三四五六七八九十\d]+个?(?:月|季度)|截至目前|截止目前|目前|现有|仍有|尚有/g,
    when: () => null,
  },
  {
    pattern: /今年|年内|本年度|下一步|新的一年|接下来/g,
    when: (_, plan) => ({ period: 'target', year: plan.year, cumulative: false }),
  },
  {
    pattern: /(?<![比较])(到|至|截至|截止)?(20\d\d)(?:年(?:底|末|\d{1,2}月)?|届)(?!度?同期|基数)/g,
    when: (match, plan) => byYear(Number(match[2]), match[1] ?? '', plan),
  },
];

/** What was found or caught cannot have been planned; a plan that counts it leaves open when it happened. */
const outcomes = /查处|移送|救护|观测到|监测到|破获|侦破|抓获|成功处置|获评|荣获|入选|发现/;
/** 问题发现率 is planned like any rate. */
const withoutRates = (clause: string): string => clause.replace(/[\u4e00-\u9fff]+率/g, '');
const done = /(?:已|完成了|实现了|达到了|建成了|取得了|新增了)/;

const past = (year: number | null, cumulative = false): When => ({ period: 'achieved', year, cumulative });

function byYear(year: number, preposition: string, plan: Plan): When | null {
  if (plan.year === null) return null;
  if (year < plan.year) return past(year);
  if (year === plan.year && /截至|截止/.test(preposition)) return null;
  return { period: 'target', year, cumulative: false };
}

/** “十五五” of a plan for 2026 lies ahead, “十四五” behind it; in 2025 “十四五” results are still results. */
function isPlanAhead(words: string, plan: Plan): boolean {
  const ordinal = /十([二三四五六])五/.exec(words)?.[1];
  if (ordinal === undefined || plan.year === null || /以来|累计/.test(words)) return false;
  return lastYearOf(ordinal) - 4 >= plan.year - 1;
}

/**
 * 「“十四五”工作回顾」, 「五年来的成就」 sum up years. 「2025年工作回顾和“十四五”发展成就」 tells of the one year first, and
 * 「“十四五”收官收得稳」 of its last.
 */
const looksOverYears = (title: string): boolean =>
  !/^20\d\d年(?:度)?(?:主要)?(?:工作)?(?:回顾|总结)?[和及与、]/.test(title) &&
  /(?:[三四五]年来?|十[一二三四五六七八]五”?(?:时期|期间|以来|规划)*)的?(?:[^,，;；]{0,8})(?:回顾|总结|成就|成绩|成效|情况|历程|工作|发展)|^过去[的]?[三四五]年/.test(
    title,
  );

const isReview = (title: string): boolean => reviewTitle.test(title) && !/目标|下一步|安排|部署/.test(title);

function outermost(section: Section): Section {
  return section.parent === null ? section : outermost(section.parent);
}

/**
 * The year that a heading's targets are set for: the last of the five-year plan ahead (「“十五五”时期发展展望」) or of the years
 * counted from the plan's own (「今后五年的目标」). 「“十五五”开局之年」 is the plan's own year.
 */
function lastYearAhead(title: string, plan: Plan): number | null {
  if (plan.year === null || opensSpan.test(title) || title.includes(`${plan.year}年`)) return null;
  const ordinal = /十([二三四五六])五”?(?!.*(?:回顾|成就))/.exec(title)?.[1];
  if (ordinal !== undefined) return isPlanAhead(title, plan) ? lastYearOf(ordinal) : null;
  return /(?:今后|未来)五年/.test(title) ? plan.year + 4 : null;
}

const opensSpan = /开局|起步|首年|第一年|头一年/;

/** 「（二）“十四五”时期的发展成就」 in a review of the year and of five years: sums and levels of them all. */
function overYearsWithin(section: Section | null, chapter: Section): When | null {
  for (let at = section; at !== null && at !== chapter; at = at.parent)
    if (looksOverYears(foldWidth(at.title))) return past(null, true);
  return null;
}

/** What the headings above say; the innermost that says anything decides. */
export function sectionWhen(section: Section | null, plan: Plan): When | null {
  const chapter = section === null ? null : outermost(section);
  // 「重点工作进展」 inside a review tells of results, whatever its own words.
  if (chapter !== null && chapter !== section && isReview(foldWidth(chapter.title)))
    return overYearsWithin(section, chapter) ?? sectionWhen(chapter, plan);
  for (let at = section; at !== null; at = at.parent) {
    const title = foldWidth(at.title);
    const year = /(20\d\d)年/.exec(title)?.[1];
    const review = isReview(title);
    // 「2024年计划执行情况」 looks back, whatever was planned.
    if (year !== undefined && plan.year !== null && (review || !aheadTitle.test(title)) && Number(year) < plan.year) {
      return past(Number(year), looksOverYears(title));
    }
    if (review && at.level === 1) return past(year === undefined ? null : Number(year), looksOverYears(title));
    const endOfSpan = review ? null : lastYearAhead(title, plan);
    if (endOfSpan !== null) return { period: 'target', year: endOfSpan, cumulative: false };
    if (aheadTitle.test(title)) return { period: 'target', year: plan.year, cumulative: false };
  }
  return null;
}

/** 「五年累计」 says that it is a sum, and not of which years. */
export const isSum = ({ period, cumulative }: When): boolean => period === null && cumulative;
/** The sum over the years that is spoken of; of those behind where nothing says. */
export const sumOf = (spoken: When | null | undefined): When => ({ ...(spoken ?? past(null)), cumulative: true });

/** Years in the title of a document, and a span of years that names one (2026—2030年布局规划), date nothing. */
const withoutNames = (folded: string): string =>
  folded.replace(
    /《[^》]*》|20\d\d年?[-—~至到]{1,2}20\d\d年(?:度)?(?=[^,，;；。底末]*(?:规划|计划|方案|纲要|行动))/g,
    (name) => ' '.repeat(name.length),
  );

/** Reads the last time word in `folded`; undefined where there is none, null where it leaves the period open. */
export function statedWhen(text: string, plan: Plan): When | null | undefined {
  const folded = withoutNames(text);
  let last: { readonly at: number; readonly when: When | null } | undefined;
  for (const { pattern, when } of timeWords) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (last === undefined || end > last.at) last = { at: end, when: when(match, plan) };
    }
  }
  return last?.when;
}

/**
 * 「由2020年的2215亿元增加到…」, 「是2020年的1.52倍」, 「在去年94.8%的基础上提高…」: the time of the level that an indicator comes
 * from dates nothing else.
 */
export const withoutStartingTimes = (text: string): string =>
  text.replace(
    /[由从是为](?:20\d\d年(?:底|末)?|去年|上年)的|在(?:20\d\d年(?:底|末)?|去年|上年)[^,，;；。]{0,16}基础上/g,
    '',
  );

const open: When = { period: null, year: null, cumulative: false };

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
  const own = statedWhen(clause, plan);
  const stated = own === undefined ? statedBefore(plan, section, sentenceBefore) : own;
  const review = bySection?.period === 'achieved';
  // 「到2030年，…；五年新增就业30万人」: a sum over years, though a date stands before.
  if (stated?.period === 'target' && overYears.test(clause.trimStart())) return { ...stated, cumulative: true };
  if (stated && isSum(stated)) return sumOf(running ?? bySection);
  // 「年内新查出病险水库4座」 of a review is of the year reviewed.
  if (stated?.period === 'target' && bySection?.period === 'achieved' && /年内|本年度/.test(clause)) return bySection;
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
  const stated = statedWhen(before, plan);
  // 「引进人才18名，2024年引进11名；招聘医生30名」: among tasks a result that is put in ends with its part.
  if (stated?.period === 'achieved' && before.includes(';') && sectionWhen(section, plan)?.period === 'target') {
    const first = statedWhen(before.slice(0, before.search(/[,;]/)), plan);
    if (first?.period !== 'achieved') return statedWhen(before.slice(before.lastIndexOf(';') + 1), plan);
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
