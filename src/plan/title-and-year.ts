import type { PlainDocument, Span } from '../documents/plain-document.ts';
import { readChineseNumber } from '../text/chinese-number.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { Section } from './plan.ts';

const kinds =
  '报告|要点|计划|方案|讲话|规划|意见|安排|纲要|清单|总结|部署|行动|思路|打算|设想|实事(?:项目)?|(?:计划|任务|分工|指标|项目)表|任务书|责任书';
const titleEnd = new RegExp(`(?:${kinds})(?:[(（][^()（）]*[)）])?$`);
const longestTitle = 60;

/** Finds the title in the lines before the first heading, or in a speech's opening words; null where there is none. */
export function readTitle(document: PlainDocument, front: readonly Span[]): string | null {
  const lines = front.map(({ start, end }) => joinSpaced(document.text.slice(start, end).replace(/[*#]/g, '').trim()));
  const issued = lines.map((line) => /关于印发[《<]?(.+?)[》>]?的通知/.exec(line)?.[1]).find(Boolean);
  if (issued) return issued;
  const last = lines.findIndex((line) => line.length <= longestTitle && titleEnd.test(line));
  if (last >= 0) {
    const line = lines[last] ?? '';
    // A title set over two lines: the office above, the kind of text below.
    const above = lines[last - 1];
    const continues =
      above !== undefined && /^(?:\d{4}|[关在全工政])/.test(line) && /[市县区省局委厅会府办中心]$/.test(above);
    return continues && above.length + line.length <= longestTitle ? above + line : line;
  }
  // 「今天，我们召开全市…工作会议，主要任务是…」
  const opening = document.text.slice(0, 600);
  return (
    /召开(?:的是)?([^，。；,;\n]{4,50}?(?:会议|大会|推进会|部署会|动员会)[^，。；,;\n]{0,20})[，。；,;]/.exec(
      opening,
    )?.[1] ?? null
  );
}

/** 「政 府 工 作 报 告」: a title spread over the line. */
const joinSpaced = (line: string): string =>
  /^\S(?:[ \u3000]+\S){2,}$/.test(line) ? line.replace(/[ \u3000]+/g, '') : line;

const year = '(20\\d{2})年';
const review = /回顾|总结|完成情况|工作情况|成绩|成效|过去|主要工作$/;

/**
 * The year that the plan is for. Sources, surest first: the title; a heading that speaks of targets or work to come;
 * the words 「部署2025年任务」, 「2025年是…之年」; the date below the title. null where the text has only placeholders.
 */
export function readYear(
  document: PlainDocument,
  title: string | null,
  front: readonly Span[],
  sections: readonly Section[],
): number | null {
  const inTitle = lastYear(title ?? '');
  if (inTitle !== null) return inTitle;
  const ahead = sections
    .filter((section) => section.kind !== 'measure' && !review.test(section.title))
    .map((section) => lastYear(/^(?:到|至)/.test(section.title) ? '' : section.title))
    .filter((found) => found !== null);
  if (ahead.length > 0) return Math.min(...ahead);
  const text = foldWidth(document.text);
  const announced = new RegExp(
    `(?:部署|安排|做好|谋划)${year}|${year}(?:是|的?(?:主要|重点|总体|工作)?(?:任务|目标|要求|工作安排))`,
  ).exec(text);
  if (announced) return Number(announced[1] ?? announced[2]);
  return lastYear(front.map(({ start, end }) => text.slice(start, end)).join('\n'));
}

/** The year of the date below the title, when the text was written; null where there is none. */
export function readWrittenYear({ text }: PlainDocument): number | null {
  const date = /^[(]?(20\d\d)年\d{1,2}月(?:\d{1,2}日)?[)]?$/m.exec(
    foldWidth(text.slice(0, 400)).replace(/[ \t]+/g, ''),
  );
  return date === null ? null : Number(date[1]);
}

/** The last year named; of a span of years (2026—2030年) the first, in which the plan begins. */
function lastYear(text: string): number | null {
  const folded = foldWidth(text)
    .replace(/二[〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, (printed) =>
      String(readChineseNumber(printed.replaceAll('○', '〇'))),
    )
    .replace(/(20\d\d)年?[-—~至到]{1,2}20\d\d年/g, '$1年');
  const found = [...folded.matchAll(new RegExp(year, 'g'))].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}
