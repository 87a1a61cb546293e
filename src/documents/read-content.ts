import type { Block, ReadWarning } from './plain-document.ts';

/** What a reader makes of a file's bytes. */
export interface ReadContent {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly warnings: readonly ReadWarning[];
}
