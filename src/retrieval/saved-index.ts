import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StaleIndexError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import type { Embedder } from './embedder.ts';
import { HnswIndex } from './hnsw-index.ts';
import type { RetrievalEntry, Retriever } from './retriever.ts';
import { similarityOf } from './similarity.ts';

/** Raised whenever what is embedded, or how it is stored, changes. */
const formatVersion = 1;

const manifestSchema = z.object({
  formatVersion: z.literal(formatVersion),
  planChecksum: z.string(),
  entriesChecksum: z.string(),
  model: z.string(),
  dimensions: z.number().int().positive(),
  count: z.number().int().nonnegative(),
  indexChecksum: z.string(),
});
type Manifest = z.infer<typeof manifestSchema>;

export interface IndexSource {
  /** Names the files; letters and digits. */
  readonly id: string;
  /** SHA-256 of the plan's file. */
  readonly planChecksum: string;
  readonly entries: readonly RetrievalEntry[];
}

export interface OpenIndexOptions {
  readonly directory: string;
  readonly embedder: Embedder;
  /** Told after each embedded entry. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told why a saved index was not used. */
  readonly onRebuild?: (reason: string) => void;
  /** Told why a new index could not be saved; it serves from memory until the end of the process. */
  readonly onUnsaved?: (reason: string) => void;
}

/**
 * Opens the plan's index: the saved one where its manifest and checksum hold, else a new one, which is saved.
 * The order of writing makes an interrupted build harmless: the manifest comes last and names the graph's checksum.
 */
export async function openIndex(source: IndexSource, options: OpenIndexOptions): Promise<Retriever> {
  const { embedder } = options;
  const index = loadSaved(source, options) ?? (await buildAndSave(source, options));
  return {
    prepare: () => Promise.resolve(),
    async nearest(question, limit) {
      const found = index.nearest(await embedder.embedQuestion(question), limit);
      return found.map(({ id, similarity: cosine }) => ({
        id: source.entries[id]?.id ?? -1,
        similarity: similarityOf(cosine),
      }));
    },
  };
}

/** Deletes a plan's saved index, where it can: one that stays does no harm, since its manifest names its plan. */
export function removeIndex(directory: string, id: string): void {
  const files = filesOf(directory, id);
  try {
    rmSync(files.manifest, { force: true });
    rmSync(files.graph, { force: true });
  } catch {
    // A read-only or impossible directory; the index served from memory then.
  }
}

function loadSaved(source: IndexSource, { directory, embedder, onRebuild }: OpenIndexOptions): HnswIndex | null {
  const files = filesOf(directory, source.id);
  if (!existsSync(files.manifest)) return null;
  try {
    const manifest = readManifest(files.manifest);
    checkManifest(manifest, source, embedder);
    if (sha256(readFileSync(files.graph)) !== manifest.indexChecksum)
      throw new StaleIndexError('索引文件与清单的校验值不符');
    return HnswIndex.read(files.graph, manifest.dimensions, manifest.count);
  } catch (error) {
    onRebuild?.(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function readManifest(file: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StaleIndexError('索引清单无法读取或格式版本不同', { cause });
  }
}

function checkManifest(manifest: Manifest, source: IndexSource, embedder: Embedder): void {
  if (manifest.planChecksum !== source.planChecksum) throw new StaleIndexError('索引属于另一份文件');
  if (manifest.entriesChecksum !== entriesChecksum(source.entries)) throw new StaleIndexError('段落的划分已改变');
  if (manifest.model !== embedder.model || manifest.dimensions !== embedder.dimensions)
    throw new StaleIndexError('索引由另一个模型生成');
  if (manifest.count !== source.entries.length) throw new StaleIndexError('索引的条数不符');
}

async function buildAndSave(source: IndexSource, options: OpenIndexOptions): Promise<HnswIndex> {
  const { directory, embedder, onProgress, onUnsaved } = options;
  const vectors: Float32Array[] = [];
  for (const entry of source.entries) {
    vectors.push(await embedder.embedPassage(entry.text));
    onProgress?.(vectors.length, source.entries.length);
  }
  const index = HnswIndex.build(vectors, embedder.dimensions);
  try {
    makeFolder(directory);
    save(index, source, options);
  } catch (error) {
    // A full or read-only disk must not keep questions from being answered.
    onUnsaved?.(error instanceof Error ? error.message : String(error));
  }
  return index;
}

function save(index: HnswIndex, source: IndexSource, { directory, embedder }: OpenIndexOptions): void {
  const files = filesOf(directory, source.id);
  const [graph, manifest] = [temporaryOf(files.graph), temporaryOf(files.manifest)];
  try {
    index.write(graph);
    const contents: Manifest = {
      formatVersion,
      planChecksum: source.planChecksum,
      entriesChecksum: entriesChecksum(source.entries),
      model: embedder.model,
      dimensions: embedder.dimensions,
      count: source.entries.length,
      indexChecksum: sha256(readFileSync(graph)),
    };
    flush(graph);
    writeFileSync(manifest, `${JSON.stringify(contents, null, 2)}\n`);
    renameSync(graph, files.graph);
    renameSync(manifest, files.manifest);
  } finally {
    rmSync(graph, { force: true });
    rmSync(manifest, { force: true });
  }
}

const temporaryOf = (file: string): string => `${file}.${process.pid}.tmp`;

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const filesOf = (directory: string, id: string): { graph: string; manifest: string } => ({
  graph: path.join(directory, `${id}.hnsw`),
  manifest: path.join(directory, `${id}.json`),
});

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const entriesChecksum = (entries: readonly RetrievalEntry[]): string =>
  sha256(JSON.stringify(entries.map(({ id, text }) => [id, text])));
