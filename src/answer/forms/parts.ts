import type { Figure } from '../../figures/figure.ts';
import type { Passage } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { isPlace, placeAndTopic } from '../../text/place-names.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';
import { figuresOfNamedColumn } from './named-column.ts';
import { wholeBefore } from './whole-and-parts.ts';

/** 「望江、临溪、鹿鸣各分几家」, 「望江、临溪和鹿鸣，2030年产值各多少」: names side by side, and an ask for each. */
const named =
  /((?:[\u4e00-\u9fff]{2,12}、)+[\u4e00-\u9fff]{2,6}?(?:(?:[和与及]|还有|以及)[\u4e00-\u9fff]{2,6}?)?)(?:这?[两三四五六七八九十几][个家地])?(?:[,，][^,，、]{0,20})?(?:各自?|分别)/;
const joints = /、|还有|以及|[和与及]/;
/** 「各县区分别建几家」. */
const eachPlace = /各(?:个)?(?:县|市|区|镇|乡|街道|乡镇|园区|地)+(?![\u4e00-\u9fff]{0,4}(?:怎么|如何)(?!分))/;
/** 「重点项目清单里十个项目的投资分别是多少」 */
const eachOfTable = /(?:清单|[\u4e00-\u9fff]表)(?:里|中|内|上)[^,，]*(?:分别|各)/;
/** 「总任务是多少，各县怎么分的」 */
const asksWhole = /总(?:任务|数|量|共|目标|规模)|一共|合计/;
/** A suffix that a question leaves out: 望江 for 望江区. */
const longestSuffix = 3;
const about = 5;
const nearlyAsGood = 0.7;

/** The parts of one figure, place by place, that a sentence gives: 「其中望江区5家、临溪县4家」; null where none are asked for. */
export function findParts(context: FormContext): Finding | null {
  const { query } = context;
  if (!query.wantsNumber && query.form !== 'list') return null;
  const [row = '', list = ''] = named.exec(query.folded) ?? [];
  const behind = query.folded.slice(query.folded.indexOf(row) + row.length);
  // 「甲县、乙县各多少亩，公园丙区、丁县各多少个」 asks for more than one row.
  const names = /各|分别/.test(behind) ? [] : list.split(joints).filter((name) => name !== '');
  if (names.length < 2 && !eachPlace.test(query.folded) && !eachOfTable.test(query.folded)) return null;
  const column = names.length >= 2 ? [] : ofColumn(context);
  if (column.length >= 2) return { kind: 'list', scope: null, figures: column, total: column.length, sum: false };
  const found = passagesAbout(context, about);
  for (const { passage, score } of found) {
    // Another thing's parts are none of what is asked.
    if (score < nearlyAsGood * (found[0]?.score ?? 0)) break;
    const figures = names.length >= 2 ? partsNamed(context, passage, names) : placesIn(context, passage);
    if (figures.length < 2) continue;
    const [first] = figures;
    const whole = first && asksWhole.test(query.folded) ? wholeBefore(first, context.loaded.figures) : undefined;
    const all = whole ? [whole, ...figures] : figures;
    return { kind: 'list', scope: null, figures: all, total: all.length, sum: false };
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
    own.find(({ indicator }) => {
      const place = placeIn(indicator);
      return name.endsWith(place) || (place.startsWith(name) && place.length <= name.length + longestSuffix);
    }),
  );
  return found.includes(undefined) ? [] : found.filter((figure) => figure !== undefined);
}

const placesIn = ({ loaded, query }: FormContext, passage: Passage): Figure[] =>
  loaded.figures.filter(
    (figure) =>
      figure.passage === passage && placeIn(figure.indicator) !== '' && fitsTime(figure, query.time, loaded.plan),
  );

/** The place that a figure is of; empty where it is of none. */
const placeIn = (indicator: string): string => (isPlace(indicator) ? indicator : (placeAndTopic(indicator)?.[0] ?? ''));
