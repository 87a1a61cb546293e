import { foldWidth } from '../plan/fold-width.ts';
import { planName } from '../plan/plan.ts';
import { findQuantities } from '../figures/quantities.ts';
import { columnHeading } from '../plan/table-text.ts';
import type { Line, PlanFigure, PlanPassage, Slot } from './answer.ts';
import { derive } from './compose/derive.ts';
import { figureText } from './compose/slots.ts';

/** What is wrong with a slot; an answer with any fault is not sent. */
export interface SlotFault {
  readonly slot: Slot;
  readonly reason: string;
}

/**
 * The figure contract: checks every numeral of an answer against the plan it is said to come from. Figures, quotations
 * and headings must be slices at their offsets, derived values must follow from their figures, and words must hold no numeral.
 */
export function verifyLines(lines: readonly Line[]): SlotFault[] {
  return lines
    .flatMap(({ slots }) => slots)
    .flatMap((slot) => {
      const reason = faultOf(slot);
      return reason === null ? [] : [{ slot, reason }];
    });
}

function faultOf(slot: Slot): string | null {
  switch (slot.kind) {
    case 'words':
      return hasNumeral(slot.text) ? 'words hold a numeral' : null;
    case 'figure':
      return figureFault(slot.text, slot.figure);
    case 'indicator':
      return foreignNumerals(slot.text, passageText(slot.figure))
        ? 'the indicator has a numeral that its passage lacks'
        : null;
    case 'quote':
      return quoteFault(slot.text, slot.passage);
    case 'section':
      return slot.text
        .split(' › ')
        .every(
          (heading) =>
            slot.plan.document.text.includes(heading) || heading === planName(slot.plan) || !hasNumeral(heading),
        )
        ? null
        : 'the heading is not in the text';
    case 'derived':
      return derive(slot.derived.operation, slot.derived.from)?.text === slot.text
        ? null
        : 'the derived value does not follow from its figures';
    case 'count':
      return slot.text === String(slot.count) ? null : 'the count is not what is shown';
    case 'date':
      return /^[\d年月日周第:\- 至—]+$/.test(slot.text) ? null : 'not a date';
    case 'reported':
      return null;
  }
}

function figureFault(text: string, { plan, figure }: PlanFigure): string | null {
  const { quantity } = figure;
  if (plan.document.text.slice(quantity.start, quantity.end) !== quantity.text)
    return 'the figure is not at its offsets';
  return text === figureText(figure) && !foreignNumerals(text, passageText({ plan, figure }))
    ? null
    : 'the figure is not as printed';
}

function quoteFault(text: string, { plan, passage, span }: PlanPassage): string | null {
  if (passage.kind === 'sentence')
    return text === plan.document.text.slice(span.start, span.end) ? null : 'the quotation is not at its offsets';
  return foreignNumerals(text, passageText({ plan, passage })) ? 'the row has a numeral that the table lacks' : null;
}

/** The text that a figure's numerals may come from: its passage, for a row its header too. */
function passageText({ plan, ...source }: PlanFigure | Omit<PlanPassage, 'span'>): string {
  const passage = 'figure' in source ? source.figure.passage : source.passage;
  const own = plan.document.text.slice(passage.start, passage.end);
  if (passage.table === null) return own;
  const { block, row } = passage.table;
  const cells = row.cells.map(
    (cell, column) => `${columnHeading(block, column)} ${plan.document.text.slice(cell.start, cell.end)}`,
  );
  return `${own} ${cells.join(' ')}`;
}

const numerals = (text: string): string[] => foldWidth(text).match(/\d+(?:[.,]\d+)*/g) ?? [];

const foreignNumerals = (text: string, source: string): boolean => {
  const known = foldWidth(source);
  return numerals(text).some((numeral) => !known.includes(numeral));
};

/** Digits anywhere, or a Chinese numeral with a unit. */
const hasNumeral = (text: string): boolean => /\d/.test(foldWidth(text)) || findQuantities(text).length > 0;
