import { verbRunPattern } from '../figures/action-verbs.ts';
import type { LoadedPlan } from '../library/plan-library.ts';
import { foldQuestion } from './question/fold-question.ts';
import { isAcknowledgement } from './question/form/acknowledgement.ts';
import { isDetailOnly } from './question/detail-words.ts';
import { asksNothing, type AskedTime, type Query } from './question/query.ts';
import { noMeanings, rankFigures } from './ranking/rank.ts';
import { readQuestion } from './question/read-question.ts';
import { sectionsAbout } from './forms/passage-search.ts';
import { wordsOf } from './question/known-words.ts';
import { isPair, ngrams } from '../text/ngrams.ts';
import { segmentWords, type Word } from '../text/words.ts';

const onlyVerbs = new RegExp(`^(?:${verbRunPattern}了?|[降升提涨压减增扩缩]到|增长|增加|下降|减少)$`);
const longestHistory = 6;
const opensLater = /^(?:那么?|还有|另外|其中|它|这个|那个|上面|刚才|再|然后|这些|哪)/;
/** 「化肥减量那块呢」 */
const pointsElsewhere = /[这那]一?(?:块|方面|部分)呢?[?？。]?$/;
const longTopic = 4;
const closesShort = /呢[?？。]?$/;

/** Reads a question in the light of the chat's earlier ones: a short one keeps what it does not mention. */
export function readInContext(question: string, history: readonly string[], loaded: LoadedPlan): Query {
  const known = wordsOf(loaded);
  const own = readQuestion(question, loaded.plan, known);
  const said = history.filter((words) => !isAcknowledgement(foldQuestion(words))).slice(-longestHistory);
  const earlier = backTo(own, said);
  const last = earlier.at(-1);
  if (last === undefined || asksNothing(own.form) || !(isShort(own, known) || isDetailOnly(own, known))) return own;
  if (isComplete(own, loaded)) return own;
  const previous = readInContext(last, earlier.slice(0, -1), loaded);
  return asksNothing(previous.form) ? own : merge(own, previous, loaded);
}

/** 「那去年接待了多少」 after 「今年要接待多少人次」 and 「旅游总花费要增长多少」 goes on with the question that has its word. */
function backTo(own: Query, said: readonly string[]): readonly string[] {
  const words = own.content.filter((run) => run.length >= 2 && !onlyVerbs.test(run));
  const named = words.length > 0 ? words : own.content.filter((run) => run.length >= 2);
  const has = (question: string): boolean => named.some((run) => foldQuestion(question).includes(run));
  const at = said.findLastIndex(has);
  return at < 0 ? said : said.slice(0, at + 1);
}

function isShort(
  { folded, content, quantities, wantsNumber, form, asks, time }: Query,
  known: (words: string) => boolean,
): boolean {
  if (quantities.length > 0) return false;
  if (opensLater.test(folded) || closesShort.test(folded)) return true;
  // 「今年要建几座核电站」 asks for a thing of its own, which has nothing to do with what was asked before.
  const isNew = ({ text, kind }: Word): boolean =>
    kind === 'name' && text.length >= 2 && !ngrams(text).some((gram) => isPair(gram) && known(gram));
  if (content.join('').length > 5 || (wantsNumber && content.flatMap(segmentWords).some(isNew))) return false;
  const hasWords = (run: string): boolean => known(run) || ngrams(run).some((gram) => isPair(gram) && known(gram));
  // 「GDP目标多少」 asks for what the plan has not, whatever was asked before.
  if (wantsNumber && content.some((run) => /^[a-z]{2,}$/i.test(run) && !hasWords(run))) return false;
  // 「牛哇」 says nothing of the plan and asks nothing: it does not ask the question before again.
  const isKnown = content.some(hasWords);
  return isKnown || form !== 'single' || asks.length > 0 || time.stated || time.period !== null;
}

