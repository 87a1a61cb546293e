import type { Figure } from '../../figures/figure.ts';
import { foldWidth } from '../../plan/fold-width.ts';
import { refuse, type Finding } from '../finding.ts';
import type { Condition } from '../question/query.ts';
import { readUnitFilter } from '../question/read-condition.ts';
import { rankFigures } from '../ranking/rank.ts';
import { fitsTime } from '../ranking/selection.ts';
import type { FormContext } from './context.ts';
import { sectionsAbout } from './passage-search.ts';
import { figuresIn } from './list-scope.ts';

/** The figures that fulfil a condition on value or unit: 「哪些要求达到100%」, 「单位是公里的任务」. */
export function findFilter(context: FormContext): Finding {
  const { loaded, query } = context;
  const unit = readUnitFilter(query.folded);
  const condition = query.condition ?? equalTo(context);
  const timely = loaded.figures.filter(
    (figure) =>
      figure.role === 'figure' &&
      fitsTime(figure, query.time, loaded.plan) &&
      (query.time.period !== 'achieved' || figure.period === 'achieved'),
  );
  const scoped = inScope(context, timely);
  const figures = scoped.filter(
    (figure) =>
      (unit === null || hasUnit(figure, unit)) &&
      (condition === null || fulfils(figure, condition)) &&
      isWantedKind(figure, query.folded),
  );
  if (figures.length === 0)
    return refuse(
      'unknown',
      rankFigures(loaded, query.content, null, context.meanings)
        .slice(0, 3)
        .map(({ figure }) => figure),
    );
  return { kind: 'filter', figures };
}

function equalTo({ query }: FormContext): Condition | null {
  const quantity = query.quantities.find(({ value }) => value !== null);
  return quantity?.value == null ? null : { operator: '=', value: quantity.value, unit: quantity.unit };
}

/** A section or a kind of thing that the question names besides its condition. */
function inScope(context: FormContext, figures: readonly Figure[]): readonly Figure[] {
  const { query } = context;
  if (/清单|表[里中内]/.test(query.folded)) return figures.filter(({ passage }) => passage.table !== null);
  const runs = query.content.filter(
    (run) =>
      run.length > 1 &&
      !/\d|^按|[算计]$/.test(run) &&
      !/^(?:比率|比例|率|用|起|超过|不低于|低于|高于|以上|以下|以内|写|保持|百分比|增幅|增速|增长|要求|控制)$/.test(
        run,
      ),
  );
  if (runs.length === 0) return figures;
  const section = sectionsAbout(context, runs).find(({ coverage, named }) => coverage >= 0.75 && named >= 0.4)?.section;
  if (section && figuresIn(section, figures).length > 0) return figuresIn(section, figures);
  const ranked = rankFigures(context.loaded, runs, null, context.meanings);
  const strong = new Set(ranked.filter(({ near }) => near >= 0.75).map(({ figure }) => figure));
  const narrowed = figures.filter((figure) => strong.has(figure));
  return narrowed.length > 0 ? narrowed : figures;
}

/** 公里 fits 80公里; 万亩 only what is printed in 万亩. */
function hasUnit(figure: Figure, unit: string): boolean {
  const printed = foldWidth(figure.quantity.text);
  return /^[百千万亿]/.test(unit) ? printed.endsWith(unit) : figure.quantity.unit === unit;
}

const tolerance = 1e-9;

export function fulfils({ quantity }: Figure, { operator, value, unit }: Condition): boolean {
  if (quantity.unit !== unit && !(unit === '%' && quantity.unit === '%')) return false;
  const [low, high] = quantity.range ?? [quantity.value, quantity.value];
  if (low === null || high === null) return false;
  const equal = Math.abs(low - value) <= Math.abs(value) * tolerance;
  switch (operator) {
    case '=':
      return equal && low === high;
    case '>=':
      return low >= value || equal;
    case '>':
      return low > value && !equal;
    case '<=':
      return high <= value || equal;
    case '<':
      return high < value && !equal;
  }
}

/** 「哪些比率」 means levels, 「哪些增速」 changes. */
function isWantedKind(figure: Figure, folded: string): boolean {
  if (/增速|增幅|增长|下降|降幅|涨/.test(folded)) return figure.aspect === 'change';
  return /(?<!百分)比率|比例|率(?:要求|目标|指标|的|不|超|达)/.test(folded) ? figure.aspect === 'level' : true;
}
