import type { Figure } from '../../figures/figure.ts';
import type { Finding } from '../finding.ts';
import type { Ask } from '../question/query.ts';
import { noMeanings, rankFigures } from '../ranking/rank.ts';
import { sameIndicator } from '../ranking/same-indicator.ts';
import type { FormContext } from './context.ts';
import { countedRow } from './counted-row.ts';
import { findOne } from './one-figure.ts';
import { bestOfTopic, topicsOf } from './topics.ts';

const unique = (figures: readonly Figure[]): Figure[] => [...new Set(figures)];

/** 「覆盖率和成功率各是多少」: a figure for each of the things named. */
export function findSideBySide(context: FormContext): Finding | null {
  const found = sideBySide(context);
  return found && { kind: 'figure', figures: found, related: [] };
}

const asksEach = /各[\u4e00-\u9fff]{0,3}(?:多少|几|百分)|分别|、[^,，、]{2,10}(?:是|有)(?:多少|几)/;

/** A figure for each of the things named in a row before 各 or 分别; null where one has none. */
function sideBySide(context: FormContext, anchor?: Figure): Figure[] | null {
  const { query } = context;
  if (!asksEach.test(query.folded)) return null;
  const counted = countedRow(context);
  if (counted.length > 0) return [...counted];
  const figures = topicsOf(context).map(
    (topic) => (anchor && ofSentence(context, topic, anchor)) ?? bestOfTopic(context, topic, query.time),
  );
  const found = unique(figures.filter((figure) => figure !== null));
  return found.length >= 2 && found.length === figures.length ? found : null;
}

/** 「涨了还是跌了，幅度多少」 asks once. */
export const isOwnAsk = (ask: Ask, index: number, all: readonly Ask[]): boolean =>
  (ask.number || ask.aspect !== null) &&
  (index === 0 ||
    ask.content.length > 0 ||
    ask.unitClass !== null ||
    (ask.aspect !== null && ask.aspect !== all[0]?.aspect));

/** 「改了几个，多少户受益」: the asks that something is found for; the others are of the same sentence. */
export function findSeveral(context: FormContext, asks: readonly Ask[]): Finding | null {
  const own = asks.map((ask) => findOne(context, ask.content.length > 0 ? ask.content : context.query.content, ask));
  const anchor = own.map(firstFigure).find((figure) => figure !== undefined);
  if (!anchor) return null;
  const figures = asks.flatMap((ask, index): readonly (Figure | undefined)[] => {
    // 「…，批而未供土地和闲置土地各处置多少」: one ask of several things.
    const part = { ...context.query, folded: ask.text, content: ask.content, asks: [ask] };
    const row = sideBySide({ ...context, query: part }, anchor);
    if (row) return row;
    const beside = index > 0 ? besideAnchor(context, ask, anchor) : undefined;
    return [beside ?? firstFigure(own[index]) ?? besideAnchor(context, ask, anchor)];
  });
  if (figures.includes(undefined)) return null;
  const found = unique(figures.filter((figure) => figure !== undefined));
  return { kind: 'figure', figures: found, related: [] };
}

const firstFigure = (finding: Finding | undefined): Figure | undefined =>
  finding?.kind === 'figure' ? finding.figures[0] : undefined;

/** The figure of the anchor's sentence that has a topic's words. */
function ofSentence({ loaded, query }: FormContext, topic: readonly string[], anchor: Figure): Figure | undefined {
  const [best] = rankFigures(loaded, topic, query.asks[0] ?? null, noMeanings).filter(
    ({ figure, unitFit, near }) => figure.passage === anchor.passage && unitFit > 0.3 && near >= wholly,
  );
  return best?.figure;
}

const wholly = 0.9;

/** The figure of the anchor's sentence that an ask means; its own change where a change is asked for. */
function besideAnchor({ loaded, meanings }: FormContext, ask: Ask, anchor: Figure): Figure | undefined {
  const nearby = rankFigures(loaded, ask.content, ask, meanings).filter(
    ({ figure, unitFit }) =>
      figure.passage.id === anchor.passage.id &&
      figure.id !== anchor.id &&
      unitFit > 0.3 &&
      figure.period === anchor.period &&
      figure.role === 'figure',
  );
  if (ask.aspect === 'change')
    return nearby.find(({ figure }) => figure.aspect === 'change' && sameIndicator(figure, anchor))?.figure;
  return nearby[0]?.figure;
}
