import type { Span } from '../documents/plain-document.ts';
import { foldWidth } from '../text/fold-width.ts';
import { planName } from '../plan/plan-name.ts';
import { findQuantities } from '../figures/quantities.ts';
import { columnHeading } from '../plan/table-text.ts';
import type { Derived, Line, PlanFigure, PlanPassage, Slot } from './answer.ts';
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
      // 「第四，芦川220千伏输变电工程。总投资3.4亿元」: the heading may name the thing.
      return foreignNumerals(
        slot.text,
        `${passageText(slot.figure)} ${slot.figure.figure.section?.path.join(' ') ?? ''}`,
      )
        ? 'the indicator has a numeral that its passage and headings lack'
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
      return derivedFault(slot.text, slot.derived);
    case 'count':
      return slot.text === String(slot.count) ? null : 'the count is not what is shown';
    case 'date':
      return /^(?=.*[年月日周:-])[\d年月日周第:\- 至—]+$/.test(slot.text) ? null : 'not a date';
    case 'reported':
      return null;
  }
}

function figureFault(text: string, { plan, figure }: PlanFigure): string | null {
  const { quantity } = figure;
  if (plan.document.text.slice(quantity.start, quantity.end) !== quantity.text)
    return 'the figure is not at its offsets';
  if (isCut(plan.document.text, quantity)) return 'the figure is a part of a longer numeral';
  return text === figureText(figure) && !foreignNumerals(text, passageText({ plan, figure }))
    ? null
    : 'the figure is not as printed';
}

/** 「0公里」 of 80公里 is a slice of the text, but no figure. */
function isCut(text: string, { start, end }: Span): boolean {
  const around = (from: number, to: number): string => foldWidth(text.slice(Math.max(0, from), to));
  return /^\d\d$/.test(around(start - 1, start + 1)) || /^\d\.?\d/.test(around(end - 1, end + 2));
}

function derivedFault(text: string, { operation, value, unit, from }: Derived): string | null {
  const again = derive(operation, from);
  if (again?.text !== text || again.value !== value || again.unit !== unit)
    return 'the derived value does not follow from its figures';
  return from.map((of) => figureFault(figureText(of.figure), of)).find((fault) => fault !== null) ?? null;
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

/** Digits, and Chinese numerals with their units: 80, 2.5, 三百二十个. */
function numerals(text: string): string[] {
  const spelt = findQuantities(text).map(({ start, end }) => text.slice(start, end));
  return [...(text.match(/\d+(?:[.,]\d+)*/g) ?? []), ...spelt.filter((quantity) => !/\d/.test(quantity))];
}

/** A numeral that the source lacks, or has only inside a longer one; line breaks inside a numeral are layout. */
const foreignNumerals = (text: string, source: string): boolean => {
  const known = foldWidth(source);
  const places = [known, known.replace(/\s+/g, '')];
  return numerals(foldWidth(text)).some((numeral) => !places.some((place) => holds(place, numeral)));
};

function holds(text: string, numeral: string): boolean {
  for (let at = text.indexOf(numeral); at >= 0; at = text.indexOf(numeral, at + 1)) {
    if (!isCut(text, { start: at, end: at + numeral.length })) return true;
  }
  return false;
}

/** Digits anywhere, or a Chinese numeral with a unit. */
const hasNumeral = (text: string): boolean => /\d/.test(foldWidth(text)) || findQuantities(text).length > 0;
