import { verbRunPattern } from '../../figures/action-verbs.ts';
import { findQuantities } from '../../figures/quantities.ts';
import type { LoadedPlan } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan-name.ts';
import type { Line, Slot } from '../answer.ts';
import type { Finding } from '../finding.ts';
import { segmentWords, type Word } from '../../text/words.ts';
import type { Query } from '../question/query.ts';
import { partOfYear } from '../ranking/fits-part-of-year.ts';
import { exampleFigures, questionFor } from '../suggest.ts';
import { figureSummary } from './figure-lines.ts';
import { indicator, line, quote, sectionPath, words, year } from './slots.ts';

type Refusal = Extract<Finding, { kind: 'refusal' }>;

/** What is missing, then the nearest things that the plan does have. The question's own numbers are never repeated. */
export function refusalLines(loaded: LoadedPlan, query: Query, finding: Refusal): Line[] {
  const { plan } = loaded;
  if (finding.reason === 'acknowledged')
    return [
      line(
        'headline',
        words(`${/谢|辛苦|thx|thank/i.test(query.folded) ? '不客气，' : ''}有需要随时问我工作计划里的内容。`),
      ),
    ];
  if (finding.reason === 'not-a-question') return helpLines(loaded);
  const lines = [line('headline', ...missing(loaded, query, finding))];
  for (const passage of finding.passages)
    lines.push(line('quote', quote(plan, passage)), line('source', sectionPath(plan, passage.section)));
  for (const of of finding.related) lines.push(line('note', words('相关：'), ...figureSummary(plan, of)));
  return lines;
}

function missing({ plan }: LoadedPlan, query: Query, { reason, related }: Refusal): Slot[] {
  const nearest = related[0];
  const part = partOfYear(query.folded);
  // 「上半年」; the question's own numbers (1—6月) are not repeated.
  if (part !== null && !/\d/.test(part) && !nearest && reason === 'unknown' && !query.wantsNumber)
    return [words(`文件没有单独写${part}的安排。`)];
  if (part !== null && !/\d/.test(part) && nearest && (reason === 'unknown' || reason === 'no-number'))
    return [words(`文件没有单独写${part}的数字。`)];
  switch (reason) {
    case 'other-period':
      if (asksSoFar(query, plan.year))
        return [
          words('文件没有写'),
          ...named(nearest && indicator(plan, nearest)),
          words(`目前完成了多少${nearest?.period === 'target' ? '，只写了目标' : ''}。`),
        ];
      return [
        words('文件没有给出'),
        ...asked(query, plan.year),
        ...(nearest ? [words('的“'), indicator(plan, nearest), words('”')] : [words('的数字')]),
        words('。'),
      ];
    case 'other-year':
      return [words('文件没有您问的那一年的数字，它只讲'), ...covered(plan.year), words('。')];
    case 'no-number':
      return [words(mentioned)];
    case 'no-detail':
      return [words(`文件没有写明${detailAsked(query)}。`)];
    case 'not-enumerated':
      return [words('文件只提到这一说法，没有列出具体内容。')];
    case 'not-broken-down':
      return [words('文件没有逐个列出，只给了总的数字。')];
    case 'other-unit':
      return [words('文件没有按您问的单位给出这项数字。')];
    case 'no-comparison':
      return [words('文件没有同时给出要比较的数字，无法比较。')];
    default:
      return [words(notFound(query, plan.document.text))];
  }
}

/** 「今年已完成多少」, 「现在修了几公里」: what is done by now stands in no plan. */
const asksSoFar = ({ time, folded }: Query, planYear: number | null): boolean =>
  time.period === 'achieved' && (!time.stated || time.year === planYear) && !/原来|原先|以前|之前|过去/.test(folded);

const named = (name: Slot | undefined): Slot[] => (name ? [words('“'), name, words('”')] : []);

const mentioned = '文件提到了相关内容，但没有给出您问的数字。';
const longestTopic = 16;
const onlyVerbs = new RegExp(`^${verbRunPattern}了?$`);

/** 「没有找到“公路养护”的数字」: the topic in the question's own words, as far as they name something and hold no number. */
function notFound({ content, folded, form, wantsNumber }: Query, text: string): string {
  if (form === 'filter') return '文件中没有符合条件的数字。';
  if (form === 'reverse') return '文件中没有您问的这个数字。';
  const run = content.find(
    (words) =>
      words.length >= 2 &&
      /^[\u4e00-\u9fffA-Za-z“”]+$/.test(words) &&
      !/^第|^(?:内容|情况)$|^.[了过]$/.test(words) &&
      !onlyVerbs.test(words),
  );
  const topic = run === undefined ? '' : topicAround(folded, run);
  if (topic === '' || topic.length > longestTopic || findQuantities(topic).length > 0)
    return '文件中没有找到这项内容。';
  // What the plan has is not missing; only the number asked for is.
  if (text.includes(topic)) return mentioned;
  const owner = topic.replace(inCharge, '');
  if (owner !== topic && owner !== '') return `文件中没有找到“${owner}”的任务。`;
  return `文件中没有找到“${topic}”的${!asksWho.test(folded) && (wantsNumber || form === 'single' || form === 'list') ? '数字' : '相关内容'}。`;
}

const asksWho = /谁|哪位|哪[儿里]|地址/;
const inCharge = /(?:负责|牵头|承担|分管|主抓|主管|领)$/;

/** A run as a name: with the 最低 that is no topic by itself, without the verb behind it. */
function topicAround(folded: string, run: string): string {
  const before = /最[低高大小]$/.exec(folded.slice(0, Math.max(0, folded.indexOf(run))))?.[0] ?? '';
  const words = segmentWords(run.replace(/[“”]/g, ''));
  while (words.length > 1 && isDeed(words.at(-1))) words.pop();
  return before + words.map(({ text }) => text).join('');
}

/** 学校|建, GDP|增长: what is done to a thing, and how it moves, is no part of its name. */
const isDeed = (word: Word | undefined): boolean =>
  word !== undefined && (word.kind === 'speech' || onlyVerbs.test(word.text) || moves.test(word.text));
const moves = /^(?:上升|下降|降低|增长|增加|减少|提高|提升|[涨降升增减达投建修办下上做花用])$/;

/** What of a task the text does not say. */
const detailAsked = ({ form, folded }: Query): string => {
  if (form === 'owner') return asksWhen.test(folded) ? '这项工作的责任单位和完成时限' : '这项工作的责任单位';
  return form === 'deadline' ? '这项工作的完成时限' : '您问的这一点';
};
const asksWhen = /什么时(?:候|间)|啥时|何时|几月|时限|期限/;

const asked = ({ time }: Query, planYear: number | null): Slot[] => {
  const asksPast = time.period === 'achieved';
  if (planYear === null) return [words(asksPast ? '上一年完成情况' : '今年目标')];
  return asksPast ? [year(planYear - 1), words('完成情况中')] : [year(planYear), words('目标中')];
};

const covered = (planYear: number | null): Slot[] =>
  planYear === null
    ? [words('本计划期和上一年')]
    : [year(planYear - 1), words('的完成情况和'), year(planYear), words('的目标')];

const examples = 2;

function helpLines({ plan, figures }: LoadedPlan): Line[] {
  const shown = exampleFigures(figures).slice(0, examples);
  return [
    line('headline', words('我只回答工作计划里的内容，例如目标、完成情况、责任单位和出处。')),
    line('note', words('当前文件：'), { kind: 'section', text: planName(plan), plan }),
    ...shown.map((of) =>
      line('item', words('可以问：'), { kind: 'indicator', text: questionFor(of), figure: { plan, figure: of } }),
    ),
  ];
}
