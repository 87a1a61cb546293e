import type { Figure } from '../../figures/figure.ts';

/** 上半年, 一季度, 1—6月; 每季度 and 下半年起 bound nothing, nor does a deadline (6月底前). */
const part =
  /(?<!每|每个|一个|连续|连着|[一二两三四]个)(?:前三季度|第?[一二三四]季度|[上下]半年|\d{1,2}[-—～~至到]\d{1,2}月)(?!起|底|末|之?前|以前|开始|各|每)/;

/** The part of the year that words speak of; null where they speak of all of it. */
export const partOfYear = (words: string): string | null => part.exec(words)?.[0].replace('第', '') ?? null;

/** 「一季度增长7%，上半年增速不低于7.5%」: the part of the year that a figure's own clause tells of. */
export function partOfYearOf({ clause, passage, quantity }: Figure): string | null {
  const start = Math.max(0, clause.start - passage.start);
  const said = passage.text.slice(start, Math.max(start, quantity.start - passage.start));
  return [...said.matchAll(new RegExp(part, 'g'))].at(-1)?.[0].replace('第', '') ?? null;
}

/** Whether a figure may answer a question for a part of the year: its sentence speaks of it. */
export const tellsPart = ({ passage }: Figure, asked: string | null): boolean =>
  asked === null || passage.text.includes(asked);

const ofPart = 0.8;

/** The whole year is asked for unless the question names a part of it. */
export const fitPartOfYear = (own: string | null, asked: string | null): number =>
  own === asked ? 1 : own === null || asked === null ? ofPart : ofPart * ofPart;
