import type { Figure } from '../../figures/figure.ts';
import { placeOfRow } from '../../plan/table-text.ts';
import { placeAndTopic } from '../../text/place-names.ts';
import type { Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

const own = /我们|咱们?|我[市县区省]|本[市县区]|全[市县区省]/;
/** What stands around the names of places and asks of them. */
const around =
  /(?:这|那)?[两三四五六七八九十]?(?:家|个)?(?:县市区|县区|区县|县|市|区|乡镇|镇|街道)?(?:哪一?个|谁|哪里|哪边)?(?:相比|比起来|相差|差)|分别|各自?(?=是|有|为|多|招|要)|(?:哪一?个|谁)(?:更)?[高低多少快慢大小]|[两三四五六七八九十](?:家|地|县|区|镇)(?=去年|今年|的|各|分别|[,，]|$)/g;
const namedEnough = 0.5;
const mostlyCovered = 0.6;

/**
 * 「宁陂县和我们去年的住院率各是多少」, 「临江区和平湖县今年招聘教师谁多」: the one thing asked of several places, each by the figure of its
 * own; null where the question names fewer than two, or one of them has none.
 */
export function comparedPlaces(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (!query.wantsNumber && query.form !== 'compare') return null;
  if (query.form === 'reverse' || query.arithmetic === 'sum' || query.time.both) return null;
  const places = placesNamed(loaded.figures, query.folded);
  const withOwn = own.test(query.folded);
  if (places.length + (withOwn ? 1 : 0) < 2) return null;
  const topic = topicWithout(context, places);
  if (topic.join('').length < 2) return null;
  const candidates = rankFigures(loaded, topic, query.asks[0] ?? null, context.meanings).filter(
    ({ figure, unitFit }) => figure.role === 'figure' && unitFit > 0.3 && fitsTime(figure, query.time, loaded.plan),
  );
  const best = [...places, ...(withOwn ? [null] : [])].map((place) => bestOf(candidates, place));
  if (!best.every((candidate) => candidate !== undefined)) return null;
  const figures = best.map(({ figure }) => figure);
  const isOne = new Set(figures.map(({ quantity, aspect }) => `${unitOf(quantity)} ${aspect}`)).size === 1;
  return isOne && new Set(figures).size === figures.length ? { kind: 'compare', figures, by: 'indicator' } : null;
}

const unitOf = ({ unit, unitElsewhere }: Figure['quantity']): string => unitElsewhere ?? unit;

/** The places that some figure is of and that the question names, in full or without their kind, in its order. */
function placesNamed(figures: readonly Figure[], folded: string): string[] {
  const known = new Set(figures.map(placeOf).filter((place) => place !== null));
  return [...known]
    .map((place) => ({ place, at: folded.indexOf(shortOf(place)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ place }) => place);
}

const shortOf = (place: string): string => (place.length > 2 ? place.replace(/(?:街道|[县市区镇乡])$/, '') : place);

const placeOf = ({ indicator, passage: { table } }: Figure): string | null =>
  (table === null ? null : placeOfRow(table.block, table.row)) ?? placeAndTopic(indicator)?.[0] ?? null;

/** What is asked of the places, without their names. */
function topicWithout({ loaded, query }: FormContext, places: readonly string[]): string[] {
  let rest = query.folded.replace(around, '|').replace(own, '|');
  for (const place of places) rest = rest.replace(place, '|').replace(shortOf(place), '|');
  return contentRuns(rest.replace(/\|+/g, ','), wordsOf(loaded)).filter((run) => run.length > 1);
}

/** The first figure of a place, or of the plan's own, that the topic names. */
const bestOf = (candidates: readonly Candidate[], place: string | null): Candidate | undefined =>
  candidates.find(
    ({ figure, near, coverage }) => placeOf(figure) === place && (near >= namedEnough || coverage >= mostlyCovered),
  );
