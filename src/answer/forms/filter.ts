import { actionVerbs } from '../../figures/action-verbs.ts';
import type { Figure } from '../../figures/figure.ts';
import { unitClassOf, type UnitClass } from '../../figures/units.ts';
import { refuse, type Finding } from '../finding.ts';
import { attributeOf } from '../question/attribute-nouns.ts';
import { contentRuns } from '../question/content-runs.ts';
import type { Condition } from '../question/query.ts';
import { readUnitFilter, withoutCondition } from '../question/read-condition.ts';
import { rankFigures } from '../ranking/rank.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { fulfils, hasUnit, isWantedKind } from './fulfils.ts';
import { announcedFigures } from './announced.ts';
import { asksMainTargets } from './scope/main-targets.ts';
import { figuresIn } from './scope/section-figures.ts';
import { sectionsAbout } from './passage-search.ts';
import { ofNamedThing } from './named-thing.ts';
import { namedScope } from './scope/named-scope.ts';
import { sectionByOrdinal } from './scope/section-by-ordinal.ts';
import { sectionInWords } from './scope/section-in-words.ts';
import { figuresOfNamedColumn } from './named-column.ts';
import { figuresOfNamedKind, ofNumberedTable } from './table-cells.ts';
import { wordsOf } from '../question/known-words.ts';

/** The figures that fulfil a condition on value or unit: 「哪些要求达到100%」, 「单位是公里的任务」. */
export function findFilter(context: FormContext): Finding {
  const { loaded, query } = context;
  const unit = readUnitFilter(query.folded);
  // 「10件民生实事里，按“个”来数的」: a unit to filter by, and how many there are in all.
  const isCount = unit !== null && query.condition?.operator === '=' && query.condition.unit !== unit;
  const stated = isCount ? null : (query.condition ?? (unit === null ? equalTo(context) : null));
  // 「拿“张”作单位、不小于500」
  const condition =
    stated?.unit === '' && unit !== null ? { ...stated, unit: unit.replace(/^[百千万亿]+/, '') } : stated;
  const timely = timelyFigures(context);
  const column = unit === null ? figuresOfNamedColumn(loaded.plan, timely, query.folded) : null;
  // A column's values are compared within it; its heading has the unit that the bound may lack.
  const figures = column
    ? column.filter((figure) => condition === null || withinColumn(figure, condition))
    : inScope(context, timely).filter(
        (figure) =>
          (unit === null || hasUnit(figure, unit)) &&
          (condition === null || fulfils(figure, condition) || countsEnough(figure, condition, query.folded)) &&
          (query.otherBound === null || fulfils(figure, query.otherBound)) &&
          isWantedKind(figure, query.folded) &&
          // 「同比增长超过10%」 leaves the means of several years out.
          !(query.folded.includes('同比') && (figure.quantity.qualifier ?? '').includes('年均')),
      );
  const narrowed = ofNamedThing(context, figures);
  if (figures.length === 0) return refuse('unknown', nearestFigures(context));
  return { kind: 'filter', figures: narrowed };
}

/** The figures of the rows whose kind is asked for: 「约束性指标的目标值各是多少」; null where none is. */
export function findKind(context: FormContext): Finding | null {
  const { folded, condition } = context.query;
  if (condition !== null || !/哪|各|都|分别|列|全部|所有|[几些]/.test(folded)) return null;
  const figures = figuresOfNamedKind(context.loaded.plan, timelyFigures(context), folded);
  return figures && { kind: 'filter', figures };
}

const timelyFigures = ({ loaded, query }: FormContext): readonly Figure[] =>
  loaded.figures.filter(
    (figure) =>
      figure.role === 'figure' &&
      fitsTime(figure, query.time, loaded.plan) &&
      (query.time.period !== 'achieved' || figure.period === 'achieved'),
  );

const withinColumn = (figure: Figure, condition: Condition): boolean =>
  fulfils(figure, condition) ||
  ((condition.unit === '' || figure.quantity.unit === '') &&
    fulfils(figure, { ...condition, unit: figure.quantity.unit }));

/** 「数量在10万以上」 names no unit: of whatever is counted. */
const countsEnough = (figure: Figure, condition: Condition, folded: string): boolean =>
  condition.unit === '' &&
  (condition.value >= many || /清单|附件|表[里中]/.test(folded)) &&
  counted.has(unitClassOf(figure.quantity.unit)) &&
  fulfils(figure, { ...condition, unit: figure.quantity.unit });
const many = 1000;
const counted: ReadonlySet<UnitClass | null> = new Set(['count', 'people', 'household']);

function equalTo({ query }: FormContext): Condition | null {
  const quantity = query.quantities.find(({ value, bare }) => value !== null && !bare);
  return quantity?.value == null ? null : { operator: '=', value: quantity.value, unit: quantity.unit };
}

/** Words of a filter that name no part of the plan. */
const filterWords =
  /\d|^按|[算计]$|^(?:比率|比例|率|全部|所有|数字|数|用|起|以上|以下|以内|写|保持|百分比|金额|资金|增幅|增速|增长|降幅|下降|减少|降低|压减|上升|指标|要求|控制|单位|工作|文件|全文|报告|材料|范围|单项|一笔|超|过)+$/;

const pointsAt = /([\u4e00-\u9fff]{2,10})[这那]一?(?:[节段章块]|部分)/;

/** A section or a kind of thing that the question names besides its condition. */
function inScope(context: FormContext, figures: readonly Figure[]): readonly Figure[] {
  const { loaded, query } = context;
  if (asksMainTargets.test(query.folded) || query.folded.includes('实事')) {
    const announced = announcedFigures(context, figures);
    if (announced.length > 0) return announced;
  }
  if (/清单|表(?:\([^()]*\)|[\d一二三四五六]+)?[里中内]|附?[表件][\d一二三四五六]+/.test(query.folded)) {
    const rows = figures.filter(({ passage }) => passage.table !== null);
    return ofNumberedTable(loaded.plan, rows, query.folded);
  }
  const part = sectionByOrdinal(context, []) ?? sectionInWords(context);
  if (part && figuresIn(part, figures).length > 0) return figuresIn(part, figures);
  // 「土壤那一节的百分比指标」
  const pointed = pointsAt.exec(query.folded)?.[1];
  const scope = pointed === undefined ? null : namedScope(context, [pointed], figures);
  if (scope && scope.figures.length > 0) return scope.figures;
  const runs = contentRuns(withoutCondition(query.folded), wordsOf(loaded)).filter(
    (run) => run.length > 1 && !filterWords.test(run) && attributeOf(run)?.noun !== run && !actionVerbs.has(run),
  );
  if (runs.length === 0) return figures;
  const section = sectionsAbout(context, runs).find(({ coverage, named }) => coverage >= 0.75 && named >= 0.4)?.section;
  if (section && figuresIn(section, figures).length > 0) return figuresIn(section, figures);
  const ranked = rankFigures(loaded, runs, null, context.meanings);
  const strong = new Set(
    ranked
      // 「人才指标」: told below 「引育产业人才」, if not named so.
      .filter(({ near, figure }) => near >= 0.75 || runs.every((run) => figure.section?.title.includes(run) === true))
      .map(({ figure }) => figure),
  );
  const narrowed = figures.filter((figure) => strong.has(figure));
  return narrowed.length > 0 ? narrowed : figures;
}
