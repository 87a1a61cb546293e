import { findQuantities } from '../../figures/quantities.ts';
import type { Plan } from '../../plan/plan.ts';
import { withoutClaim } from './claimed-value.ts';
import { contentRuns } from './content-runs.ts';
import { foldQuestion } from './fold-question.ts';
import type { Ask, Query } from './query.ts';
import { readForm } from './form/read-form.ts';
import { withoutOwnPlace } from './own-place.ts';
import { officialNames } from './official-names.ts';
import { readAsks } from './read-asks.ts';
import { readArithmetic, readCondition, readOtherBound } from './read-condition.ts';
import { readTime } from './read-time.ts';
import { mendSlips } from './typing-slips.ts';
import { writeOutShortForms } from './short-forms.ts';

/** 「哪几个」, 「哪“三个坚持”」 ask for names, not for a number. */
const asksWhich = /哪[“"「]?[几两三四五六七八九十](?!.*(?:各|分别)[是有为]?(?:多少|几))/;
/** 「几月份」, 「几号」 ask for a time. */
const asksDate = /几月|几号|几点钟/;

/** 「表里8项重点任务的目标值」: how many there are bounds no value. */
const countsTasks = /^\d{1,2}[项个件条](?:重点|主要|民生|量化|硬)*(?:任务|工作|指标|实事|目标)/;
const tasksNamed = 6;
/** 「主要目标一共八条」 */
const inAll = /(?:一共|总共|共)有?$/;

/** Reads what a question asks, by the words of the language and the plan's year; the plan's topics come in when ranking. */
export function readQuestion(raw: string, plan: Plan, known?: (gram: string) => boolean): Query {
  const named = useOfficialNames(withoutClaim(withoutOwnPlace(mendSlips(foldQuestion(raw), plan), plan)), plan);
  const folded = known === undefined ? named : writeOutShortForms(named, plan.document.text, known);
  const asks = readAsks(folded, known);
  // 「是哪五个」 asks for names; it gives no number.
  const quantities = findQuantities(folded).filter(
    ({ start, end }) =>
      folded[start - 1] !== '哪' &&
      !(inAll.test(folded.slice(0, start)) && /^[条项个件]/.test(folded.slice(end - 1))) &&
      !countsTasks.test(folded.slice(start, end + tasksNamed)),
  );
  const wantsNumber = asks.some(({ number }) => number) && !asksWhich.test(folded) && !asksDate.test(folded);
  const condition = readCondition(folded);
  const time = readTime(folded, plan);
  const content = contentRuns(folded, known);
  return {
    raw,
    folded,
    form: asksLevelAndChange(folded, asks)
      ? 'single'
      : readForm(folded, {
          wantsNumber,
          condition,
          quantities: quantities.length,
          both: time.both,
          inPlan: (word) => plan.document.text.includes(word),
        }),
    content,
    background: [],
    emphasis: [],
    asks,
    wantsNumber,
    time,
    quantities,
    condition,
    otherBound: readOtherBound(folded),
    arithmetic: readArithmetic(folded),
  };
}

/** 「接待了多少人，比上年增长多少」 asks for a figure and the change that stands beside it; nothing is compared. */
const asksLevelAndChange = (folded: string, asks: readonly Ask[]): boolean =>
  asks.length >= 2 &&
  asks[0]?.number === true &&
  asks.at(-1)?.number === true &&
  /[,，]\s*(?:同比|[比较](?:去年|上一?年|前一年|20\d\d年)(?:同期)?)[^,，]*$/.test(folded);

/** Short and popular names as the plan writes them: 规上 → 规模以上. */
function useOfficialNames(folded: string, plan: Plan): string {
  const { text } = plan.document;
  return officialNames.reduce(
    (question, [pattern, ...names]) =>
      question.replace(pattern, (found: string, ...rest: unknown[]) => {
        const official = names.find((name) => text.includes(name));
        if (official === undefined) return found;
        const [at, whole] = rest.slice(-2) as [number, string];
        const rare = count(text, found) * muchRarer <= count(text, official);
        const isOwn =
          text.includes(found) &&
          (!rare || isInContext(whole, at, found, text)) &&
          !goesOnWith(whole.slice(at + found.length), official, found, text);
        return !isOwn || /^gdp$/i.test(found) ? official : found;
      }),
    folded,
  );
}

/** 「技改投资」 of a plan that has 技改项目, but 技术改造投资. */
function goesOnWith(behind: string, official: string, found: string, text: string): boolean {
  const next = /^[\u4e00-\u9fff]{2}/.exec(behind)?.[0];
  return next !== undefined && text.includes(official + next) && !text.includes(found + next);
}

/** A popular name that the plan has so much less often than the official one is not its own. */
const muchRarer = 4;
const count = (text: string, name: string): number => text.split(name).length - 1;

/** Whether the plan has the name together with a neighbour that it has in the question: 好老师 is not 好教师. */
function isInContext(question: string, at: number, found: string, text: string): boolean {
  const [before, after] = [question[at - 1] ?? '', question[at + found.length] ?? ''];
  const isWord = (char: string): boolean => /[\u4e00-\u9fff]/.test(char);
  if (!isWord(before) && !isWord(after)) return true;
  return (isWord(before) && text.includes(before + found)) || (isWord(after) && text.includes(found + after));
}
