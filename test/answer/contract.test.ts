import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Derived, PlanFigure, Slot } from '../../src/answer/answer.ts';
import { createEngine } from '../../src/answer/create-engine.ts';
import { renderText } from '../../src/answer/render-text.ts';
import type { LoadedPlan } from '../../src/library/plan-library.ts';
import { plans, questions, wordQuestion, type GeneratedPlan } from './generated.ts';
import { keptLog, libraryOf, loadText, loadWords } from './support.ts';

// Nothing here uses the engine's own check: the contract is stated again, from the document's text alone.

const digits = /\d+(?:[.,]\d+)*/g;
const fold = (text: string): string => text.normalize('NFKC');
const numeralsOf = (text: string): string[] => fold(text).match(digits) ?? [];
const squeeze = (text: string): string => fold(text).replace(/\s+/g, '');
/** A Chinese numeral with a unit; 哪一个 asks, 一句话 is a way to speak. */
const chineseNumeral =
  /(?<![哪每])[零〇一二两三四五六七八九十百千万亿]+(?:点[一二三四五六七八九]+)?(?:个|家|座|公里|亩|名|台|处|元|平方米|起|小时|项|成(?!绩)|倍|番)|百分之[一二三四五六七八九十百]+|[一二三四五六七八九]分之[一二三四五六七八九]/;

const hasNumeral = (text: string): boolean => /\d/.test(fold(text)) || chineseNumeral.test(text);

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text holds the numeral, and not as a part of a longer one. */
const holdsNumeral = (text: string, numeral: string): boolean =>
  new RegExp(`(?<!\\d)${numeral.replaceAll('.', '\\.')}(?!\\d)`).test(fold(text));

function checkFigure({ plan, figure }: PlanFigure): void {
  const { start, end, text } = figure.quantity;
  expect(plan.document.text.slice(start, end)).toBe(text);
  expect(start).toBeGreaterThanOrEqual(figure.passage.start);
  expect(end).toBeLessThanOrEqual(figure.passage.end);
  expect(/\d$/.test(fold(plan.document.text.slice(0, start))) && /^\d/.test(fold(text)), 'a cut numeral').toBe(false);
}

function checkSlot(slot: Slot): void {
  switch (slot.kind) {
    case 'words':
      expect(hasNumeral(slot.text), slot.text).toBe(false);
      return;
    case 'figure':
      checkFigure(slot.figure);
      expect(squeeze(slot.text)).toContain(squeeze(slot.figure.figure.quantity.text));
      for (const numeral of numeralsOf(slot.text))
        expect(holdsNumeral(documentOf(slot), numeral), slot.text).toBe(true);
      return;
    case 'indicator':
    case 'quote':
    case 'section':
      for (const numeral of numeralsOf(slot.text))
        expect(holdsNumeral(documentOf(slot), numeral), slot.text).toBe(true);
      return;
    case 'derived':
      checkDerived(slot.derived);
      expect(slot.text).toBe(slot.derived.text);
      return;
    case 'count':
      expect(slot.text).toBe(String(slot.count));
      return;
    case 'date':
      expect(slot.text).toMatch(/^20\d\d年$/);
      return;
    case 'reported':
      throw new Error('nothing is reported here');
  }
}

const documentOf = (slot: Slot): string =>
  slot.kind === 'figure' || slot.kind === 'indicator'
    ? slot.figure.plan.document.text
    : slot.kind === 'quote'
      ? slot.passage.plan.document.text
      : slot.kind === 'section'
        ? slot.plan.document.text + slot.plan.document.name
        : '';

/** Every value is computed again, from the printed figures. */
function checkDerived({ operation, value, text, from }: Derived): void {
  from.forEach(checkFigure);
  expect(new Set(from.map(({ figure }) => `${figure.quantity.unit} ${figure.aspect}`)).size).toBe(1);
  const values = from.map(({ figure }) => new Decimal(figure.quantity.value!));
  const shown = /([\d.]+)(万|亿)?[^\d.]*（推算）$/.exec(text.replace(/^.*(?:合计|按数值|[多少高低])(?=[\d.])/, ''));
  const amount = shown ? new Decimal(shown[1]!).times(shown[2] === '亿' ? 1e8 : shown[2] === '万' ? 1e4 : 1) : null;
  if (operation === 'sum' || operation === 'difference') {
    const expected = operation === 'sum' ? values.reduce((a, b) => a.plus(b)) : values[1]!.minus(values[0]!);
    expect(value).toBe(expected.toNumber());
    if (expected.isZero()) expect(text).toContain('持平');
    else expect(amount?.toNumber(), text).toBe(expected.abs().toNumber());
    return;
  }
  const best = operation === 'highest' ? Decimal.max(...values) : Decimal.min(...values);
  const named = from.filter((_, index) => values[index]!.equals(best)).map(({ figure }) => figure.indicator);
  expect(text.startsWith(named.join('、'))).toBe(true);
  expect(value).toBeNull();
}

