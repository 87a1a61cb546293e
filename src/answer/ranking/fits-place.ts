import { actionVerbs } from '../../figures/action-verbs.ts';
import { clauseText, type Figure } from '../../figures/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import { placeOfRow } from '../../plan/table-text.ts';
import { countyNamedFirst } from '../../text/place-names.ts';

/** 「全省规上工业增加值平均增长8.1%」 in a plan of a city. */
const averageOfOthers = /(?:全省|全国)[^,，;；。]*平均|平均水平/;
const ofOthers = 0.8;
/** Where a document says whose it is: title, office and salutation. */
const front = 200;

/** Whose a figure is; made once a plan. */
export interface FigurePlace {
  /** 青岚 of 青岚市, where it is not the plan's own. */
  readonly other: string | null;
  /** The mean of a province or the country. */
  readonly average: boolean;
}

export function placeOf(figure: Figure, { document }: Plan): FigurePlace {
  const { indicator, passage } = figure;
  const name = countyNamedFirst(indicator) ?? rowOfPlace(passage);
  const isOther =
    name !== null &&
    !actionVerbs.has(name) &&
    !document.text.slice(0, front).includes(indicator.slice(0, name.length + 1));
  return { other: isOther ? name : null, average: averageOfOthers.test(clauseText(figure)) };
}

/** The place, without its kind, whose row it is among others; the row of the whole district is of no other place. */
function rowOfPlace({ table }: Figure['passage']): string | null {
  const place = table === null ? null : placeOfRow(table.block, table.row);
  return place === null || /^[全本市县]/.test(place) ? null : place.replace(/(?:街道|[县市区镇乡])$/, '');
}

/** How well a figure's place fits what is said: the plan's own figures are asked for unless another place is named. */
export const fitPlace = ({ other, average }: FigurePlace, said: string): number =>
  (other !== null && !said.includes(other)) || (average && !/全省|全国|平均/.test(said)) ? ofOthers : 1;
