import type { Figure } from '../figures/figure.ts';

/** A question that this figure answers, as a person would type it: 「今年新建污水管网多少公里？」. */
export function questionFor({ indicator, period, quantity, aspect }: Figure): string {
  const time = period === 'achieved' ? '去年' : '今年';
  const verb =
    aspect === 'change' ? (/下降|降低|减少|压/.test(quantity.qualifier ?? '') ? '下降多少' : '增长多少') : null;
  return `${time}${indicator}${verb ?? (/^[%‰]$|^$|\//.test(quantity.unit) ? '是多少' : `多少${quantity.unit}`)}？`;
}

/** Targets whose names are short and plain enough to make a question of. */
export const exampleFigures = (figures: readonly Figure[]): Figure[] =>
  figures.filter(
    ({ role, period, aspect, indicator }) =>
      role === 'figure' &&
      period === 'target' &&
      aspect === 'level' &&
      indicator.length >= 4 &&
      indicator.length <= 12 &&
      !/[\d“”、及_×]|XX/.test(indicator),
  );
