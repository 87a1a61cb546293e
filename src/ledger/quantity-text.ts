import type { Quantity } from '../figures/figure.ts';

/** Qualifiers that stand behind their number. */
const behind = /^(?:及以上|及以下|以上|以下|以内|之内|内|左右|上下|不等|多)$/;

/** A quantity with its qualifier where the text prints it: 93%以上, 降至28微克/立方米, 稳定在90%以上. */
export function quantityText({ text, qualifier }: Quantity): string {
  if (qualifier === null) return text;
  const [before = '', after] = qualifier.split('…');
  if (after !== undefined) return `${before}${text}${after}`;
  return behind.test(qualifier) ? `${text}${qualifier}` : `${qualifier}${text}`;
}
