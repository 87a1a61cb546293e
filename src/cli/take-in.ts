import path from 'node:path';
import { SingleBar } from 'cli-progress';
import pc from 'picocolors';
import { PlanBotError } from '../errors.ts';
import type { CommitOptions, LoadedPlan, PlanDraft, PlanLibrary } from '../library/plan-library.ts';
import { draftNotes, figureCount, outcomeText } from '../library/plan-report.ts';
import { planName } from '../plan/plan-name.ts';
import { readPlanFile } from './environment.ts';

export interface TakeInOptions {
  /** The stored plan to be replaced; without it the one of the same title and year, where there is one. */
  readonly replaces?: LoadedPlan;
  /** Replace a plan even by a file without a figure. */
  readonly force?: boolean;
}

/**
 * Takes a file in and prints what came of it and what to look at. Throws `PlanBotError` where the file cannot be read,
 * or is not worth the plan that it would replace; nothing is changed then.
 */
export async function takeIn(
  library: PlanLibrary,
  file: string,
  { replaces, force = false }: TakeInOptions = {},
): Promise<LoadedPlan> {
  const name = path.basename(file);
  const draft = await library.draft(readPlanFile(file), name);
  if (draft.plan.passages.length === 0) throw new PlanBotError('plan', `“${name}”里没有可读的正文。请检查文件内容。`);
  const replaced = replaces ?? draft.replaces;
  if (replaced !== null && !force) checkWorth(draft, replaced, name);
  const result = await withBar(name, (onProgress) =>
    library.commit(draft, { onProgress, ...(replaces === undefined ? {} : { replaces: replaces.plan.id }) }),
  );
  const paint = result.outcome === 'same' ? pc.yellow : pc.green;
  console.log(outcomeText(result).replace(/^[^ ：]+/, paint));
  const notes = result.outcome === 'same' ? [] : draftNotes(draft, replaced);
  for (const note of notes) console.log(pc.yellow(`  注意：${note}`));
  return result.loaded;
}

function checkWorth(draft: PlanDraft, replaced: LoadedPlan, name: string): void {
  if (figureCount(draft) > 0 || draft.plan.id === replaced.plan.id) return;
  throw new PlanBotError(
    'plan',
    `“${name}”里没有读到任何数字，没有用它替换“${planName(replaced.plan)}”。请检查文件；确实要换，请加 --force。`,
  );
}

/** Shows how far embedding has come, on standard error; nothing where nothing is embedded. */
async function withBar<T>(
  name: string,
  work: (onProgress: CommitOptions['onProgress'] & {}) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: `${name} [{bar}] {value}/{total} 段`,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let started = false;
  try {
    return await work((done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
