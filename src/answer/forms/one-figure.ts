import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import type { Ask } from '../question/query.ts';
import { wordsOf } from '../question/known-words.ts';
import { namesOtherKind } from '../ranking/counterpart.ts';
import type { Candidate } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { asGoodAs, meantWith, preferNamedPart } from '../ranking/selection.ts';
import type { FormContext } from './context.ts';
import { besideInTime, namedInTime } from './of-another-time.ts';
import { inNamedSentence } from './named-sentence.ts';
import { passagesAbout } from './passage-search.ts';
import { readAsk } from './read-ask.ts';
import { takesYearForWhole } from './whole-investment.ts';
import { goesOnWith, saidBefore } from './spoken-of.ts';
import { standsElsewhere, statedWithoutNumber } from './without-number.ts';

/** Near enough to be shown beside a refusal: by meaning, or by words that are not only such as 增长. */
const isNearby = ({ figure, coverage, similarity, near }: Candidate): boolean =>
  figure.role === 'figure' && (similarity > nearbyMeant || (coverage > 0.25 && (near > 0.2 || similarity > 0.4)));
const nearbyMeant = 0.48;

/** The figure that one ask means; the candidates where several fit alike, or why there is none. */
export function findOne(context: FormContext, asked: readonly string[], ask: Ask | null): Finding {
  const { loaded, query } = context;
  const { content, ranked, fitting, evidence } = readAsk(context, asked, ask);
  // What was asked before stands behind the question in a follow-up.
  const followsUp = query.background.length > 0;
  // 「接待游客多少，旅游收入多少」: what the other ask names is no part of this one.
  const asksMore = query.asks.filter(({ number }) => number).length > 1;
  const said = asksMore && ask !== null ? ask.text : query.folded;
  const usable = preferNamedPart(
    asksMore ? exactFirst(context, fitting, content) : fitting,
    followsUp ? '' : said,
    followsUp || ask === null ? '' : `${said}\n${content.join('')}`,
    ask?.unit,
  );
  const nearest = ranked.filter(isNearby).map(({ figure }) => figure);
  const best = usable[0];
  // 「这种项目有几个」 points at something that was not said.
  if (!followsUp && /^[这那][种类](?:项目|企业|工作|任务|情况|指标|事)/.test(query.folded))
    return refuse('unknown', nearest);
  if (!followsUp && best && takesYearForWhole(best.figure, query.folded))
    return refuse('no-number', nearest, [best.figure.passage]);
  if (evidence === null) return inSentence(context, content, ask, ranked) ?? refuseUnknown(context, ranked, nearest);
  if (evidence === 'meaning' && best && standsElsewhere(context, best, content)) return refuse('unknown', nearest);
  if (evidence === 'meaning' && best && namesOtherKind(best, content, wordsOf(loaded)))
    return refuse('unknown', nearest);
  // What goes on with the sentence before has its number there.
  const goesOn = best !== undefined && goesOnWith(best, query.background);
  const unnumbered = best && !goesOn ? statedWithoutNumber(context, best, ranked) : undefined;
  if (unnumbered) return inSentence(context, content, ask, ranked) ?? refuse('no-number', nearest, [unnumbered]);
  if (!best) return refuse('unknown', nearest);
  const group = meantWith(usable);
  const timely = group.filter(({ figure }) => fitsTime(figure, query.time, loaded.plan));
  if (timely.length === 0) {
    const other = namedInTime(context, usable);
    if (other.length > 0) return answerWith(context, other, ask, group);
    const beside = besideInTime(context, usable);
    if (beside) return answerWith(context, [beside], ask, group);
    const continued = continuedTopic(context, usable);
    if (continued) return { kind: 'figure', figures: [continued.figure], related: [] };
    return refuse(otherTime(context), [...group.map(({ figure }) => figure), ...nearest].filter(isFirst));
  }
  if (evidence === 'words') {
    const rivals = asGoodAs(usable).filter(
      ({ figure, score }) =>
        fitsTime(figure, query.time, loaded.plan) &&
        !sameIndicator(figure, best.figure) &&
        score >= 0.94 * best.score &&
        // 「他们去年人均收入多少」 after 农村居民: those are meant that were spoken of.
        saidBefore(figure, query.background) >= saidBefore(best.figure, query.background) - asSaid,
    );
    if (rivals.length > 0 && isVague(content, timely[0], rivals)) {
      const figures = [...timely.slice(0, 1), ...rivals]
        .map(({ figure }) => figure)
        .filter(isFirst)
        .sort((a, b) => a.id - b.id);
      if (figures.length <= 6) return { kind: 'ambiguous', figures, topic: content.join('') };
    }
  }
  return answerWith(context, timely, ask, group);
}

/** 「重点项目多少个，竣工投产几个」: of several asks the one for 重点项目 means the figure of just that name. */
function exactFirst(
  { query, loaded }: FormContext,
  candidates: readonly Candidate[],
  content: readonly string[],
): readonly Candidate[] {
  const name = content.join('');
  const exact = candidates.find(({ figure }) => figure.indicator === name && fitsTime(figure, query.time, loaded.plan));
  return exact === undefined ? candidates : [exact, ...candidates.filter((other) => other !== exact)];
}

/** So much less of its name was said before. */
const asSaid = 0.15;

const isFirst = (figure: Figure, index: number, all: readonly Figure[]): boolean => all.indexOf(figure) === index;

