import type { Figure } from '../../figures/figure.ts';
import { segmentWords } from '../../text/words.ts';

/** 「科学教育做加法，提了哪几个数」: the one part of a sentence that has all the words; null where none or several have. */
export function figuresOfPart(content: readonly string[], timely: readonly Figure[]): Figure[] | null {
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
export function figuresOfSentence(
  folded: string,
  named: readonly Figure[],
  timely: readonly Figure[],
): Figure[] | null {
  const [first] = named;
  if (first?.passage.table !== null || !allAsked.test(folded)) return null;
  if (named.length < 2) return partOf(first, timely);
  if (named.some(({ passage }) => passage !== first.passage)) return null;
  return timely.filter(({ passage }) => passage === first.passage);
}

const allAsked = /各项|所有|全部|都|有哪些|全要/;

/** 「专项资金的总数和去向都列出来」: one figure is named, and what goes with it stands in the same part of the sentence. */
function partOf(figure: Figure, timely: readonly Figure[]): Figure[] | null {
  const { passage, quantity } = figure;
  const at = quantity.start - passage.start;
  const start = passage.start + passage.text.slice(0, at).search(/[^;；]*$/);
  const stop = passage.text.slice(at).search(/[;；]/);
  const end = stop < 0 ? passage.end : quantity.start + stop;
  const part = timely.filter((other) => other.quantity.start >= start && other.quantity.end <= end);
  return part.length > 1 ? part : null;
}