function merge(own: Query, previous: Query, loaded: LoadedPlan): Query {
  const standsAlone =
    !isDetailOnly(own, wordsOf(loaded)) &&
    !asksOnFirst(own) &&
    (hasTopic(own, loaded) || (pointsElsewhere.test(own.folded) && own.content.join('').length >= longTopic));
  const asksItself = own.asks.some(
    ({ unit, unitClass, aspect }) => unit !== null || unitClass !== null || aspect !== null,
  );
  const form =
    own.form !== 'single' || own.wantsNumber
      ? own.form
      : previous.form === 'reverse' || previous.form === 'filter'
        ? 'single'
        : previous.form;
  // Another topic need not have the earlier one's unit: 「那污水处理厂呢」 after 多少公里.
  const ownAsks = asksItself ? own.asks : asksOf(own, previous, standsAlone);
  const [firstAsk, ...furtherAsks] = ownAsks;
  const asks = firstAsk && asksOnFirst(own) ? [{ ...firstAsk, content: previous.content }, ...furtherAsks] : ownAsks;
  const content = standsAlone ? own.content : [...withoutCounterpart(previous.content, own.folded), ...own.content];
  const asked = atTimeOf(own.folded, previous.folded);
  const folded = standsAlone ? `${own.folded}，${previous.content.join('')}` : `${asked}，${own.folded}`;
  return {
    ...own,
    form,
    asks,
    content,
    folded,
    emphasis: own.content
      .map((run) => run.replace(/^其中/, ''))
      .filter((run) => run.length >= 2 && !onlyVerbs.test(run)),
    background: [...previous.content, ...previous.background],
    time: mergeTime(own, previous.time),
    // 「下半年要完成哪些任务」 has a form of its own, whatever was asked before.
    wantsNumber: own.wantsNumber || (!standsAlone && own.form === 'single' && previous.wantsNumber),
  };
}

/** 「那今年新增几家」 after 累计多少家 asks for what is new, and the other way round. */
const withoutCounterpart = (earlier: readonly string[], folded: string): readonly string[] => {
  const [says, other] = additions.test(folded) ? [additions, totals] : [totals, additions];
  return says.test(folded) ? earlier.map((run) => run.replace(other, '')).filter((run) => run !== '') : earlier;
};
const additions = /新增|净增|新认定|新培育/;
const totals = /累计|总数|总共|一共/;

/** 「今年增加多少张，里面护理型的有几张」: what is asked first is of what was asked before. */
const asksOnFirst = ({ asks: [first, ...more] }: Query): boolean =>
  first !== undefined &&
  more.length > 0 &&
  first.content.length > 0 &&
  first.content.every((run) => onlyVerbs.test(run));

/** 「今年造林多少亩」, 「水环境有哪些指标」: a topic, and what is asked of it, need nothing from before. */
const isComplete = (own: Query, loaded: LoadedPlan): boolean =>
  !opensLater.test(own.folded) &&
  !closesShort.test(own.folded) &&
  !/他们|她们|它|上述|该/.test(own.folded) &&
  own.time.stated &&
  !asksOnFirst(own) &&
  own.asks.some(({ unit, number }) => number && unit !== null) &&
  hasTopic(own, loaded);

/** What a question that names no unit asks for: as before; with a topic of its own the earlier unit is only likely. */
function asksOf(own: Query, previous: Query, standsAlone: boolean): Query['asks'] {
  if (!standsAlone) return previous.asks;
  if (own.asks.length > 0) return own.asks;
  return previous.asks.map((ask) => ({ ...ask, implied: true, content: own.content, text: own.folded }));
}

/** Whether the question's own words name something of the plan. */
function hasTopic(own: Query, loaded: LoadedPlan): boolean {
  if (own.content.join('').length < 2 || own.content.every((run) => onlyVerbs.test(run))) return false;
  const best = rankFigures(loaded, own.content, own.asks[0] ?? null, noMeanings)[0];
  if (best && best.near >= 0.55) return true;
  const section = sectionsAbout({ loaded, query: own, meanings: noMeanings })[0];
  return section !== undefined && section.coverage >= 0.6;
}

/** 「6月底前完成的有哪些」 and 「那10月底前呢」: asked again for the other part of the year. */
function atTimeOf(folded: string, earlier: string): string {
  const [time, ...more] = folded.match(partsOfYear) ?? [];
  return time === undefined || more.length > 0 ? earlier : earlier.replace(partsOfYear, time);
}
const partsOfYear =
  /(?:(?<!\d)1?\d月份?|[一二三四]季度|[上下]半年)(?:底|末)?(?:之?前|以前)?|年(?:底|末)(?:之?前|以前)?/g;

/** 「当时定的目标是多少」 is of the time asked for before. */
function mergeTime({ time, folded }: Query, previous: AskedTime): AskedTime {
  if (/当时|当年|那时/.test(folded) && previous.stated) return { ...previous, period: time.period ?? previous.period };
  // 「完成多少了」 after 「今年修多少」 is of this year.
  if (
    !time.stated &&
    /完成|做到|干到|进度/.test(folded) &&
    time.period === 'achieved' &&
    previous.year !== null &&
    previous.period === 'target'
  )
    return { ...time, year: previous.year, years: previous.years, stated: true };
  return time.stated || time.period !== null || time.cumulative ? time : previous;
}
