import type { Figure } from '../../figures/figure.ts';
import type { Passage } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { isPlace } from '../ranking/place-names.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';
import { figuresOfNamedColumn } from './table-cells.ts';

/** 「望江、临溪、鹿鸣各分几家」: names side by side, and an ask for each. */
const named =
  /((?:[\u4e00-\u9fff]{2,12}、)+[\u4e00-\u9fff]{2,6}?(?:[和与及][\u4e00-\u9fff]{2,6}?)?)(?:这?[两三四五六七八九十几][个家地])?(?:各自?|分别)/;
/** 「各县区分别建几家」. */
const eachPlace = /各(?:个)?(?:县|市|区|镇|乡|街道|乡镇|园区|地)+(?![\u4e00-\u9fff]{0,4}(?:怎么|如何))/;
/** A suffix that a question leaves out: 望江 for 望江区. */
const longestSuffix = 3;
const about = 5;

/** The parts of one figure, place by place, that a sentence gives: 「其中望江区5家、临溪县4家」; null where none are asked for. */
export function findParts(context: FormContext): Finding | null {
  const { query } = context;
  if (!query.wantsNumber && query.form !== 'list') return null;
  const names = named.exec(query.folded)?.[1]?.split(/[、和与及]/) ?? [];
  if (names.length < 2 && !eachPlace.test(query.folded)) return null;
  const column = names.length >= 2 ? [] : ofColumn(context);
  if (column.length >= 2) return { kind: 'list', scope: null, figures: column, total: column.length, sum: false };
  for (const { passage } of passagesAbout(context, about)) {
    const figures = names.length >= 2 ? partsNamed(context, passage, names) : placesIn(context, passage);
    if (figures.length >= 2) return { kind: 'list', scope: null, figures, total: figures.length, sum: false };
  }
  return null;
}

/** 「各县区工业投资增速」: the column of a table that has a row for each. */
function ofColumn({ loaded, query }: FormContext): readonly Figure[] {
  const timely = loaded.figures.filter(
    (figure) => figure.role === 'figure' && fitsTime(figure, query.time, loaded.plan),
  );
  return figuresOfNamedColumn(loaded.plan, timely, query.folded) ?? [];
}

/** One figure for each name, or none at all. */
function partsNamed(context: FormContext, passage: Passage, names: readonly string[]): Figure[] {
  const own = placesIn(context, passage);
  const found = names.map((name) =>
    own.find(
      ({ indicator }) =>
        name.endsWith(indicator) || (indicator.startsWith(name) && indicator.length <= name.length + longestSuffix),
    ),
  );
  return found.includes(undefined) ? [] : found.filter((figure) => figure !== undefined);
}

const placesIn = ({ loaded, query }: FormContext, passage: Passage): Figure[] =>
  loaded.figures.filter(
    (figure) => figure.passage === passage && isPlace(figure.indicator) && fitsTime(figure, query.time, loaded.plan),
  );
