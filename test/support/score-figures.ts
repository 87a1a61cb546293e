import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Figure } from '../../src/figures/figure.ts';
import { readChineseNumber } from '../../src/text/chinese-number.ts';

const goldSchema = z.object({
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  qualifier: z.string().nullable(),
  indicator: z.string(),
  period: z.enum(['target', 'achieved']).nullable(),
  section: z.array(z.string()),
  /** null where the offsets depend on the reader: docx and PDF. */
  start: z.number().nullable(),
  end: z.number().nullable(),
  optional: z.boolean().optional(),
});

/** A figure that a person read out of a document. */
export type GoldFigure = z.infer<typeof goldSchema>;

export function readGold(file: string): GoldFigure[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => goldSchema.parse(JSON.parse(line)));
}

type Field = 'period' | 'section' | 'indicator' | 'value' | 'unit';

export interface Score {
  readonly required: number;
  readonly matched: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly recall: number;
  readonly precision: number;
  /** Share of the judged matches that have the field right. */
  readonly share: Readonly<Record<Field, number>>;
  readonly wrong: Readonly<Record<Field, readonly string[]>>;
}

/**
 * Scores figures against gold by the rules of the labelled sets: a figure matches where the spans overlap and the
 * number is the same, an extra overlaps no gold at all. Gold without offsets is matched by text, in order.
 */
export function scoreFigures(gold: readonly GoldFigure[], found: readonly Figure[]): Score {
  const placed = placeGold(gold, found);
  const taken = new Set<Figure>();
  const missing: string[] = [];
  const verdicts: { readonly field: Field; readonly right: boolean; readonly told: string }[] = [];
  const required = placed.filter(({ entry }) => entry.optional !== true);
  for (const { entry, at } of required) {
    const match = found
      .filter((figure) => !taken.has(figure) && overlaps(at, figure) && sameNumber(entry.text, figure.quantity.text))
      .sort((a, b) => faults(entry, a) - faults(entry, b))[0];
    if (!match) {
      missing.push(`${entry.text} ${entry.indicator}`);
      continue;
    }
    taken.add(match);
    verdicts.push(...judge(entry, match));
  }
  const extra = found.filter((figure) => !placed.some(({ at }) => overlaps(at, figure)));
  const of = (field: Field) => verdicts.filter((verdict) => verdict.field === field);
  const fields: readonly Field[] = ['period', 'section', 'indicator', 'value', 'unit'];
  return {
    required: required.length,
    matched: taken.size,
    missing,
    extra: extra.map(({ quantity, indicator }) => `${quantity.text} ${indicator} (${quantity.start})`),
    recall: taken.size / required.length,
    precision: taken.size / (taken.size + extra.length),
    share: byField(fields, (field) => of(field).filter(({ right }) => right).length / Math.max(1, of(field).length)),
    wrong: byField(fields, (field) =>
      of(field)
        .filter(({ right }) => !right)
        .map(({ told }) => told),
    ),
  };
}

