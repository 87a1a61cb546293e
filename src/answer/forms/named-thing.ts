import type { Figure } from '../../figures/figure.ts';
import { placeOfRow } from '../../plan/table-text.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { withoutCondition } from '../question/read-condition.ts';
import type { FormContext } from './context.ts';

/** 「特岗教师分到80名以上的是哪几个县」: of the rows of places those that are of what is named. */
const asksPlaces = /哪(?:些|几个|个)(?:县|乡|镇|市|区|街道)/;
/** 「三个主导产业里，产值超过80亿元的」 */
const kindWithin = /(产业|行业|集群|园区)链?(?:里|中|当中)/;
/** 「总投资超过10亿元的」: what is bounded by its name. */
const measureBounded =
  /(总投资|年度投资|产值|营业收入|占地面积|建筑面积|总里程|床位数)(?:都)?(?:超过?|高于|大于|不低于|不少于|低于|少于|达到|在|突破)+(?=[\d.百千万亿])/;
const shortestName = 4;

/** Of the figures that fulfil a condition those of the thing it is put to; all of them where none is named, or none is of it. */
export function ofNamedThing(context: FormContext, figures: readonly Figure[]): readonly Figure[] {
  const { folded } = context.query;
  const places = asksPlaces.test(folded) ? ofPlaces(context, figures) : [];
  if (places.length > 0) return places;
  const named = [kindWithin, measureBounded].map((pattern) => pattern.exec(folded)?.[1] ?? '');
  const found = figures.filter(({ indicator }) => named.every((words) => indicator.includes(words)));
  return found.length > 0 ? found : figures;
}

function ofPlaces({ loaded, query }: FormContext, figures: readonly Figure[]): readonly Figure[] {
  const placed = figures.filter(
    ({ passage: { table } }) => table !== null && placeOfRow(table.block, table.row) !== null,
  );
  const runs = contentRuns(withoutCondition(query.folded), wordsOf(loaded));
  // 「特岗教师分到」: as much of a run as names a column.
  const names = runs.flatMap((run) => [run, run.slice(0, shortestName)]);
  const named = names.find(
    (name) => name.length >= shortestName && placed.some(({ indicator }) => indicator.includes(name)),
  );
  return placed.filter(({ indicator }) => named === undefined || indicator.includes(named));
}
