import { lastYearOf } from '../plan/five-year-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { isPlanAhead, past, type When } from './when.ts';

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
    // 「比“十三五”末提高1.3岁」 dates nothing.
    pattern: /(?<!(?<!占)[比较]“?)“?十([二三四五六])五”?(?:规划)?末/g,
    when: (match, plan) => byYear(lastYearOf(match[1] ?? ''), '', plan),
  },
  {
    pattern: /(?:今后|未来)[三四五]年/g,
    when: () => ({ period: 'target', year: null, cumulative: true }),
  },
  {
    pattern:
      /(?<!(?:[汲吸]取|总结|借鉴|针对|对照|巩固|延续|沿用)(?:好|了)?)(?:(?:过去|近|这|前)?[三四五几两]年来|近年来)|“?十[二三四五六]五”?(?:以来|期间|时期|累计)|党的(?:十[八九]|二十[一二]?)大以来|(?:过去|这)[三四五]年/g,
    when: (match, plan) =>
      isPlanAhead(match[0], plan) ? { period: 'target', year: null, cumulative: true } : past(null, true),
  },
  {
    // A sum over years, whether they are over or to come.
    pattern:
      /[三四五]年(?:累计|间|共)|(?<=^|[,，。;；:：])[三四五]年(?=新增|新建|建成|改造|投入|完成|净增|培育|引进|发放|安排)/g,
    when: () => ({ period: null, year: null, cumulative: true }),
  },
  {
    // 「汲取去年霜冻教训」 dates the lesson, not the task.
    pattern:
      /(?<!(?<!占)[比较同]|[汲吸]取|总结|借鉴|针对|对照|巩固|延续|沿用)(?:过去一年|过去的一年|一年来|去年|上年|上一年|上年度)(?!度?(?:同期|水平|基数|结转))/g,
    when: () => past(null),
  },
  {
    pattern: /今年以来|今年前[一二三四五六七八九十\d]+个?(?:月|季度)|截至目前|截止目前|目前|现有|仍有|尚有/g,
    when: () => null,
  },
  {
    pattern: /今年|年之?内|本年度|下一步|新的一年|接下来/g,
    when: (_, plan) => ({ period: 'target', year: plan.year, cumulative: false }),
  },
  {
    pattern: /(?<!(?<!占)[比较])(到|至|截至|截止)?(20\d\d)(?:年(?:底|末|\d{1,2}月)?|届)(?!度?同期|基数)/g,
    when: (match, plan) => byYear(Number(match[2]), match[1] ?? '', plan),
  },
];

function byYear(year: number, preposition: string, plan: Plan): When | null {
  if (plan.year === null) return null;
  if (year < plan.year) return past(year);
  if (year === plan.year && /截至|截止/.test(preposition)) return null;
  return { period: 'target', year, cumulative: false };
}

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

/** 「今年160亿元，去年是138.7亿元，增长15.4%」: what is put in dates nothing else. */
export const withoutAsides = (text: string): string =>
  text.replace(
    /(?<=\d[^,，;；。]{0,8}[,，])(?:去年|上年|前年|20\d\d年)(?:同期)?(?:是|为|只有|仅|才)(?!多少|几)[^,，;；。]*/g,
    '',
  );

/** 「年内新查出病险水库4座」 of a review is of the year reviewed. */
export const withoutWithin = (text: string): string => text.replace(/年内|本年度/g, '');
