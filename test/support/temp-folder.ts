import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A new folder for each test of the file, deleted afterwards. */
export function useTempFolder(): { readonly path: string; file(name: string): string } {
  const folder = { path: '', file: (name: string): string => path.join(folder.path, name) };
  beforeEach(() => {
    folder.path = mkdtempSync(path.join(tmpdir(), 'workplan-test-'));
  });
  afterEach(() => {
    rmSync(folder.path, { recursive: true, force: true });
  });
  return folder;
}
