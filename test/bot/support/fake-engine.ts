import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Answer, Line, PlanFigure } from '../../../src/answer/answer.ts';
import { composeAnswer } from '../../../src/answer/compose/compose-answer.ts';
import type { AskOptions, Engine } from '../../../src/answer/engine.ts';
import { refuse } from '../../../src/answer/finding.ts';
import { isAcknowledgement } from '../../../src/answer/question/form/acknowledgement.ts';
import type { Query } from '../../../src/answer/question/query.ts';
import { figureCard } from '../../../src/bot/figure-text.ts';
import { itemLine } from '../../../src/bot/section-list.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { DocumentError, PlanBotError } from '../../../src/errors.ts';
import { extractFigures } from '../../../src/figures/extract-figures.ts';
import type { CommitResult, LoadedPlan, PlanDraft, PlanLibrary } from '../../../src/library/plan-library.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';

const seeds = path.resolve(import.meta.dirname, '../../../seeds');

/** What a plan has besides its text and figures belongs to the real engine; nothing here looks at it. */
const loaded = (plan: Plan, figures: readonly Figure[]): LoadedPlan =>
  ({ plan, figures, targets: [] }) as unknown as LoadedPlan;

export async function loadFrom(bytes: Uint8Array, name: string): Promise<LoadedPlan> {
  const plan = parsePlan(await readDocument(bytes, name));
  return loaded(plan, extractFigures(plan));
}

/** The real seed, parsed by the real parser. */
export const loadSeed = async (): Promise<LoadedPlan> =>
  loadFrom(await readFile(path.join(seeds, '000_124d17cd5fdef790.txt')), '000_124d17cd5fdef790.txt');

/** Plans in memory, read for real but not indexed. */
export class FakeLibrary implements PlanLibrary {
  version = 1;
  #plans: LoadedPlan[];
  #current: string | undefined;
  /** How long reading a file takes. */
  draftMs = 0;

  constructor(plans: readonly LoadedPlan[]) {
    this.#plans = [...plans];
    this.#current = plans[0]?.plan.id;
  }

  list(): readonly LoadedPlan[] {
    return this.#plans;
  }

  get(id: string): LoadedPlan | undefined {
    return this.#plans.find(({ plan }) => plan.id === id);
  }

  current(): LoadedPlan | undefined {
    return this.#current === undefined ? undefined : this.get(this.#current);
  }

  async draft(bytes: Uint8Array, name: string): Promise<PlanDraft> {
    await new Promise((resolve) => setTimeout(resolve, this.draftMs));
    if (bytes.length < 20) throw new DocumentError('文件里没有可读的文字。');
    const { plan, figures } = await loadFrom(bytes, name);
    return {
      plan,
      figures,
      bytes,
      isStored: this.get(plan.id) !== undefined,
      replaces: null,
      becomesCurrent: this.#isNewer(plan),
      warnings: plan.warnings.map(({ message }) => message),
    };
  }

  commit(draft: PlanDraft): Promise<CommitResult> {
    const existing = this.get(draft.plan.id);
    if (existing !== undefined) return Promise.resolve({ loaded: existing, outcome: 'same', replaced: [] });
    const taken = loaded(draft.plan, draft.figures);
    if (this.#isNewer(draft.plan)) this.#current = draft.plan.id;
    this.#plans = [taken, ...this.#plans];
    this.version += 1;
    return Promise.resolve({ loaded: taken, outcome: 'added', replaced: [] });
  }

  #isNewer({ year }: Plan): boolean {
    return (year ?? 0) > (this.current()?.plan.year ?? -1);
  }

  setCurrent(id: string): void {
    if (this.get(id) === undefined) throw new PlanBotError('plan', '没有这份计划。');
    this.#current = id;
    this.version += 1;
  }

  withdraw(id: string): void {
    this.#plans = this.#plans.filter(({ plan }) => plan.id !== id);
    if (this.#current === id) this.#current = this.#plans[0]?.plan.id;
    this.version += 1;
  }
}

const textOf = (lines: readonly Line[]): string =>
  lines.map(({ slots }) => slots.map(({ text }) => text).join('')).join('\n');

/** Answers by the indicators' own words. 天气 and thanks are no questions, 慢 makes it slow, 崩溃 makes it throw, 那…呢 leans on the question before. */
export class FakeEngine implements Engine {
  readonly asked: { question: string; options: AskOptions }[] = [];
  readonly #library: PlanLibrary;
  slowMs = 1500;

  constructor(library: PlanLibrary) {
    this.#library = library;
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    this.asked.push({ question, options });
    if (question.includes('慢')) await new Promise((resolve) => setTimeout(resolve, this.slowMs));
    if (question.includes('崩溃')) throw new Error('the engine fell over at /srv/secret/path.ts');
    const base = { figures: [], passages: [], related: [], derived: [], ms: 1 };
    const current = this.#library.current();
    const reason = question.includes('天气') ? 'not-a-question' : isAcknowledgement(question) ? 'acknowledged' : null;
    // As the real engine puts it into words.
    if (current !== undefined && reason !== null)
      return { ...composeAnswer(current, { folded: question } as Query, refuse(reason)), ms: 1 };
    const found = this.search(question, 100);
    const [first] = found;
    if (first === undefined || question.includes('不存在')) {
      const related = this.#all().slice(4, 7);
      const lines: Line[] = [{ role: 'note', slots: [{ kind: 'words', text: '文件没有给出这个数字。' }] }];
      return { ...base, status: 'not_found', kind: 'refusal', lines, text: textOf(lines), related };
    }
    const isList = question.includes('哪些') || question.includes('全部');
    const shown = isList ? (question.includes('全部') ? this.#all() : found) : [first];
    const lines: Line[] = isList ? shown.map(itemLine) : figureCard(first);
    return {
      ...base,
      status: 'answered',
      kind: isList ? 'list' : 'figure',
      lines,
      text: textOf(lines),
      figures: shown,
    };
  }

  search(query: string, limit: number, offset = 0): readonly PlanFigure[] {
    const scored = this.#all()
      .map((shown) => ({ shown, score: overlap(query, shown.figure.indicator) }))
      .filter(({ score }) => score >= 2);
    return scored
      .toSorted((a, b) => b.score - a.score)
      .slice(offset, offset + limit)
      .map(({ shown }) => shown);
  }

  #all(): PlanFigure[] {
    const current = this.#library.current();
    if (current === undefined) return [];
    return current.figures.filter(({ role }) => role === 'figure').map((figure) => ({ plan: current.plan, figure }));
  }
}

/** The longest run of characters that both share. */
function overlap(query: string, indicator: string): number {
  for (let length = Math.min(query.length, indicator.length); length > 1; length -= 1) {
    for (let at = 0; at + length <= query.length; at += 1) {
      if (indicator.includes(query.slice(at, at + length))) return length;
    }
  }
  return 0;
}
