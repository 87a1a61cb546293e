import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { refuse, type Finding } from '../finding.ts';
import { attributeOf } from '../question/attribute-nouns.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';

/** 「综合楼的总投资、面积、床位和今年投资各是多少」: a thing, and what is asked of it in a row. */
const asked =
  /([\u4e00-\u9fff“”\d]{3,}?)(?:的|(?:这个|那个)?(?:项目|工程)?[,，])((?:[\u4e00-\u9fff]{2,8}、)+[\u4e00-\u9fff]{2,8}?(?:(?:和|及|以及)[\u4e00-\u9fff]{2,8}?)?)(?:各自?|分别|都)(?:是|为|有)?(?:多少|几|什么)/;
const about = 5;

/** The figures of one sentence for the attributes in a row; null where none are asked for, or one is missing. */
export function findAttributes(context: FormContext): Finding | null {
  const { query, loaded } = context;
  const [whole = '', thing, row] = asked.exec(query.folded) ?? [];
  // 「项目有多少个，总投资、年度投资是多少」 asks before it comes to the row, others go on behind it.
  const rest = query.folded.slice(query.folded.indexOf(whole) + whole.length);
  if (thing === undefined || row === undefined || /多少|几/.test(thing + rest)) return null;
  const content = contentRuns(thing, wordsOf(loaded));
  for (const { passage, coverage } of passagesAbout({ ...context, query: { ...query, content } }, about)) {
    if (coverage < 0.5) break;
    const figures = loaded.figures.filter(
      (figure) => figure.passage === passage && figure.role === 'figure' && fitsTime(figure, query.time, loaded.plan),
    );
    const { found, missing } = assign(row.split(/、|和|以及|及/), figures);
    if (missing === 0) return { kind: 'figure', figures: found, related: [] };
    // Another thing's figure for the one that is missing would be wrong.
    if (found.length > 0) return refuse('no-comparison', found);
  }
  return null;
}

/** A figure for each attribute, in document order, and how many have none. */
function assign(
  attributes: readonly string[],
  figures: readonly Figure[],
): { readonly found: readonly Figure[]; readonly missing: number } {
  const left = new Set(figures);
  let missing = 0;
  // 总投资 is taken before 投资, so that each finds its own.
  for (const attribute of attributes.toSorted((a, b) => b.length - a.length)) {
    const name = attribute.replace(/^(?:今年|去年|全年|年度|计划|当年)+/, '');
    const found =
      [...left].find(({ indicator }) => indicator.endsWith(name)) ??
      [...left].find(({ indicator }) => indicator.includes(name)) ??
      // 移送案件 of 移送涉嫌犯罪案件
      [...left].find(
        ({ indicator }) =>
          name.length >= 4 && indicator.startsWith(name.slice(0, 2)) && indicator.endsWith(name.slice(-2)),
      ) ??
      [...left].find(({ quantity }) => isMeasuredIn(name, unitClassOf(quantity.unit)));
    if (found) left.delete(found);
    else missing += 1;
  }
  return { found: figures.filter((figure) => !left.has(figure)), missing };
}

const isMeasuredIn = (name: string, unit: ReturnType<typeof unitClassOf>): boolean =>
  unit !== null && (attributeOf(name)?.classes.includes(unit) ?? false);
