import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocumentInWorker } from '../documents/read-document-in-worker.ts';
import { PlanBotError } from '../errors.ts';
import type { Log } from '../log.ts';
import { extractFigures } from '../figures/extract-figures.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { isBareTitle, isSameEdition } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import { removeIndex } from '../retrieval/saved-index.ts';
import type { PlanStore, StoredPlan } from '../storage/plans.ts';
import { loadPlan } from './load-plan.ts';
import { PlanFiles } from './plan-files.ts';
import type { CommitOptions, CommitResult, LoadedPlan, PlanDraft, PlanLibrary } from './plan-library.ts';

export interface LibraryOptions {
  /** The stored plans' metadata; without it the library holds the seeds only and stores nothing. */
  readonly store: PlanStore | null;
  /** Where stored plans' files lie; read only with `store`. */
  readonly plansDirectory: string;
  readonly indexDirectory: string;
  /** Source plans that come with the program; taken in at the first start. */
  readonly seedsDirectory: string;
  readonly embedder: () => Embedder;
  readonly log: Log;
  readonly now?: () => number;
}

/** Opens the library: the stored plans, or the seeds where nothing was ever stored. */
export async function openLibrary(options: LibraryOptions): Promise<PlanLibrary> {
  const library = new FileLibrary(options);
  await library.load();
  return library;
}

