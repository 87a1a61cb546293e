import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import type { Plan } from '../../plan/plan.ts';
import { segmentWords, type Word } from '../../text/words.ts';
import { isSoft } from '../ranking/missing-names.ts';
import type { Ask } from '../question/query.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';
import { fieldFigures } from './field-figures.ts';
import { figuresOfPart, figuresOfSentence } from './one-sentence.ts';

/** Without a section: figures at least this good, and this near to the best, belong to the topic. */
const topicScore = 0.25;
const topicShare = 0.55;

/** The figures of a topic that is no section: 「大气方面」, 「低保标准」. */
export function topicFigures({ loaded, query, meanings }: FormContext, timely: readonly Figure[]): Figure[] {
  if (namesForeignThing(query.content, loaded.plan)) return [];
  const part = figuresOfPart(query.content, timely);
  if (part) return part;
  const allowed = new Set(timely);
  const ranked = rankFigures(loaded, query.content, null, meanings).filter(({ figure }) => allowed.has(figure));
  const count = statedCount(query.folded);
  const ofField = fieldFigures(query.content, timely);
  const best = ranked[0];
  if (!best || best.score < topicScore) return ofField;
  const chosen =
    count !== null && count <= 10
      ? ranked.slice(0, count)
      : ranked.filter(({ score, near }) => score >= topicScore && score >= topicShare * best.score && near > 0.1);
  const named = chosen.map(({ figure }) => figure);
  const all =
    count === null
      ? [...named, ...ofField]
      : [
          ...named.filter((figure) => (ranked.find((candidate) => candidate.figure === figure)?.near ?? 0) >= 0.5),
          ...ofField,
          ...named,
        ];
  const whole = figuresOfSentence(query.folded, named, timely);
  if (whole) return whole;
  return ofAskedClass([...new Set(all)], query.asks)
    .slice(0, count ?? undefined)
    .sort((a, b) => a.id - b.id);
}

/** 「噪声污染治理有什么要求」 of a plan that has no 噪声: a formal name of a few whole words means just that. */
function namesForeignThing(content: readonly string[], plan: Plan): boolean {
  const words = content.flatMap(segmentWords);
  const isFormal = content.join('').length <= longestFormal && words.every(({ kind }) => kind !== 'speech');
  const isForeign = ({ text, kind }: Word): boolean =>
    kind === 'name' && text.length >= 2 && !isSoft(text) && !plan.document.text.includes(text[0] ?? text);
  return (
    isFormal &&
    words.some(isForeign) &&
    words.some((word) => !isForeign(word) && plan.document.text.includes(word.text))
  );
}

const longestFormal = 8;

/** 「三大产业产值分别多少」 asks for money: a number of industries is none of it. */
function ofAskedClass(figures: readonly Figure[], asks: readonly Ask[]): readonly Figure[] {
  const wanted = asks.length === 1 ? asks[0]?.unitClass : null;
  if (wanted == null || wanted === 'count') return figures;
  const fitting = figures.filter(({ quantity }) => unitClassOf(quantity.unit) === wanted);
  return fitting.length > 1 ? fitting : figures;
}

/** 「两项成绩」, 「三个指标」. */
function statedCount(folded: string): number | null {
  const match = /([两二三四五六七八九十\d]{1,2})(?:项|个|大)(?:主要|重点|具体)?(?:成绩|指标|目标|数据|任务|数字)/.exec(
    folded,
  )?.[1];
  if (match === undefined) return null;
  return /^\d+$/.test(match) ? Number(match) : readChineseNumber(match);
}
