import type { Figure } from '../../figures/figure.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { refuse, type Finding } from '../finding.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import { contradicts } from '../ranking/contradictions/contradicts.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { bestOfTopic, isOneWithBoth, joins, topicsOf } from './topics.ts';
import type { FormContext } from './context.ts';

/** Candidates as near to the best as this are members of the group that is summed or compared. */
const member = 0.7;
const lastCharacters = 2;
const mostMembers = 24;
/** An indicator that the question gives in full. */
const wholeName = 0.9;
const hardlyNamed = 0.3;
const addsUp = /加起来|合起来|合计|[两二三四五六七八九十]大|各|、/;

/**
 * The figures of one kind that 「一共」, 「哪个最高」 speak of: the same unit, and names that end alike
 * (先进材料产业产值, 智能装备产业产值). null where the question means one figure, or none.
 */
export function findAggregate(context: FormContext): Finding | null {
  const { loaded, query, meanings } = context;
  if (query.arithmetic === 'sum') {
    const named = sumOfTopics(context);
    if (named) return named;
  }
  const ask = query.asks.find(({ unit, unitClass }) => unit !== null || unitClass !== null) ?? query.asks[0] ?? null;
  const ranked = rankFigures(loaded, query.content, ask, meanings, query.background).filter(
    ({ figure, unitFit }) =>
      figure.role === 'figure' &&
      unitFit > 0.3 &&
      fitsTime(figure, query.time, loaded.plan) &&
      figure.cumulative === query.time.cumulative,
  );
  const best = ranked[0];
  if (!best || best.score < 0.35 || best.coverage < 0.25 || contradicts(best, query.content)) return null;
  // 「三级医院一共多少家」 is no sum of hospitals of whatever kind.
  if (query.arithmetic === 'sum' && best.near < hardlyNamed && !addsUp.test(query.folded)) return null;
  // 「亿元以上工业项目一共实施多少个」 names one figure; 一共 only stresses it.
  if (query.arithmetic === 'sum' && best.named >= wholeName && best.near >= wholeName) return null;
  const alike = ranked.filter((other) => isMember(other, best));
  const parts = alike.filter(({ figure }) => !alike.some((other) => isPartOf(figure, other.figure)));
  const members = query.arithmetic === 'sum' ? withoutWhole(parts, query.folded) : parts;
  if (members.length < 2) return null;
  // A sum or a ranking of some of them would be wrong.
  if (members.length > mostMembers) return refuse('no-comparison', members.slice(0, mostMembers).map(({ figure }) => figure)); // prettier-ignore
  const figures = members.map(({ figure }) => figure).sort((a, b) => a.id - b.id);
  if (query.arithmetic === 'sum') return { kind: 'list', scope: null, figures, total: figures.length, sum: true };
  return figures.every(({ quantity }) => quantity.value !== null)
    ? { kind: 'ranking', figures, order: query.arithmetic === 'lowest' ? 'lowest' : 'highest' }
    : refuse('no-comparison', figures);
}

/** 「三大主导产业产值加起来」: what is no less than the three together is the whole that they are parts of. */
function withoutWhole(parts: readonly Candidate[], folded: string): readonly Candidate[] {
  const count = readChineseNumber(/([两二三四五六七八九十]{1,2})[个条项类家大种]/.exec(folded)?.[1] ?? '');
  if (count === null || parts.length <= count) return parts;
  const ascending = parts.toSorted((a, b) => valueOf(a) - valueOf(b));
  const together = ascending.slice(0, count).reduce((sum, part) => sum + valueOf(part), 0);
  return ascending.slice(count).every((part) => valueOf(part) >= together) ? ascending.slice(0, count) : parts;
}

const valueOf = ({ figure }: Candidate): number => figure.quantity.value ?? 0;

/** 「招聘教师150名，其中紧缺学科教师65名」: the part is counted in the whole. */
function isPartOf(part: Figure, whole: Figure): boolean {
  if (part.passage !== whole.passage || part.quantity.start <= whole.quantity.end) return false;
  const between = part.passage.text.slice(
    whole.quantity.end - part.passage.start,
    part.quantity.start - part.passage.start,
  );
  return between.includes('其中') && !/[;；。]/.test(between);
}

/** 「雨量站和水位站一共多少处」: each of the things named, or a refusal; never one of them for the sum. */
function sumOfTopics(context: FormContext): Finding | null {
  const { folded } = context.query;
  if (!joins.test(folded)) return null;
  // 「争取中央和省级资金一共多少」: one thing by the plan's own name.
  if (context.loaded.figures.some(({ indicator }) => joins.test(indicator) && folded.includes(indicator))) return null;
  // 「高速服务区和客运枢纽一共新建多少充电桩」 of one number for both.
  if (isOneWithBoth(context)) return null;
  const topics = topicsOf(context);
  if (topics.length < 2) return null;
  const figures = topics.map((topic) => bestOfTopic(context, topic, context.query.time));
  const found = [...new Set(figures.filter((figure) => figure !== null))];
  const [first] = found;
  // 「跟中央和省里一共争取到多少」 of 中央和省级资金: one thing that is named with both.
  if (found.length === 1 && figures.every((figure) => figure === first)) return null;
  if (
    first === undefined ||
    found.length < topics.length ||
    found.some(({ quantity }) => quantity.unit !== first.quantity.unit)
  )
    return refuse('no-comparison', found.length > 0 ? found : nearest(context));
  return { kind: 'list', scope: null, figures: found.sort((a, b) => a.id - b.id), total: found.length, sum: true };
}

const nearest = ({ loaded, query, meanings }: FormContext): Figure[] =>
  rankFigures(loaded, query.content, query.asks[0] ?? null, meanings)
    .filter(({ near }) => near >= partlyNamed)
    .slice(0, 2)
    .map(({ figure }) => figure);
const partlyNamed = 0.2;

const isMember = (other: Candidate, best: Candidate): boolean =>
  other.score >= member * best.score &&
  other.figure.quantity.unit === best.figure.quantity.unit &&
  other.figure.aspect === best.figure.aspect &&
  other.figure.period === best.figure.period &&
  other.figure.indicator.slice(-lastCharacters) === best.figure.indicator.slice(-lastCharacters);
