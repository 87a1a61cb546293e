import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rooms from the lowest to the highest; rooms of one row never import each other. */
const rows: readonly (readonly string[])[] = [
  ['errors', 'log', 'make-folder', 'calendar-date'],
  ['text'],
  ['documents'],
  ['plan'],
  ['figures', 'retrieval'],
  ['storage'],
  ['library'],
  ['answer'],
  ['ledger'],
  ['reminders'],
  ['export'],
  ['bot'],
  ['server'],
  ['config'],
  ['cli'],
  ['main'],
];
const rank = new Map(rows.flatMap((row, index) => row.map((room) => [room, index] as const)));

/** Packages that only one room may import, so that they can be replaced in one place. */
const homes: Readonly<Record<string, string>> = {
  grammy: 'bot/',
  'hnswlib-node': 'retrieval/hnsw-index.ts',
  '@xenova/transformers': 'retrieval/embedder.ts',
  libsql: 'storage/database.ts',
  '@node-rs/jieba': 'text/words.ts',
};

const source = path.resolve(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const roomOf = (file: string): string =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');

describe.each(files)('%s', (file) => {
  const text = readFileSync(path.join(source, file), 'utf8');
  const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

  it('stands in a known room', () => {
    expect(rank.has(roomOf(file)), roomOf(file)).toBe(true);
  });

  it('imports only its own room or lower ones', () => {
    for (const name of imported.filter((entry) => entry.startsWith('.'))) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      if (roomOf(target) === roomOf(file)) continue;
      expect(rank.get(roomOf(target)), `${file} imports ${target}`).toBeLessThan(rank.get(roomOf(file))!);
    }
  });

  it('imports guarded packages only where they live', () => {
    for (const [name, home] of Object.entries(homes)) {
      if (imported.some((entry) => entry === name || entry.startsWith(`${name}/`))) {
        expect(file.startsWith(home), `${file} imports ${name}`).toBe(true);
      }
    }
  });
});
