import type { Figure } from '../../src/figures/figure.ts';
import type { Section } from '../../src/plan/plan.ts';

/** A section as fixtures state it. */
export const sectionLine = ({ kind, level, marker, ordinal, title }: Section) => ({
  kind,
  level,
  marker,
  ordinal,
  title,
});

/** A figure as fixtures state it; fields that are the usual ones are left out. */
export const figureLine = ({ quantity, indicator, period, year, role, aspect, section, owner, deadline }: Figure) => ({
  text: quantity.text,
  value: quantity.value,
  ...(quantity.range === null ? {} : { range: [...quantity.range] }),
  unit: quantity.unit,
  qualifier: quantity.qualifier,
  indicator,
  period,
  year,
  section: section?.marker ?? null,
  ...(role === 'limit' ? { role } : {}),
  ...(aspect === 'change' ? { aspect } : {}),
  ...(owner === null ? {} : { owner: owner.text }),
  ...(deadline === null ? {} : { deadline: deadline.text }),
});
