import { existsSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';
import { useTempFolder } from './support/temp-folder.ts';

const folder = useTempFolder();

describe('makeFolder', () => {
  it('makes those above as well, and leaves one alone that is there', () => {
    makeFolder(folder.file('a/b/c'));
    writeFileSync(folder.file('a/b/c/kept'), '');
    makeFolder(folder.file('a/b/c'));
    expect(statSync(folder.file('a/b/c/kept')).isFile()).toBe(true);
  });

  it('fails on a file, and below one', () => {
    writeFileSync(folder.file('file'), '');
    expect(() => {
      makeFolder(folder.file('file'));
    }).toThrow(/EEXIST/);
    expect(() => {
      makeFolder(folder.file('file/a/b'));
    }).toThrow(/EEXIST/);
  });

  // Node's own mkdirSync with `recursive` does not return there.
  it.runIf(existsSync('/proc/self'))('fails at once where the system makes no folders', () => {
    expect(() => {
      makeFolder('/proc/nope/a');
    }).toThrow(/ENOENT/);
  });
});