class FileLibrary implements PlanLibrary {
  readonly #options: LibraryOptions;
  readonly #files: PlanFiles;
  #plans: LoadedPlan[] = [];
  #currentId: string | undefined;
  /** The current plan was chosen by an administrator; a newer one does not take over. */
  #isChosen = false;
  #version = 1;

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#files = new PlanFiles(options.plansDirectory);
  }

  get version(): number {
    return this.#version;
  }

  async load(): Promise<void> {
    const { store, log } = this.#options;
    if (store === null) {
      await this.#loadSeeds();
      return;
    }
    const stored = dropReplaced(store);
    this.#files.sweep(new Set(stored.map(({ id }) => id)));
    for (const { id, fileName } of stored) {
      try {
        this.#plans.push(loadPlan(await this.#files.read(id, fileName), this.#loadOptions()));
      } catch (error) {
        // One damaged plan must not keep the others from answering.
        log.error({ plan: id, file: fileName, error }, 'a stored plan cannot be read; import it again');
      }
    }
    const marked = stored.find(({ isCurrent }) => isCurrent);
    this.#currentId = marked?.id;
    this.#isChosen = marked?.isChosen ?? false;
    this.#sort();
    if (this.#files.hasBegun()) return;
    if (stored.length === 0) await this.#loadSeeds();
    this.#files.begin();
  }

  list(): readonly LoadedPlan[] {
    return this.#plans;
  }

  get(id: string): LoadedPlan | undefined {
    return this.#plans.find(({ plan }) => plan.id === id);
  }

  current(): LoadedPlan | undefined {
    return (this.#currentId === undefined ? undefined : this.get(this.#currentId)) ?? this.#plans[0];
  }

  async draft(bytes: Uint8Array, name: string): Promise<PlanDraft> {
    const document = await readDocumentInWorker(bytes, name);
    const plan = parsePlan(document);
    const figures = extractFigures(plan);
    if (figures.length === 0 && plan.sections.length === 0) {
      throw new PlanBotError(
        'plan',
        `“${document.name}”看起来不是工作计划：没有章节，也没有数字。请检查是否选错了文件。`,
      );
    }
    const isStored = this.get(plan.id) !== undefined;
    const replaces = isStored ? undefined : this.#plans.find((other) => isSameEdition(other.plan, plan));
    return {
      plan,
      figures,
      bytes,
      isStored,
      replaces: replaces ?? null,
      becomesCurrent: isStored
        ? this.current()?.plan.id === plan.id
        : this.#takesOver(plan, replaces ? [replaces] : []),
      warnings: [...document.warnings, ...plan.warnings].map(({ message }) => message),
    };
  }

  async commit({ plan, bytes }: PlanDraft, { onProgress, replaces }: CommitOptions = {}): Promise<CommitResult> {
    const { store } = this.#options;
    if (store === null) throw new PlanBotError('storage', '没有可写的数据目录，不能保存计划。请检查 DATA_DIR。');
    const existing = this.get(plan.id);
    if (existing) return this.#keep(store, existing, replaces);
    const loaded = loadPlan(plan.document, { ...this.#loadOptions(), ...(onProgress ? { onProgress } : {}) });
    try {
      this.#files.write(plan.id, plan.document, bytes);
      await loaded.retriever.prepare();
      return this.#takeIn(store, loaded, replaces);
    } catch (error) {
      this.#files.remove(plan.id);
      removeIndex(this.#options.indexDirectory, plan.id);
      throw error;
    }
  }

  setCurrent(id: string): void {
    if (!this.get(id)) throw unknownPlan(id);
    this.#options.store?.setCurrent(id);
    this.#currentId = id;
    this.#isChosen = true;
    this.#changed();
  }

  withdraw(id: string): void {
    if (!this.get(id)) throw unknownPlan(id);
    // Newest year first, so the newest of the rest is next.
    const heir = this.#plans.find(({ plan }) => plan.id !== id)?.plan.id;
    const nextCurrent = this.#currentId === id ? heir : undefined;
    this.#options.store?.remove(id, nextCurrent);
    if (nextCurrent !== undefined) this.#mark(nextCurrent);
    this.#forget(id);
    this.#changed();
  }

  /** A file that is stored already; the plan that it was to replace goes all the same. */
  #keep(store: PlanStore, loaded: LoadedPlan, replaces: string | undefined): CommitResult {
    const { id } = loaded.plan;
    const replaced = replaces === undefined || replaces === id ? undefined : this.get(replaces);
    if (replaced === undefined) return { loaded, outcome: 'same', replaced: [] };
    const isCurrent = this.current() === replaced;
    store.replace(replaced.plan.id, id, isCurrent);
    if (isCurrent) this.#mark(id);
    this.#forget(replaced.plan.id);
    this.#changed();
    return { loaded, outcome: 'replaced', replaced: [replaced] };
  }

  /**
   * The new plan for those it replaces: in the store at one stroke, then here. Looked up only now, since other plans may
   * have come and gone while its index was built.
   */
  #takeIn(store: PlanStore, loaded: LoadedPlan, replaces: string | undefined): CommitResult {
    const existing = this.get(loaded.plan.id);
    if (existing) return this.#keep(store, existing, replaces);
    const { plan } = loaded;
    const replaced = this.#plans.filter((other) => other.plan.id === replaces || isSameEdition(other.plan, plan));
    const isCurrent = this.#takesOver(plan, replaced);
    store.save(
      {
        id: plan.id,
        title: plan.title,
        year: plan.year,
        fileName: plan.document.name,
        addedAt: (this.#options.now ?? Date.now)(),
        isCurrent,
        isChosen: false,
      },
      replaced.map((other) => other.plan.id),
    );
    this.#plans.push(loaded);
    if (isCurrent) this.#mark(plan.id);
    for (const other of replaced) this.#forget(other.plan.id);
    this.#changed();
    return { loaded, outcome: replaced.length > 0 ? 'replaced' : 'added', replaced };
  }

  /** Whether a new plan is to be the current one: in its place, or where nobody chose that, of a newer year. */
  #takesOver({ year }: Plan, replaced: readonly LoadedPlan[]): boolean {
    const current = this.current();
    if (current === undefined || replaced.includes(current)) return true;
    const isKept = this.#isChosen && current.plan.id === this.#currentId;
    return !isKept && (year ?? 0) > (current.plan.year ?? 0);
  }

  /** Current by its year, or as another's heir: nobody chose it. */
  #mark(id: string): void {
    this.#currentId = id;
    this.#isChosen = false;
  }

  /** What the store no longer knows. Files left behind by a kill in between are swept at the next start. */
  #forget(id: string): void {
    this.#plans = this.#plans.filter(({ plan }) => plan.id !== id);
    this.#files.remove(id);
    removeIndex(this.#options.indexDirectory, id);
  }

  #changed(): void {
    this.#version += 1;
    this.#sort();
  }

  #sort(): void {
    this.#plans.sort((a, b) => (b.plan.year ?? 0) - (a.plan.year ?? 0));
  }

  /** The first start: the program's own plans are taken in like any other, where there is a store. */
  async #loadSeeds(): Promise<void> {
    const { seedsDirectory, store } = this.#options;
    for (const name of seedFiles(seedsDirectory)) {
      const bytes = readFileSync(path.join(seedsDirectory, name));
      if (store === null) this.#plans.push(loadPlan(await readDocumentInWorker(bytes, name), this.#loadOptions()));
      else await this.commit(await this.draft(bytes, name));
    }
    this.#sort();
  }

  #loadOptions(): Parameters<typeof loadPlan>[1] {
    const { indexDirectory, embedder, log } = this.#options;
    return { indexDirectory, embedder, log };
  }
}

/** An import that was cut short between taking the new plan in and taking the old one out is brought to its end. */
function dropReplaced(store: PlanStore): StoredPlan[] {
  // Newest first, so the first of a title and year is the one to keep.
  const kept: StoredPlan[] = [];
  for (const plan of store.list()) {
    // Of 「政府工作报告」 nothing stored here tells whose it is: both stay.
    const newer = kept.find(
      ({ title, year }) => title !== null && title === plan.title && year === plan.year && !isBareTitle(title),
    );
    if (newer === undefined) kept.push(plan);
    else store.replace(plan.id, newer.id, plan.isCurrent);
  }
  return kept;
}

function seedFiles(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => /\.(?:txt|md|docx|pdf)$/i.test(name)).sort(); // prettier-ignore
  } catch (cause) {
    throw new PlanBotError(
      'plan',
      `读不到自带的工作计划目录：${directory}。请用 git 恢复 seeds 目录，或用 npm run import 导入文件。`,
      { cause },
    );
  }
}

const unknownPlan = (id: string): PlanBotError =>
  new PlanBotError('plan', `没有编号为 ${id} 的计划。用 npm run plans 查看全部计划。`);