function checkAnswer(question: string, answer: Answer, { year }: GeneratedPlan, { plan }: LoadedPlan): void {
  const slots = answer.lines.flatMap((line) => line.slots);
  slots.forEach(checkSlot);
  [...answer.figures, ...answer.related].forEach(checkFigure);
  answer.derived.forEach(checkDerived);
  expect(answer.text).toBe(renderText(answer.lines));
  // The text is the slots and the three leads that lines have, nothing else.
  let rest = answer.text;
  for (const { text } of slots) {
    const shown = text.replace(/\s*\n\s*/g, '');
    const lead = /^\s*(?:出处：|原文：)?\s*/.exec(rest)![0];
    rest = rest.startsWith(shown)
      ? rest.slice(shown.length)
      : rest.slice(lead.length).replace(new RegExp(`^${escape(shown)}`), '');
  }
  expect(rest).toBe('');
  for (const { passage, span } of answer.passages) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(plan.document.text.length);
    expect(passage.text).not.toBe('');
  }
  if (answer.status === 'not_found') {
    expect(answer.figures).toEqual([]);
    expect(answer.derived).toEqual([]);
  }
  // A number that only the question brings is echoed nowhere; the covered years are the reply's own.
  const own = slots.filter(({ kind }) => kind !== 'count' && kind !== 'derived');
  for (const numeral of numeralsOf(question))
    if (!holdsNumeral(plan.document.text, numeral) && ![year, year - 1].map(String).includes(numeral))
      for (const { text } of own) expect(holdsNumeral(text, numeral), `${numeral} echoed`).toBe(false);
  checkTime(question, answer, year);
}

/** Past results and targets are never mixed, and other years are refused. */
function checkTime(question: string, { figures, kind }: Answer, year: number): void {
  if (kind === 'compare' || kind === 'reverse') return;
  const named = /(20\d\d)年/.exec(question)?.[1];
  for (const { figure } of figures) {
    if (question.startsWith('去年')) expect(figure.period).not.toBe('target');
    if (question.startsWith('今年')) expect(figure.period).not.toBe('achieved');
    if (named !== undefined && Number(named) !== year && Number(named) !== year - 1)
      expect(figure.year).toBe(Number(named));
    if (Number(named) === year - 1) expect(figure.period).not.toBe('target');
  }
}

async function ask(generated: GeneratedPlan, loaded: LoadedPlan, asked: readonly string[]): Promise<void> {
  const { log, lines: faults } = keptLog();
  const engine = createEngine({ library: libraryOf(loaded), log });
  for (const [index, question] of asked.entries()) {
    for (const history of [[], asked.slice(0, index)]) {
      const answer = await engine.ask(question, { history });
      try {
        checkAnswer(question, answer, generated, loaded);
        expect(faults, 'the engine’s own check replaced an answer').toEqual([]);
      } catch (cause) {
        throw new Error(`${[...history, question].join(' > ')}\n${answer.text}\n\n${generated.text}`, { cause });
      }
    }
  }
}

const asked = fc.array(questions, { minLength: 3, maxLength: 6 });

describe('the figure contract over generated plans and questions', () => {
  it('holds where words alone find the answer', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, asked, async (generated, seeds) => {
        const loaded = await loadWords(generated.text, generated.name);
        await ask(
          generated,
          loaded,
          seeds.map((seed) => wordQuestion(seed, generated, loaded)),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('holds with the model and an index', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, asked, async (generated, seeds) => {
        const loaded = await loadText(generated.text, generated.name);
        await ask(
          generated,
          loaded,
          seeds.map((seed) => wordQuestion(seed, generated, loaded)),
        );
      }),
      { numRuns: 15 },
    );
  });
});
