import type { Figure } from '../../figures/figure.ts';
import type { Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { noMeanings, rankFigures } from '../ranking/rank.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { findOne } from './one-figure.ts';

const asked = /比(全[国省市县区])(?:平均|的)?(?:水平|数)?[^,，]{0,4}[高低快慢多少]/;
const partlyNamed = 0.3;

/**
 * 「增速比全国高出多少」 of a plan that states it: 高于全国平均水平1.6个百分点. 「增速是多少，比全省高出几个点」 asks for the figure itself too.
 */
export function findAheadOfAll(context: FormContext): Finding | null {
  const { query, loaded, meanings } = context;
  const match = asked.exec(query.folded);
  if (!match) return null;
  const states = new RegExp(`(?:高于|低于|快于|慢于|高出|好于|优于|比)${match[1]}`);
  const folded = query.folded.slice(0, match.index);
  const topic = contentRuns(folded, wordsOf(loaded));
  const [first] = query.asks;
  const about = { ...context, query: { ...query, folded, content: topic }, meanings: noMeanings };
  const own =
    topic.length > 0 ? findOne(about, topic, first ? { ...first, text: folded, content: topic } : null) : null;
  const figure = own?.kind === 'figure' ? own.figures[0] : undefined;
  const isAhead = (other: Figure): boolean => states.test(other.indicator) && fitsTime(other, query.time, loaded.plan);
  const beside = figure && loaded.figures.find((other) => isAhead(other) && isOf(other, figure, states));
  const asksBoth = first !== undefined && !asked.test(first.text);
  if (figure && beside) return { kind: 'figure', figures: asksBoth ? [figure, beside] : [beside], related: [] };
  const [best] = rankFigures(loaded, query.content, null, meanings).filter((candidate) =>
    fitsTime(candidate.figure, query.time, loaded.plan),
  );
  return best && states.test(best.figure.indicator) && best.near >= partlyNamed
    ? { kind: 'figure', figures: [best.figure], related: [] }
    : null;
}

/** 规模以上工业增加值高于全省平均水平 is of 规上工业增加值, in whatever sentence. */
const isOf = (ahead: Figure, figure: Figure, states: RegExp): boolean =>
  sameIndicator(
    { ...ahead, indicator: ahead.indicator.split(states)[0] ?? '', aspect: 'change' },
    { ...figure, aspect: 'change' },
  );
