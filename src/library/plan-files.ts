import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PlainDocument } from '../documents/plain-document.ts';
import { PlanBotError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { readDocumentInWorker } from '../documents/read-document-in-worker.ts';

/** Raised whenever a reader changes what it makes of a file: stored texts are then read again from their sources. */
const readerVersion = 1;
const documentFile = 'document.json';
/** Says that the program's own plans were taken in; until then a start that was cut short is made up for. */
const begunFile = 'begun';

/**
 * The stored plans' files, a folder each under `directory`: the source as it came and the text as it was read, so that
 * a start need not read PDFs again. A folder appears whole or not at all.
 */
export class PlanFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** True once the first start has come to its end. */
  hasBegun(): boolean {
    return existsSync(path.join(this.#directory, begunFile));
  }

  /** Throws `PlanBotError` where nothing can be stored. */
  begin(): void {
    try {
      makeFolder(this.#directory);
      writeFileSync(path.join(this.#directory, begunFile), '');
    } catch (cause) {
      throw this.#notStored(cause);
    }
  }

  write(id: string, document: PlainDocument, bytes: Uint8Array): void {
    const temporary = path.join(this.#directory, `${id}.${process.pid}.tmp`);
    try {
      makeFolder(temporary);
      writeFileSync(path.join(temporary, document.name), bytes);
      writeFileSync(path.join(temporary, documentFile), JSON.stringify({ readerVersion, document }));
      rmSync(this.#folder(id), { recursive: true, force: true });
      renameSync(temporary, this.#folder(id));
    } catch (cause) {
      throw this.#notStored(cause);
    } finally {
      removeQuietly(temporary);
    }
  }

  /** The text as read; from the source again where the reader has changed since. Throws where the files are gone or damaged. */
  async read(id: string, fileName: string): Promise<PlainDocument> {
    const stored = JSON.parse(readFileSync(path.join(this.#folder(id), documentFile), 'utf8')) as {
      readerVersion: number;
      document: PlainDocument;
    };
    if (stored.readerVersion === readerVersion) return stored.document;
    const bytes = readFileSync(path.join(this.#folder(id), fileName));
    const document = await readDocumentInWorker(bytes, fileName);
    this.write(id, document, bytes);
    return document;
  }

  /** What cannot be deleted now is swept at a later start. */
  remove(id: string): void {
    removeQuietly(this.#folder(id));
  }

  /** Deletes folders that no stored plan owns: what an interrupted import left. */
  sweep(owned: ReadonlySet<string>): void {
    for (const name of namesIn(this.#directory))
      if (!owned.has(name) && name !== begunFile) removeQuietly(path.join(this.#directory, name));
  }

  #folder(id: string): string {
    return path.join(this.#directory, id);
  }

  #notStored(cause: unknown): PlanBotError {
    return new PlanBotError('storage', `计划不能存到 ${this.#directory}。请检查磁盘空间和权限，或改 DATA_DIR。`, {
      cause,
    });
  }
}

function removeQuietly(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true });
  } catch {
    // Read-only, or no folder at all: whatever writes there next says so.
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
