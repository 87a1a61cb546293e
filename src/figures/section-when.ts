import { foldWidth } from '../text/fold-width.ts';
import { lastYearOf } from '../plan/five-year-plan.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { isPlanAhead, past, type When } from './when.ts';

const reviewTitle =
  /回顾|总结|(?:完成|执行|落实|实施|运行)情况|工作成绩|成绩|成效|成就|进展|工作情况|过去|历程|现状|(?:发展|工作|现实|良好|主要)基础$|问题与|存在的?(?:主要|突出)?(?:困难|问题|不足|短板|差距)|^(?!.*(?:解决|整治|破解|化解|整改|专项|回应|攻克|补齐|聚焦)).*(?:困难|矛盾|短板|挑战|不足)[和与及、]?(?:问题|挑战|不足)$|形势|(?:看|查|摆|主要|突出|面临|正视|现存)(?:的)?(?:突出|主要)?(?:问题|不足|差距|短板)|^(?:问题|不足|差距|短板|困难|矛盾)[^,;]{0,4}(?:也|仍|还|依然|依旧|不容|不能|不可|不少|要(?:摆|讲|看|正视))/;
const aheadTitle = /目标|任务|安排|部署|要求|重点|举措|措施|计划|打算|思路|预期|下一步|下步|今后/;

/**
 * 「“十四五”工作回顾」, 「五年来的成就」 sum up years. 「2025年工作回顾和“十四五”发展成就」 tells of the one year first, and
 * 「“十四五”收官收得稳」 of its last.
 */
const looksOverYears = (title: string): boolean =>
  !/(?:过去的?一年|一年来)[和及与、]/.test(title) &&
  !/(?<![-—~至到])20\d\d年(?:度)?(?:主要)?(?:工作)?(?:回顾|总结)?[和及与、]/.test(title) &&
  /(?:[三四五]年来?|十[一二三四五六七八]五”?(?:时期|期间|以来|规划)*)的?(?:[^,，;；]{0,8})(?:回顾|总结|成就|成绩|成效|情况|历程|工作|发展)|^过去[的]?[三四五]年/.test(
    title,
  );

const isReview = (title: string): boolean =>
  (reviewTitle.test(title) || isOfLastYear(title)) && !/目标|下一步|安排|部署/.test(title);

/** 「去年的账怎么看」; 「去年怎么看、今年怎么干」 says nothing of either. */
const isOfLastYear = (title: string): boolean =>
  /(?<![比较同跟和与])(?:去年|上年|过去一年)/.test(title) &&
  !/今年|明年|来年|(?:延续|巩固|保持|以|在)(?:去年|上年)/.test(title);

export function outermost(section: Section): Section {
  return section.parent === null ? section : outermost(section.parent);
}

/**
 * The year that a heading's targets are set for: the last of the five-year plan ahead (「“十五五”时期发展展望」) or of the years
 * counted from the plan's own (「今后五年的目标」). 「“十五五”开局之年」 is the plan's own year.
 */
function lastYearAhead(title: string, plan: Plan): number | null {
  if (plan.year === null || opensSpan.test(title)) return null;
  const ordinal = /十([二三四五六])五”?(?!.*(?:回顾|成就))/.exec(title)?.[1];
  if (ordinal !== undefined) return isPlanAhead(title, plan) ? lastYearOf(ordinal) : null;
  return /(?:今后|未来)五年/.test(title) ? plan.year + 4 : null;
}

/** The same of a heading or the nearest one above it that names such years: 「（二）主要目标」 below 「三、“十五五”时期的发展」. */
function spanAhead(section: Section, plan: Plan): number | null {
  for (let at: Section | null = section; at !== null; at = at.parent) {
    const title = foldWidth(at.title);
    if (plan.year !== null && title.includes(`${plan.year}年`)) return null;
    const year = lastYearAhead(title, plan);
    if (year !== null) return year;
  }
  return null;
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
    const endOfSpan = review ? null : spanAhead(at, plan);
    if (endOfSpan !== null) return { period: 'target', year: endOfSpan, cumulative: false };
    if (aheadTitle.test(title)) return { period: 'target', year: plan.year, cumulative: false };
  }
  return null;
}
