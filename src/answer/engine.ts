import type { Answer, PlanFigure } from './answer.ts';

/** Longer questions, in UTF-16 units, are refused: they are no questions. */
export const longestQuestion = 500;

export interface AskOptions {
  /** The chat's earlier questions, oldest first. */
  readonly history?: readonly string[];
  /** Asks this plan only, whatever the question names. */
  readonly planId?: string;
}

/** What every surface calls. Never throws for a question's content; refuses instead. */
export interface Engine {
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /**
   * Figures that fit what has been typed so far, best first, by words alone (no embedding), for inline mode:
   * synchronous and fast. An empty list where nothing fits.
   */
  search(query: string, limit: number, offset?: number): readonly PlanFigure[];
}