const byField = <T>(fields: readonly Field[], value: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<Field, T>;

interface Placed {
  readonly entry: GoldFigure;
  readonly at: { readonly start: number; readonly end: number } | null;
}

/** Gives gold without offsets the place of the figure that the two lists, both in document order, have in common. */
function placeGold(gold: readonly GoldFigure[], found: readonly Figure[]): Placed[] {
  if (gold.every(({ start }) => start !== null))
    return gold.map((entry) => ({ entry, at: { start: entry.start ?? 0, end: entry.end ?? 0 } }));
  const same = (entry: GoldFigure, figure: Figure): boolean => squeeze(entry.text) === squeeze(figure.quantity.text);
  // Longest common subsequence of the texts; ties go to the pair whose indicators agree.
  const best = Array.from({ length: gold.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  for (let i = gold.length - 1; i >= 0; i -= 1)
    for (let j = found.length - 1; j >= 0; j -= 1) {
      const pair = same(gold[i]!, found[j]!)
        ? best[i + 1]![j + 1]! + (indicatorAgrees(gold[i]!.indicator, found[j]!.indicator) ? 1.01 : 1)
        : 0;
      best[i]![j] = Math.max(pair, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  const places: Placed[] = [];
  for (let i = 0, j = 0; i < gold.length; i += 1) {
    while (j < found.length && best[i]![j] === best[i]![j + 1]) j += 1;
    const isPair = j < found.length && same(gold[i]!, found[j]!) && best[i]![j] !== best[i + 1]![j];
    places.push({ entry: gold[i]!, at: isPair ? found[j]!.quantity : null });
    if (isPair) j += 1;
  }
  return places;
}

const overlaps = (at: Placed['at'], { quantity }: Figure): boolean =>
  at !== null && at.start < quantity.end && quantity.start < at.end;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const numerals = '[\\d.零〇一二两三四五六七八九十百千万亿半]+';
const numberPattern = new RegExp(
  `${numerals}(?:点${numerals})?(?:分之${numerals}(?:点${numerals})?)?(?:[-–—~至到]${numerals})?`,
);
const bareNumber = (text: string): string => numberPattern.exec(squeeze(text))?.[0] ?? squeeze(text);
const sameNumber = (a: string, b: string): boolean => bareNumber(a) === bareNumber(b);

function judge(gold: GoldFigure, figure: Figure) {
  const { quantity, indicator, period, section } = figure;
  const told = (stated: unknown, expected: unknown): string =>
    `${gold.text} ${gold.indicator}: ${JSON.stringify(stated)}, expected ${JSON.stringify(expected)}`;
  return [
    { field: 'indicator', right: indicatorAgrees(gold.indicator, indicator), told: told(indicator, gold.indicator) },
    {
      field: 'section',
      right: sectionMatches(section?.path ?? [], gold.section),
      told: told(section?.path, gold.section),
    },
    ...(gold.period === null
      ? []
      : [{ field: 'period', right: period === gold.period, told: told(period, gold.period) } as const]),
    ...(gold.value === null
      ? []
      : [
          {
            field: 'value',
            right: near(quantity.value, gold.value * factorElsewhere(figure, gold.unit)),
            told: told(quantity.value, gold.value),
          } as const,
        ]),
    ...(gold.unit === null
      ? []
      : [
          {
            field: 'unit',
            right: [quantity.unit, quantity.unitElsewhere ?? ''].some(
              (unit) => foldUnit(unit) === foldUnit(gold.unit!),
            ),
            told: told(quantity.unit, gold.unit),
          } as const,
        ]),
  ] as const;
}

const faults = (gold: GoldFigure, figure: Figure): number => judge(gold, figure).filter(({ right }) => !right).length;
/** A cell's gold is the bare number in the unit of its column, 73.2 in 亿元; the figure's value counts the 亿. */
const factorElsewhere = ({ quantity }: Figure, unit: string | null): number =>
  unit !== null && quantity.unitElsewhere === unit ? (readChineseNumber(/^[万亿]/.exec(unit)?.[0] ?? '') ?? 1) : 1;
const near = (found: number | null, expected: number): boolean =>
  found !== null && Math.abs(found - expected) <= Math.abs(expected) * 1e-9;
const foldUnit = (unit: string): string =>
  squeeze(unit)
    .replace(/^百分之$/, '%')
    .replace(/^个(?=.)/, '');

function sectionMatches(path: readonly string[], markers: readonly string[]): boolean {
  const joined = squeeze(path.join('/'));
  let from = 0;
  return markers.every((marker) => {
    const at = joined.indexOf(squeeze(marker), from);
    from = at + squeeze(marker).length;
    return at >= 0;
  });
}

const foldIndicator = (text: string): string => squeeze(text).replace(/[^\p{L}\p{N}]+/gu, '');

function indicatorAgrees(expected: string, stated: string): boolean {
  const [gold, found] = [foldIndicator(expected), foldIndicator(stated)];
  return found.length > 1 && (gold.includes(found) || found.includes(gold) || dice(gold, found) >= 0.6);
}

/** Sørensen–Dice overlap of character pairs, 0 to 1. */
function dice(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const size = left.length + right.length;
  for (const pair of left) if (right.includes(pair)) right.splice(right.indexOf(pair), 1);
  return size === 0 ? 0 : (2 * (size - left.length - right.length)) / size;
}