/** Nothing tells the candidates apart: the question names none of them further than the others. */
function isVague(content: readonly string[], best: Candidate | undefined, rivals: readonly Candidate[]): boolean {
  if (!best || best.named >= 0.8) return false;
  return rivals.every(
    (rival) =>
      Math.abs(rival.near - best.near) < 0.02 && rival.named <= best.named + 0.15 && content.join('').length <= 4,
  );
}

const preferring = (
  candidates: readonly Candidate[],
  fits: (candidate: Candidate) => boolean,
): readonly Candidate[] => {
  const fitting = candidates.filter(fits);
  return fitting.length > 0 ? fitting : candidates;
};

/** Of one indicator's figures those that the question's period and aspect ask for; the target first. */
function answerWith(
  { query, loaded }: FormContext,
  fitting: readonly Candidate[],
  ask: Ask | null,
  group: readonly Candidate[],
): Finding {
  const stated = fitting.filter(({ figure }) => figure.role === 'figure' || fitting.length === 1);
  const asked = stated.length > 0 ? stated : fitting;
  // 「2025年定的目标」 of a plan for 2026 that gives it beside the result.
  const setThen = asked.filter(({ figure }) => figure.period === 'target' && figure.year === query.time.year);
  const pool = setThen.length > 0 && /目标|计划|定的/.test(query.folded) ? setThen : asked;
  const period =
    (pool === setThen ? 'target' : query.time.period) ??
    (pool.some(({ figure }) => figure.period === 'target') ? 'target' : (pool[0]?.figure.period ?? null));
  const inPeriod = pool.filter(
    ({ figure }) => figure.period === period && (query.time.cumulative || !figure.cumulative),
  );
  // Of a target's years the plan's own, where none is named.
  const chosenFrom = preferring(
    inPeriod.length > 0 ? inPeriod : pool,
    ({ figure }) =>
      period !== 'target' || query.time.year !== null || figure.year === null || figure.year === loaded.plan.year,
  );
  const wanted = ask?.aspect ?? 'level';
  const inAspect = preferring(chosenFrom, ({ figure }) => figure.aspect === wanted);
  // 「由25.1户提高到27.3户」: a value without a year may be the one that was left behind.
  const candidates = preferring(inAspect, ({ figure }) => query.time.year === null || figure.year === query.time.year);
  const best = candidates[0];
  if (!best) return refuse('unknown');
  // 「底线和力争目标各是多少」 asks for every value of the one indicator.
  const figures = /各是|各为|分别|力争(?:多少|几)/.test(query.folded)
    ? candidates
        .filter(({ figure }) => figure.indicator === best.figure.indicator && figure.year === best.figure.year)
        .map(({ figure }) => figure)
        .sort((a, b) => a.id - b.id)
    : [best.figure];
  const related = group
    .map(({ figure }) => figure)
    .filter((figure) => !figures.includes(figure) && figure.role === best.figure.role);
  return { kind: 'figure', figures, related };
}

/** 「绿色食品呢」 after 产值: the earlier question's indicator below the heading that this one names. */
function continuedTopic({ query, loaded }: FormContext, usable: readonly Candidate[]): Candidate | undefined {
  // 「今年再降多少」 names nothing new: the indicator before has no such figure, and no other is meant.
  if (query.background.length === 0 || (query.content.length > 0 && namesNothingNew(query))) return undefined;
  const fitting = usable.filter(
    ({ figure, coverage, followed }) =>
      coverage >= 0.5 && followed >= 0.02 && fitsTime(figure, query.time, loaded.plan),
  );
  return fitting.sort((a, b) => b.coverage + 5 * b.followed - (a.coverage + 5 * a.followed))[0];
}

const namesNothingNew = ({ emphasis, content, background }: FormContext['query']): boolean =>
  emphasis.length === 0 && content.some((run) => background.includes(run));

function otherTime({ query, loaded }: Pick<FormContext, 'query' | 'loaded'>): 'other-year' | 'other-period' {
  const { year } = query.time;
  const planYear = loaded.plan.year;
  return year !== null && planYear !== null && year !== planYear && year !== planYear - 1
    ? 'other-year'
    : 'other-period';
}

/** The figure asked for of the sentence that the question names, as an answer. */
function inSentence(...asked: Parameters<typeof inNamedSentence>): Finding | null {
  const [context, , ask] = asked;
  const found = inNamedSentence(...asked);
  return found && answerWith(context, [found], ask, [found]);
}

/** 「明年的目标呢」 of a plan that has no figure of that year. */
function asksYearOutside({ query, loaded }: FormContext): boolean {
  const { year } = query.time;
  return (
    year !== null &&
    query.content.length === 0 &&
    otherTime({ query, loaded }) === 'other-year' &&
    !loaded.figures.some((figure) => figure.year === year)
  );
}

/** Nothing fits: say whether a task without a number was meant, or another unit, or nothing at all. */
function refuseUnknown(context: FormContext, ranked: readonly Candidate[], nearest: readonly Figure[]): Finding {
  const best = ranked[0];
  if (asksYearOutside(context)) return refuse('other-year');
  if (best && best.unitFit <= 0.3 && best.near >= 0.6)
    return refuse('other-unit', [best.figure, ...nearest].filter(isFirst));
  const passages = passagesAbout(context, 1).filter(({ score, coverage }) => score >= 0.45 && coverage >= 0.5);
  return passages.length > 0
    ? refuse(
        'no-number',
        nearest,
        passages.map(({ passage }) => passage),
      )
    : refuse('unknown', nearest);
}
