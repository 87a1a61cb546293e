import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { openIndex, removeIndex, type IndexSource } from '../../src/retrieval/saved-index.ts';
import { countingEmbedder } from '../support/embedders.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const source: IndexSource = {
  id: 'plan1',
  planChecksum: 'a'.repeat(64),
  entries: ['新建污水管网80公里', '完成人工造林2万亩', '开展应急演练4次'].map((text, id) => ({ id: id + 10, text })),
};

describe('openIndex', () => {
  const folder = useTempFolder();
  const [graph, manifest] = ['plan1.hnsw', 'plan1.json'];

  async function open(embedder: Embedder, from = source, directory = folder.path) {
    const rebuilt: string[] = [];
    const unsaved: string[] = [];
    const retriever = await openIndex(from, {
      directory,
      embedder,
      onRebuild: (reason) => rebuilt.push(reason),
      onUnsaved: (reason) => unsaved.push(reason),
    });
    return { retriever, rebuilt, unsaved };
  }

  /** Saves the index, does something to it, and opens it again. */
  async function reopenAfter(change: () => void, from = source, embedder = countingEmbedder()) {
    await open(countingEmbedder());
    change();
    const { retriever, rebuilt } = await open(embedder, from);
    const [first] = await retriever.nearest('铺设下水管道', 1);
    return { embedded: embedder.passages, rebuilt, first };
  }

  it('finds the entry nearest in meaning by the caller’s id', async () => {
    const { retriever } = await open(countingEmbedder());
    const found = await retriever.nearest('铺设下水管道', 2);
    expect(found[0]!.id).toBe(10);
    expect(found[0]!.similarity).toBeGreaterThan(found[1]!.similarity);
  });

  it('embeds nothing the second time', async () => {
    const { embedded, rebuilt, first } = await reopenAfter(() => undefined);
    expect(embedded).toBe(0);
    expect(rebuilt).toEqual([]);
    expect(first!.id).toBe(10);
  });

  it('tells of each embedded entry', async () => {
    const told: string[] = [];
    await openIndex(source, {
      directory: folder.path,
      embedder: countingEmbedder(),
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
  });

  it.each([
    [
      'the graph is truncated',
      () => {
        truncateSync(folder.file(graph), 100);
      },
    ],
    [
      'the graph is empty',
      () => {
        writeFileSync(folder.file(graph), '');
      },
    ],
    [
      'one bit of the graph is flipped',
      () => {
        const bytes = readFileSync(folder.file(graph));
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(folder.file(graph), bytes);
      },
    ],
    [
      'the graph is gone',
      () => {
        rmSync(folder.file(graph));
      },
    ],
    [
      'the manifest is no JSON',
      () => {
        writeFileSync(folder.file(manifest), '{"formatVersion":');
      },
    ],
    [
      'the manifest is of another format',
      () => {
        const text = readFileSync(folder.file(manifest), 'utf8');
        writeFileSync(folder.file(manifest), text.replace(/"formatVersion": \d+/, '"formatVersion": 0'));
      },
    ],
    [
      'the manifest counts otherwise',
      () => {
        const text = readFileSync(folder.file(manifest), 'utf8');
        writeFileSync(folder.file(manifest), text.replace(/"count": \d+/, '"count": 99'));
      },
    ],
  ])('builds it again where %s, and says so', async (_, change) => {
    // prettier-ignore
    const { embedded, rebuilt, first } = await reopenAfter(change);
    expect(embedded).toBe(3);
    expect(rebuilt).toHaveLength(1);
    expect(first!.id).toBe(10);
    const again = countingEmbedder();
    await open(again);
    expect(again.passages).toBe(0);
  });

  it('builds it again where the manifest is gone', async () => {
    const { embedded, first } = await reopenAfter(() => { rmSync(folder.file(manifest)); }); // prettier-ignore
    expect(embedded).toBe(3);
    expect(first!.id).toBe(10);
  });

  it.each([
    ['the plan is another', { ...source, planChecksum: 'b'.repeat(64) }],
    [
      'an entry reads otherwise',
      { ...source, entries: [...source.entries.slice(0, 2), { id: 12, text: '开展演练5次' }] },
    ],
    ['an entry is gone', { ...source, entries: source.entries.slice(0, 2) }],
  ])('builds it again where %s', async (_, changed) => {
    const { embedded, rebuilt } = await reopenAfter(() => undefined, changed);
    expect(embedded).toBe(changed.entries.length);
    expect(rebuilt).toHaveLength(1);
  });

  it('builds it again for another model', async () => {
    const { embedded, rebuilt } = await reopenAfter(() => undefined, source, countingEmbedder({ model: '-2' }));
    expect(embedded).toBe(3);
    expect(rebuilt).toHaveLength(1);
  });

  it('leaves nothing behind where a build is cut short', async () => {
    await expect(open(countingEmbedder({ failAt: 2 }))).rejects.toThrow('gave out');
    expect(readdirSync(folder.path)).toEqual([]);
    const { retriever } = await open(countingEmbedder());
    expect(await retriever.nearest('植树', 1)).toMatchObject([{ id: 11 }]);
    expect(readdirSync(folder.path).sort()).toEqual([graph, manifest]);
  });

  it('keeps the old index whole where a new build is cut short', async () => {
    await open(countingEmbedder());
    const before = readFileSync(folder.file(graph));
    const changed = { ...source, planChecksum: 'b'.repeat(64) };
    await expect(open(countingEmbedder({ failAt: 3 }), changed)).rejects.toThrow('gave out');
    expect(readFileSync(folder.file(graph))).toEqual(before);
    const embedder = countingEmbedder();
    await open(embedder);
    expect(embedder.passages).toBe(0);
  });

  it('takes a new graph beside the old manifest for damaged: a crash between the two renames', async () => {
    const other = { ...source, id: 'plan2', entries: source.entries.slice(0, 2) };
    const { embedded } = await reopenAfter(() => {
      writeFileSync(folder.file(graph), readFileSync(folder.file('plan2.hnsw')));
    }, source, (await open(countingEmbedder(), other), countingEmbedder())); // prettier-ignore
    expect(embedded).toBe(3);
  });

  it('answers from memory where the folder cannot be written, and says so', async () => {
    writeFileSync(folder.file('occupied'), '');
    const { retriever, unsaved } = await open(countingEmbedder(), source, folder.file('occupied/index'));
    expect(unsaved).toHaveLength(1);
    expect(await retriever.nearest('铺设下水管道', 1)).toMatchObject([{ id: 10 }]);
  });

  it('makes the folder where it is missing', async () => {
    await open(countingEmbedder(), source, folder.file('new/index'));
    expect(existsSync(folder.file('new/index/plan1.json'))).toBe(true);
  });

  it('opens a plan without entries', async () => {
    const { retriever } = await open(countingEmbedder(), { ...source, entries: [] });
    expect(await retriever.nearest('污水', 3)).toEqual([]);
  });
});

describe('removeIndex', () => {
  const folder = useTempFolder();

  it('deletes one plan’s files and minds no missing ones', async () => {
    for (const id of ['plan1', 'plan2'])
      await openIndex({ ...source, id }, { directory: folder.path, embedder: countingEmbedder() });
    removeIndex(folder.path, 'plan1');
    removeIndex(folder.path, 'plan1');
    expect(readdirSync(folder.path).sort()).toEqual(['plan2.hnsw', 'plan2.json']);
  });
});
