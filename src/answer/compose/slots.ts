import { startsFrom } from '../../figures/starting-level.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Passage, Plan, Section } from '../../plan/plan.ts';
import { partOfYearOf } from '../ranking/fits-part-of-year.ts';
import type { Line, Slot } from '../answer.ts';

/** Builders for the typed slots of an answer's lines. */
export const words = (text: string): Slot => ({ kind: 'words', text });
export const count = (value: number): Slot => ({ kind: 'count', text: String(value), count: value });
export const year = (value: number): Slot => ({ kind: 'date', text: `${value}年` });

/** Qualifiers that only lead to the number: 达93% promises what 93% does. */
const plainPrefix = /^(?:达到|达|为|在|占|占到|仅|保持|高达)$/;

/** A figure's quantity with its qualifier, as far as that changes what is promised: 93%以上, 增长5.8%左右, 降至28微克/立方米. */
export function figureText({ quantity }: Figure): string {
  const { unitElsewhere } = quantity;
  // 8.4 of a column headed 1/10万 must not read as one number.
  const unit = unitElsewhere === null ? '' : /^\d|\//.test(unitElsewhere) ? `（${unitElsewhere}）` : unitElsewhere;
  const { qualifier } = quantity;
  const text = quantity.text.replace(/\s+/g, '') + unit;
  if (qualifier === null) return text;
  const [before = '', after = ''] = qualifier.includes('…')
    ? qualifier.split('…')
    : /^(?:及?以[上下内]|之内|左右|上下|不等|多)$/.test(qualifier)
      ? ['', qualifier]
      : [qualifier, ''];
  return `${plainPrefix.test(before) ? '' : before}${text}${after}`;
}

export const figure = (plan: Plan, of: Figure): Slot => ({
  kind: 'figure',
  text: figureText(of),
  figure: { plan, figure: of },
});
export const indicator = (plan: Plan, of: Figure): Slot => ({
  kind: 'indicator',
  text: of.indicator,
  figure: { plan, figure: of },
});

/** A row's number tells nothing of it. */
const rowNumber = /^(?:序号|编号|项次)：[^；]*；(?=.)/;

/** The text between two offsets as one line: hard line breaks inside a sentence are layout. */
export function quote(
  plan: Plan,
  passage: Passage,
  span: { readonly start: number; readonly end: number } = passage,
): Slot {
  const text =
    passage.kind === 'row' ? passage.text.replace(rowNumber, '') : plan.document.text.slice(span.start, span.end);
  return { kind: 'quote', text, passage: { plan, passage, span } };
}

export const sectionPath = (plan: Plan, section: Section | null): Slot => ({
  kind: 'section',
  text: section === null ? '正文开头' : section.path.join(' › '),
  plan,
});

export const line = (role: Line['role'], ...slots: readonly Slot[]): Line => ({ role, slots });

/** 「由41家增加到68家，年均增长10%」 of five years: where it began, a yearly mean, a sum. */
function overYears(of: Figure): string {
  if (startsFrom(of)) return '起初';
  if (of.quantity.qualifier?.includes('年均') === true) return '多年平均';
  return of.period === 'target' ? '多年目标' : '多年累计';
}

/** When a figure holds: 「2025年目标」, 「上一年完成」. */
export function periodSlots(of: Figure): Slot[] {
  if (of.cumulative) return [words(overYears(of))];
  if (of.period === null) return [words('文件未写明是目标还是已完成')];
  const label = of.period === 'target' ? '目标' : '完成';
  // 「一季度增长6.5%」 is no target of the whole year.
  const part = partOfYearOf(of);
  const months = part === null ? [] : [/\d/.test(part) ? ({ kind: 'date', text: part } as const) : words(part)];
  if (of.year !== null) return [year(of.year), ...months, words(label)];
  if (part !== null) return [words(of.period === 'target' ? '' : '上一年'), ...months, words(label)];
  return [words(of.period === 'target' ? label : `上一年${label}`)];
}
