import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { placeOfRow } from '../../plan/table-text.ts';
import { placeAndTopic } from '../../text/place-names.ts';
import type { Finding } from '../finding.ts';
import { namedMeasure } from '../question/attribute-nouns.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { rankFigures, type Candidate } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

const own = /我们|咱们?|我[市县区省]|本[市县区]|全[市县区省]/;
/** What stands around the names of places and asks of them. */
const around =
  /(?:这|那)?[两三四五六七八九十]?(?:家|个)?(?:县市区|县区|区县|县|市|区|乡镇|镇|街道)?(?:哪一?个|谁|哪里|哪边)?(?:相比|比起来|相差|差)|分别|各自?(?=是|有|为|多|招|要)|(?:哪一?个|谁)(?:更)?[高低多少快慢大小]|一共|合计|总共|加起来|[两三四五六七八九十](?:家|地|县|区|镇)(?=去年|今年|的|各|分别|[,，]|$)/g;
/** What joins one place to the next. */
const joint = /^(?:、|和|跟|与|同|及|比|以及|还有|连同|[,，])+$/;
const namedEnough = 0.5;
const mostlyCovered = 0.6;
/** Of a topic in several words: 「招聘教师和新建公厕」 are two, and no figure is of both. */
const wholly = 0.75;

/** A place that the question names, null where it is the plan's own, and where it stands. */
interface Mention {
  readonly place: string | null;
  readonly start: number;
  readonly end: number;
}

/**
 * 「宁陂县和我们去年的住院率各是多少」, 「临江区和平湖县今年招聘教师谁多」: the one thing asked of several places, each by the figure of its
 * own; null where the question names fewer than two side by side, or one of them has none.
 */
export function comparedPlaces(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (!query.wantsNumber && query.form !== 'compare') return null;
  if (query.form === 'reverse' || query.time.both || query.asks.filter(({ number }) => number).length > 1) return null;
  const mentions = mentionsIn(loaded.figures, query.folded);
  if (mentions.length < 2 || !areJoined(mentions, query.folded)) return null;
  const topic = topicWithout(context, mentions);
  const measure = namedMeasure(topic.at(-1) ?? '');
  if (topic.join('').length < 2) return null;
  const candidates = rankFigures(loaded, topic, query.asks[0] ?? null, context.meanings).filter(
    ({ figure, unitFit }) =>
      figure.role === 'figure' &&
      unitFit > 0.3 &&
      fitsTime(figure, query.time, loaded.plan) &&
      (measure === null || unitClassOf(unitOf(figure.quantity)) === measure),
  );
  const best = mentions.map(({ place }) => bestOf(candidates, place, topic.length > 1));
  if (!best.every((candidate) => candidate !== undefined)) return null;
  const figures = best.map(({ figure }) => figure);
  const isOne = new Set(figures.map(({ quantity, aspect }) => `${unitOf(quantity)} ${aspect}`)).size === 1;
  if (!isOne || new Set(figures).size < figures.length) return null;
  return query.arithmetic === 'sum'
    ? { kind: 'list', scope: null, figures, total: figures.length, sum: true }
    : { kind: 'compare', figures, by: 'indicator' };
}

const unitOf = ({ unit, unitElsewhere }: Figure['quantity']): string => unitElsewhere ?? unit;

/** The places that some figure is of and that the question names, in full or without their kind, and our own, in its order. */
function mentionsIn(figures: readonly Figure[], folded: string): Mention[] {
  const known = new Set(figures.map(placeOf).filter((place) => place !== null));
  const mentions = [...known].flatMap((place): Mention[] => {
    const name = folded.includes(place) ? place : shortOf(place);
    const start = folded.indexOf(name);
    return start < 0 ? [] : [{ place, start, end: start + name.length }];
  });
  const ours = own.exec(folded);
  const all = ours ? [...mentions, { place: null, start: ours.index, end: ours.index + ours[0].length }] : mentions;
  return all.sort((a, b) => a.start - b.start);
}

/** Side by side, with nothing but what joins them between: 「我市平安县」 is one place. */
const areJoined = (mentions: readonly Mention[], folded: string): boolean =>
  gaps(mentions, folded).every((gap) => joint.test(gap)) || isComparedWith(mentions, folded);

/** 「东山去年绿化覆盖率比我们高多少」 */
function isComparedWith(mentions: readonly Mention[], folded: string): boolean {
  const [gap = '', ...others] = gaps(mentions, folded);
  return others.length === 0 && /[比跟和与]$/.test(gap) && comparing.test(folded.slice(mentions.at(-1)?.end));
}
const comparing = /^(?:相比)?[,，]?(?:还|要|能|会)?[高低多少快慢大小差]/;

const gaps = (mentions: readonly Mention[], folded: string): string[] =>
  mentions.slice(1).map(({ start }, index) => folded.slice(mentions[index]?.end, start));

const shortOf = (place: string): string => (place.length > 2 ? place.replace(/(?:街道|[县市区镇乡])$/, '') : place);

const placeOf = ({ indicator, passage: { table } }: Figure): string | null =>
  (table === null ? null : placeOfRow(table.block, table.row)) ?? placeAndTopic(indicator)?.[0] ?? null;

/** What is asked of the places, without their names. */
function topicWithout({ loaded, query: { folded } }: FormContext, mentions: readonly Mention[]): string[] {
  const [first, last] = [mentions[0]?.start ?? 0, mentions.at(-1)?.end ?? 0];
  const between = gaps(mentions, folded).map((gap) => gap.replace(/[比跟和与]$/, ''));
  const rest = [folded.slice(0, first), ...between, folded.slice(last)].join(',').replace(around, ',');
  return contentRuns(rest, wordsOf(loaded)).filter((run) => run.length > 1);
}

/** The first figure of a place, or of the plan's own, that the topic names. */
const bestOf = (candidates: readonly Candidate[], place: string | null, inWords: boolean): Candidate | undefined =>
  candidates.find(
    ({ figure, near, coverage }) =>
      placeOf(figure) === place &&
      (near >= (inWords ? wholly : namedEnough) || (!inWords && coverage >= mostlyCovered)),
  );
