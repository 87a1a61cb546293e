import { parentPort, workerData } from 'node:worker_threads';
import { DocumentError } from '../errors.ts';
import type { DocumentFormat, PlainDocument } from './plain-document.ts';
import { readDocument } from './read-document.ts';

export interface WorkerInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** For worker-entry.mjs, which loads by it. */
  readonly format: DocumentFormat;
}

/** What the worker answers, once: the document, or why there is none. */
export type WorkerReply =
  { readonly document: PlainDocument } | { readonly refusal: string } | { readonly fault: string };

/** An error's class does not survive the way to the other thread; its message does. */
async function reply({ bytes, name }: WorkerInput): Promise<WorkerReply> {
  try {
    return { document: await readDocument(bytes, name) };
  } catch (error) {
    if (error instanceof DocumentError) return { refusal: error.message };
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

parentPort?.postMessage(await reply(workerData as WorkerInput));
