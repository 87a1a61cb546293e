import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { readChineseNumber } from '../../plan/chinese-number.ts';
import { segmentWords } from '../../retrieval/words.ts';
import type { Ask } from '../question/query.ts';
import { fieldTerms } from '../question/vocabulary.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

/** Without a section: figures at least this good, and this near to the best, belong to the topic. */
const topicScore = 0.25;
const topicShare = 0.55;

/** The figures of a topic that is no section: 「大气方面」, 「低保标准」. */
export function topicFigures({ loaded, query, meanings }: FormContext, timely: readonly Figure[]): Figure[] {
  const part = partNamed(query.content, timely);
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
  const whole = wholeSentence(query.folded, named, timely);
  if (whole) return whole;
  return ofAskedClass([...new Set(all)], query.asks)
    .slice(0, count ?? undefined)
    .sort((a, b) => a.id - b.id);
}

/** 「科学教育做加法，提了哪几个数」: the one part of a sentence that has all the words; null where none or several have. */
function partNamed(content: readonly string[], timely: readonly Figure[]): Figure[] | null {
  const words = content
    .filter((run) => !/[了着过]$/.test(run))
    .flatMap(segmentWords)
    .map(({ text }) => text)
    .filter((word) => word.length >= 2);
  if (words.length < 2) return null;
  const parts = new Map<string, Figure[]>();
  for (const figure of timely) {
    const { passage, quantity } = figure;
    if (passage.table !== null) continue;
    const at = quantity.start - passage.start;
    const start = passage.text.slice(0, at).search(/[^;；]*$/);
    const text = passage.text.slice(start).split(/[;；]/)[0] ?? '';
    if (!words.every((word) => text.includes(word))) continue;
    const key = `${passage.id}:${start}`;
    parts.set(key, [...(parts.get(key) ?? []), figure]);
  }
  const [found] = [...parts.values()];
  return parts.size === 1 && found && found.length > 1 ? found : null;
}

/** 「二期项目的各项数据」: where all that fits stands in one sentence, the whole sentence is about it. */
function wholeSentence(folded: string, named: readonly Figure[], timely: readonly Figure[]): Figure[] | null {
  const [first] = named;
  if (!first || named.length < 2 || first.passage.table !== null || !allAsked.test(folded)) return null;
  if (named.some(({ passage }) => passage !== first.passage)) return null;
  return timely.filter(({ passage }) => passage === first.passage);
}

const allAsked = /各项|所有|全部|都|有哪些/;

/** 「三大产业产值分别多少」 asks for money: a number of industries is none of it. */
function ofAskedClass(figures: readonly Figure[], asks: readonly Ask[]): readonly Figure[] {
  const wanted = asks.length === 1 ? asks[0]?.unitClass : null;
  if (wanted == null || wanted === 'count') return figures;
  const fitting = figures.filter(({ quantity }) => unitClassOf(quantity.unit) === wanted);
  return fitting.length > 1 ? fitting : figures;
}

/** Whether a field is named that the plan has figures of: 「空气质量方面」. */
export const namesField = (content: readonly string[], timely: readonly Figure[]): boolean =>
  fieldFigures(content, timely).length > 0;

/** Figures of the field that a word names: PM2.5 for 大气. */
function fieldFigures(content: readonly string[], timely: readonly Figure[]): Figure[] {
  const terms = fieldTerms
    .filter(([field]) => content.some((run) => run.length <= 4 && field.test(run)))
    .flatMap(([, names]) => names);
  return timely.filter(({ indicator }) => terms.some((term) => indicator.includes(term)));
}

/** 「两项成绩」, 「三个指标」. */
function statedCount(folded: string): number | null {
  const match = /([两二三四五六七八九十\d]{1,2})(?:项|个|大)(?:主要|重点|具体)?(?:成绩|指标|目标|数据|任务|数字)/.exec(
    folded,
  )?.[1];
  if (match === undefined) return null;
  return /^\d+$/.test(match) ? Number(match) : readChineseNumber(match);
}
