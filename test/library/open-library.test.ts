import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelError, PlanBotError } from '../../src/errors.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import type { PlanLibrary } from '../../src/library/plan-library.ts';
import { createLog } from '../../src/log.ts';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { PlanStore } from '../../src/storage/plans.ts';
import { countingEmbedder, realEmbedder } from '../support/embedders.ts';
import { repositoryFile } from '../support/read-plan.ts';
import { useTempFolder } from '../support/temp-folder.ts';

/** A small plan of the year. */
const planText = (title: string, year: number, figure = 3): string =>
  `${title}${year}年工作要点\n\n一、重点任务\n新建学校${figure}所。\n`;

const seedText = planText('自带', 2025);
const seedId = createHash('sha256').update(seedText).digest('hex').slice(0, 12);

describe('openLibrary', () => {
  const folder = useTempFolder();
  let database: Database;
  let lines: string[];

  beforeEach(() => {
    database = openDatabase(folder.file('data/workplan.sqlite'));
    lines = [];
    mkdirSync(folder.file('seeds'));
    writeFileSync(folder.file('seeds/seed.txt'), seedText);
  });
  afterEach(() => {
    database.close();
  });

  interface Changes {
    readonly embedder?: () => Embedder;
    readonly store?: PlanStore | null;
    readonly plansDirectory?: string;
    readonly indexDirectory?: string;
    readonly seedsDirectory?: string;
  }

  const open = (changes: Changes = {}): Promise<PlanLibrary> =>
    openLibrary({
      store: new PlanStore(database),
      plansDirectory: folder.file('data/plans'),
      indexDirectory: folder.file('index'),
      seedsDirectory: folder.file('seeds'),
      embedder: realEmbedder,
      log: createLog({ level: 'warn', destination: { write: (line) => lines.push(line) } }),
      ...changes,
    });

  const commit = async (library: PlanLibrary, text: string, name = 'plan.txt') =>
    library.commit(await library.draft(Buffer.from(text), name));
  const take = async (library: PlanLibrary, text: string, name?: string) => (await commit(library, text, name)).loaded;

  /** Everything that a failed import may not change. */
  const stateOf = (library: PlanLibrary) => ({
    version: library.version,
    plans: library.list().map(({ plan }) => [plan.id, plan.title, plan.year]),
    current: library.current()?.plan.id,
    stored: new PlanStore(database).list(),
    folders: existsSync(folder.file('data/plans')) ? readdirSync(folder.file('data/plans')).sort() : [],
    index: existsSync(folder.file('index')) ? readdirSync(folder.file('index')).sort() : [],
  });

  describe('at the first start', () => {
    it('takes in the plan that comes with the program', async () => {
      const library = await open({ seedsDirectory: repositoryFile('seeds') });
      const { plan, figures, retriever, targets } = library.current()!;
      expect(library.list()).toHaveLength(1);
      expect(plan.year).toBe(2025);
      expect(new PlanStore(database).list()).toMatchObject([{ id: plan.id, isCurrent: true }]);
      expect(existsSync(folder.file(`data/plans/${plan.id}/${plan.document.name}`))).toBe(true);
      const [found] = await retriever.nearest('污水管网', 1);
      const target = targets[found!.id]!;
      expect(target.kind).toBe('figure');
      expect(figures[target.index]!.indicator).toContain('污水管网');
    });

    it('stores nothing without a store', async () => {
      const library = await open({ store: null });
      expect(library.list().map(({ plan }) => plan.id)).toEqual([seedId]);
      expect(existsSync(folder.file('data/plans'))).toBe(false);
    });

    it('takes the seed in at the next start where the first was cut short', async () => {
      await expect(open({ embedder: () => countingEmbedder({ failAt: 2 }) })).rejects.toThrow('gave out');
      expect((await open()).current()?.plan.id).toBe(seedId);
    });

    it('says where the seeds should be', async () => {
      await expect(open({ seedsDirectory: folder.file('nowhere') })).rejects.toThrow(/nowhere.*seeds/s);
    });
  });

  describe('at later starts', () => {
    it('has the same plans, the same current one, and embeds nothing', async () => {
      const first = await open();
      const { plan } = await take(first, planText('岚溪县', 2024));
      first.setCurrent(plan.id);
      const embedder = countingEmbedder();
      const second = await open({ embedder: () => embedder });
      expect(stateOf(second)).toEqual({ ...stateOf(first), version: second.version });
      await Promise.all(second.list().map(({ retriever }) => retriever.prepare()));
      expect(embedder.passages).toBe(0);
    });

    it('stays empty where every plan was withdrawn', async () => {
      (await open()).withdraw(seedId);
      const library = await open();
      expect([library.list(), library.current()]).toEqual([[], undefined]);
    });

    it('sweeps what an interrupted import left', async () => {
      await open();
      for (const name of ['0123456789ab', `0123456789ab.99.tmp`]) {
        mkdirSync(folder.file(`data/plans/${name}`), { recursive: true });
        writeFileSync(folder.file(`data/plans/${name}/document.json`), '{');
      }
      await open();
      expect(readdirSync(folder.file('data/plans')).filter((name) => name.startsWith('0123'))).toEqual([]);
      expect(existsSync(folder.file(`data/plans/${seedId}`))).toBe(true);
    });

    it('brings a replacement to its end that was cut short between new and old', async () => {
      const library = await open();
      const { plan } = await take(library, planText('岚溪县', 2026));
      const store = new PlanStore(database);
      const [newer] = store.list();
      store.save({ ...newer!, id: 'aaaaaaaaaaaa', addedAt: newer!.addedAt - 1000, isCurrent: false });
      const again = await open();
      expect(again.list().map((entry) => entry.plan.id)).toEqual([plan.id, seedId]);
      expect(new PlanStore(database).list()).toHaveLength(2);
    });

    it('answers from the others where one plan’s files are damaged', async () => {
      const library = await open();
      const { plan } = await take(library, planText('岚溪县', 2026));
      writeFileSync(folder.file(`data/plans/${plan.id}/document.json`), '{"readerVersion":');
      const again = await open();
      expect(again.list().map((entry) => entry.plan.id)).toEqual([seedId]);
      expect(again.current()?.plan.id).toBe(seedId);
      expect(lines.join('')).toContain(plan.id);
    });

    it('answers by words alone without the model, and says so', async () => {
      await open();
      rmSync(folder.file('index'), { recursive: true });
      const library = await open({
        embedder: () => {
          throw new ModelError('找不到嵌入模型的文件');
        },
      });
      expect(await library.current()!.retriever.nearest('污水管网', 3)).toEqual([]);
      expect(lines.join('')).toContain('找不到嵌入模型的文件');
    });
  });

  describe('importing', () => {
    it('shows a draft before anything is stored', async () => {
      const library = await open();
      const before = stateOf(library);
      const draft = await library.draft(Buffer.from(`${planText('岚溪县', 2026)}点击👉 abc 👈添加微信\n`), '要点.txt');
      expect(draft.plan).toMatchObject({ title: '岚溪县2026年工作要点', year: 2026 });
      expect(draft.figures.map(({ quantity }) => quantity.text)).toEqual(['3所']);
      expect(draft.replaces).toBeNull();
      expect(draft.warnings).toEqual([expect.stringContaining('广告')]);
      expect(stateOf(library)).toEqual(before);
    });

    it('adds a plan, finds in it, and raises the version', async () => {
      const library = await open();
      const before = library.version;
      const progress: string[] = [];
      const draft = await library.draft(Buffer.from(planText('岚溪县', 2026)), '要点.txt');
      const { loaded, outcome } = await library.commit(draft, {
        onProgress: (done, total) => progress.push(`${done}/${total}`),
      });
      expect(outcome).toBe('added');
      expect(library.version).toBeGreaterThan(before);
      expect(library.get(loaded.plan.id)).toBe(loaded);
      expect(progress.at(-1)).toBe(`${progress.length}/${progress.length}`);
      expect((await loaded.retriever.nearest('盖几所学校', 1))[0]!.similarity).toBeGreaterThan(0.4);
    });

    it('makes the newest year the current one, whatever the order', async () => {
      const library = await open();
      await take(library, planText('岚溪县', 2024));
      expect(library.current()!.plan.year).toBe(2025);
      await take(library, planText('岚溪县', 2026));
      expect(library.current()!.plan.year).toBe(2026);
      expect(library.list().map(({ plan }) => plan.year)).toEqual([2026, 2025, 2024]);
    });

    it('replaces the plan of the same title and year', async () => {
      const library = await open();
      const old = await take(library, planText('岚溪县', 2026, 3));
      const draft = await library.draft(Buffer.from(planText('岚溪县', 2026, 5)), '修订.txt');
      expect(draft.replaces).toBe(old);
      const { loaded, outcome, replaced } = await library.commit(draft);
      const { plan } = loaded;
      expect([outcome, replaced]).toEqual(['replaced', [old]]);
      expect(library.list().map((entry) => entry.plan.id)).toEqual([plan.id, seedId]);
      expect(library.current()!.plan.id).toBe(plan.id);
      expect(stateOf(library).folders).not.toContain(old.plan.id);
      expect(stateOf(library).index.some((name) => name.startsWith(old.plan.id))).toBe(false);
    });

    it('keeps plans apart whose title or year differs, or that have no title', async () => {
      const library = await open();
      await take(library, planText('岚溪县', 2026));
      await take(library, planText('岚溪县', 2024));
      await take(library, planText('沅台市', 2026));
      await take(library, '一、任务\n新建桥梁3座。\n');
      await take(library, '一、任务\n新建桥梁5座。\n');
      expect(library.list()).toHaveLength(6);
    });

    it('takes the same file twice for the same plan', async () => {
      const library = await open();
      const first = await take(library, planText('岚溪县', 2026));
      const version = library.version;
      const draft = await library.draft(Buffer.from(planText('岚溪县', 2026)), '另一个名字.txt');
      expect(draft).toMatchObject({ isStored: true, replaces: null });
      expect(await library.commit(draft)).toEqual({ loaded: first, outcome: 'same', replaced: [] });
      expect(library.version).toBe(version);
    });

    it('leaves everything as it was where the model gives out', async () => {
      let failing = false;
      const library = await open({ embedder: () => (failing ? countingEmbedder({ failAt: 2 }) : realEmbedder()) });
      await take(library, planText('岚溪县', 2026, 3));
      const before = stateOf(library);
      failing = true;
      await expect(take(library, planText('岚溪县', 2026, 5))).rejects.toThrow('gave out');
      expect(stateOf(library)).toEqual(before);
      failing = false;
      expect((await take(library, planText('岚溪县', 2026, 5))).figures[0]!.quantity.text).toBe('5所');
    });

    it('leaves everything as it was where the plans’ folder cannot be written', async () => {
      const library = await open();
      const before = stateOf(library);
      // A name that is too long for the file system fails like a full disk does, for root too.
      const draft = await library.draft(Buffer.from(planText('岚溪县', 2026)), `${'长'.repeat(90)}.txt`);
      await expect(library.commit(draft)).rejects.toThrow(/磁盘空间和权限/);
      expect(stateOf(library)).toEqual(before);
      expect(stateOf(await open())).toEqual({ ...before, version: expect.any(Number) as number });
    });

    it('leaves everything as it was where the store refuses', async () => {
      const library = await open();
      const before = stateOf(library);
      database.exec("CREATE TRIGGER full BEFORE INSERT ON plans BEGIN SELECT RAISE(ABORT, 'disk full'); END");
      await expect(take(library, planText('岚溪县', 2026))).rejects.toThrow();
      expect(stateOf(library)).toEqual(before);
    });

    it('replaces at one stroke: where the old plan cannot go, the new one does not come', async () => {
      const library = await open();
      await take(library, planText('岚溪县', 2026, 3));
      const before = stateOf(library);
      database.exec("CREATE TRIGGER stuck BEFORE DELETE ON plans BEGIN SELECT RAISE(ABORT, 'disk full'); END");
      await expect(take(library, planText('岚溪县', 2026, 5))).rejects.toThrow();
      expect(stateOf(library)).toEqual(before);
      expect(stateOf(await open())).toEqual({ ...before, version: expect.any(Number) as number });
    });

    it('replaces a plan of another title when told so, and passes on being the current one', async () => {
      const library = await open();
      const [old, other] = [
        await take(library, planText('岚溪县', 2026)),
        await take(library, planText('沅台市', 2024)),
      ];
      const draft = await library.draft(Buffer.from(planText('岚溪市', 2023)), '更名.txt');
      const { plan } = (await library.commit(draft, { replaces: old.plan.id })).loaded;
      expect(library.current()?.plan.id).toBe(plan.id);
      expect(library.list().map((entry) => entry.plan.id)).toEqual([seedId, other.plan.id, plan.id]);
      expect(stateOf(await open())).toEqual({ ...stateOf(library), version: expect.any(Number) as number });
      // With a file that is stored already.
      const again = await library.draft(Buffer.from(planText('沅台市', 2024)), 'x.txt');
      expect(await library.commit(again, { replaces: plan.id })).toMatchObject({ loaded: other, outcome: 'replaced' });
      expect(library.current()?.plan.id).toBe(other.plan.id);
      expect(new PlanStore(database).list().map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
        [seedId, false],
        [other.plan.id, true],
      ]);
    });

    it('takes one file in once, even where two ask for it at the same time', async () => {
      const library = await open();
      const [first, second] = await Promise.all([
        take(library, planText('岚溪县', 2026)),
        take(library, planText('岚溪县', 2026)),
      ]);
      expect(first).toBe(second);
      expect(library.list()).toHaveLength(2);
      expect(stateOf(await open()).plans).toEqual(stateOf(library).plans);
    });

    it('says what to do where there is no store', async () => {
      const library = await open({ store: null });
      await expect(take(library, planText('岚溪县', 2026))).rejects.toThrow(/DATA_DIR/);
    });

    it('refuses a file that is no plan and stores nothing', async () => {
      const library = await open();
      const before = stateOf(library);
      await expect(library.draft(Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 'x.docx')).rejects.toThrow(PlanBotError);
      await expect(library.draft(Buffer.from(''), 'x.txt')).rejects.toThrow(/空文件/);
      expect(stateOf(library)).toEqual(before);
    });
  });

  describe('switching and withdrawing', () => {
    it('lets no plan of the same year by another body take over, and says so before', async () => {
      const library = await open();
      const draft = await library.draft(Buffer.from(planText('卫生健康局', 2025)), '卫健.txt');
      expect(draft.becomesCurrent).toBe(false);
      const { loaded } = await library.commit(draft);
      expect(library.current()!.plan.id).toBe(seedId);
      // What was not chosen gives way to a newer year.
      const newer = await library.draft(Buffer.from(planText('卫生健康局', 2026)), '卫健.txt');
      expect(newer.becomesCurrent).toBe(true);
      await library.commit(newer);
      expect(library.current()!.plan.year).toBe(2026);
      expect(library.get(loaded.plan.id)).toBe(loaded);
    });

    it('keeps the chosen plan current, over a restart too, until another is chosen or it is replaced', async () => {
      const library = await open();
      const { plan } = await take(library, planText('岚溪县', 2024));
      library.setCurrent(plan.id);
      const again = await open();
      expect(again.current()!.plan.id).toBe(plan.id);
      await take(again, planText('岚溪县', 2026));
      expect(again.current()!.plan.id).toBe(plan.id);
      const corrected = await take(again, planText('岚溪县', 2024, 5));
      expect(again.current()).toBe(corrected);
      // The choice was of the plan that is gone.
      await take(again, planText('岚溪县', 2027));
      expect(again.current()!.plan.year).toBe(2027);
    });

    it('forgets the choice with the plan that was chosen', async () => {
      const library = await open();
      const { plan } = await take(library, planText('岚溪县', 2024));
      library.setCurrent(plan.id);
      library.withdraw(plan.id);
      expect(library.current()!.plan.id).toBe(seedId);
      await take(library, planText('岚溪县', 2026));
      expect(library.current()!.plan.year).toBe(2026);
    });

    it('takes the newest of the rest for current where the current one is withdrawn', async () => {
      const library = await open();
      const { plan } = await take(library, planText('岚溪县', 2026));
      library.withdraw(plan.id);
      expect(library.current()!.plan.id).toBe(seedId);
      expect(stateOf(library).folders).not.toContain(plan.id);
      expect((await open()).current()!.plan.id).toBe(seedId);
    });

    it('withdraws where the index lies nowhere', async () => {
      writeFileSync(folder.file('file'), '');
      const library = await open({ indexDirectory: folder.file('file/index') });
      library.withdraw(seedId);
      expect(library.list()).toEqual([]);
    });

    it('withdraws at one stroke: where no other can be made current, the plan stays', async () => {
      const library = await open();
      await take(library, planText('岚溪县', 2026));
      const before = stateOf(library);
      database.exec("CREATE TRIGGER stuck BEFORE UPDATE ON plans BEGIN SELECT RAISE(ABORT, 'disk full'); END");
      expect(() => {
        library.withdraw(before.current!);
      }).toThrow();
      expect(stateOf(library)).toEqual(before);
    });

    it('refuses an unknown id in both', async () => {
      const library = await open();
      const before = stateOf(library);
      for (const act of [
        () => {
          library.setCurrent('nope');
        },
        () => {
          library.withdraw('nope');
        },
      ])
        // prettier-ignore
        expect(act).toThrow(/nope/);
      expect(stateOf(library)).toEqual(before);
    });
  });
});
