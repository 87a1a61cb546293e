import type { Figure } from '../figures/figure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import type { TermWeights } from '../retrieval/term-weights.ts';
import type { EntryTarget } from './entries.ts';

/** A plan ready to answer: parsed, its figures read, its passages indexed. */
export interface LoadedPlan {
  readonly plan: Plan;
  readonly figures: readonly Figure[];
  readonly retriever: Retriever;
  /** What each entry id of the retriever stands for. */
  readonly targets: readonly EntryTarget[];
  /** How telling each word is in this plan. */
  readonly terms: TermWeights;
}

/** A file that was read and parsed but not taken in yet: shown to the administrator, then committed or dropped. */
export interface PlanDraft {
  readonly plan: Plan;
  readonly figures: readonly Figure[];
  readonly bytes: Uint8Array;
  /** True where this very file is stored already: committing it changes nothing. */
  readonly isStored: boolean;
  /** The stored plan of the same title and year that committing would replace. */
  readonly replaces: LoadedPlan | null;
  /** Whether it would be the current plan, as things stand. */
  readonly becomesCurrent: boolean;
  /** Warnings of reading and parsing, in Chinese. */
  readonly warnings: readonly string[];
}

export interface CommitOptions {
  /** Told after each passage that is embedded. */
  readonly onProgress?: (done: number, total: number) => void;
  /** A stored plan to be replaced, whatever its title and year. Where it is the current one, the new one is then. */
  readonly replaces?: string;
}

/** What a commit came to. */
export interface CommitResult {
  readonly loaded: LoadedPlan;
  /** same: this very file was stored already, and nothing changed. */
  readonly outcome: 'added' | 'same' | 'replaced';
  /** The plans that are gone; empty unless `outcome` is replaced. */
  readonly replaced: readonly LoadedPlan[];
}

/** The plans that are loaded. Every change is all or nothing: a failure leaves things as they were. */
export interface PlanLibrary {
  /** Changes with every import, withdrawal and switch; part of every cache key. */
  readonly version: number;
  /** Newest year first. */
  list(): readonly LoadedPlan[];
  get(id: string): LoadedPlan | undefined;
  /**
   * The plan that questions go to when they name none; undefined when there is none. A plan of a newer year takes over,
   * one of the same year by another body does not. One that was chosen stays until another is, or until it is replaced
   * or withdrawn.
   */
  current(): LoadedPlan | undefined;
  /** Reads a file in the limited worker and parses it. Throws `DocumentError`; stores nothing. */
  draft(bytes: Uint8Array, name: string): Promise<PlanDraft>;
  /** Indexes and stores a draft. A plan with the same title and year is replaced. */
  commit(draft: PlanDraft, options?: CommitOptions): Promise<CommitResult>;
  /** An administrator's choice. Throws `PlanBotError` where the id is unknown. */
  setCurrent(id: string): void;
  withdraw(id: string): void;
}
