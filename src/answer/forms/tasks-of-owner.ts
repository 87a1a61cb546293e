import { isOwnerNote, passageDetails } from '../../figures/details.ts';
import { outermost } from '../../figures/section-when.ts';
import { columnRole } from '../../figures/table-columns.ts';
import type { Passage, Plan } from '../../plan/plan.ts';
import { columnHeading } from '../../plan/table-text.ts';
import type { Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { asPassages } from './tasks.ts';

const take = '(?:牵头|负责|承担|承办|主管|主抓|分管|管|认领|领|接|分到|摊上|包抓|挂帅)';
const things = '(?:任务|工作|项目|实事|事|活儿?|指标)';
/** 「财政局牵头哪几项」, 「市场管理科领了几项任务」, 「何永平负责的是哪个项目」, 「养护处的任务有哪些」. */
const asksTasks = new RegExp(
  [
    `${take}(?:了|到)?的?(?:都|各)?(?:是|有)?(?:哪|多少|几|什么|啥|(?:清单|附件|表[里中]|全部|所有|重点|主要)*的?${things})`,
    `(?:哪些|几项|哪几项|什么).{0,4}${things}.{0,4}(?:归|由)`,
    `(?:有|要干|要办|要抓)(?:哪些|哪几[项个件]|几[项个件]|什么|多少[项个件])${things}`,
    `${things}(?:都|各)?(?:有|是)(?:哪|什么|啥|几)`,
    `${take}(?:了|到)?的(?:这|那)?[几两三四五六七八九十]+[项个件]`,
    `归[\\u4e00-\\u9fff]{2,14}(?:管|负责)?的[\\u4e00-\\u9fff]{0,4}${things}`,
  ].join('|'),
);
const shortestOffice = 3;
const shortestPerson = 2;
/** 教育局 is asked for where 市教育局 is printed. */
const level = /^(?:[省市县区镇乡]|街道)(?=[\u4e00-\u9fff]{3})/;

/** Whether the tasks of somebody are asked for. */
export const asksForTasks = ({ folded }: FormContext['query']): boolean => asksTasks.test(folded);

/**
 * The passages whose 责任单位 or 责任领导 the question names, or the figures of those table rows where it asks for numbers;
 * null where it asks for no tasks, or names nobody.
 */
export function tasksOfOwner({ loaded, query }: FormContext): Finding | null {
  if (!asksForTasks(query)) return null;
  const inTable = /(?:附|分工|任务|指标|清单|责任)表|附件|清单[里中内]/.test(query.folded);
  const tasks = loaded.plan.passages.filter(
    (passage) =>
      (!inTable || passage.table !== null || isInAppendix(passage)) &&
      !isOwnerNote(passage) &&
      ownersOf(loaded.plan, passage).some((name) => query.folded.includes(name)),
  );
  const figures = asksEach.test(query.folded)
    ? loaded.figures.filter(
        (figure) =>
          figure.role === 'figure' && tasks.includes(figure.passage) && fitsTime(figure, query.time, loaded.plan),
      )
    : [];
  return figures.length > 0
    ? { kind: 'list', scope: null, figures, total: figures.length, sum: false }
    : asPassages(tasks);
}

const isInAppendix = ({ section }: Passage): boolean => section !== null && outermost(section).kind === 'appendix';

/** 「…负责的几项，目标各是多少」 asks for the numbers, not for the tasks. */
const asksEach =
  /(?:各|分别|都)(?:自|要|得)?(?:是|有|为|到)?(?:多少|几)|(?:目标|数|指标)(?:值)?(?:都|各|分别)?是?(?:多少|几)|(?:哪些|什么|哪几个)(?:数字|数据|指标|数)/;

/** Everybody whom a row's cells or a sentence name. */
function ownersOf(plan: Plan, passage: Passage): string[] {
  if (passage.table === null) return namesIn(passageDetails(plan, passage).owner?.text ?? '', shortestOffice);
  const { block, row } = passage.table;
  return row.cells.flatMap(({ text }, column) => {
    const heading = columnHeading(block, column);
    if (columnRole(heading, plan).kind !== 'owner') return [];
    return namesIn(text, /领导|人$/.test(heading) ? shortestPerson : shortestOffice);
  });
}

/** 「市教育局、市财政局」 are two; a shorter name is too short to tell. */
const namesIn = (owner: string, shortest: number): string[] =>
  owner
    .split(/[、，,；;\s]+/)
    .map((name) => name.replace(level, ''))
    .filter((name) => name.length >= shortest);
