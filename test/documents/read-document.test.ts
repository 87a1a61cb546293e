import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';
import { DocumentError } from '../../src/errors.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readDocument', () => {
  it('reads the seed with offsets in the decoded file', async () => {
    const bytes = readFileSync('seeds/000_124d17cd5fdef790.txt');
    const document = await readDocument(bytes, 'seeds/000_124d17cd5fdef790.txt');
    expect(document).toMatchObject({ name: '000_124d17cd5fdef790.txt', format: 'txt', warnings: [] });
    expect(document.text).toBe(bytes.toString('utf8'));
    expect(document.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(document.blocks).toHaveLength(15);
  });

  it('tells Markdown from text by its extension', async () => {
    expect((await readDocument(bytesOf('# 标题\n'), 'C:\\计划\\要点.MD')).format).toBe('markdown');
    expect((await readDocument(bytesOf('# 标题\n'), '要点')).format).toBe('txt');
  });

  it.each([
    ['旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 docx'],
    ['新.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '密码'],
    ['假.docx', Buffer.from('只是文字'), '扩展名'],
    ['假.pdf', Buffer.from('只是文字'), '扩展名'],
    ['a.txt', Buffer.from('{\\rtf1'), 'RTF'],
    ['a.txt', Buffer.from('<!DOCTYPE html><html>'), '网页'],
    ['空.txt', Buffer.alloc(0), '空文件'],
    ['a.md', Buffer.from('---\n'), '没有可读的文字'],
    ['大.txt', Buffer.alloc(25 * 1024 * 1024, 'a'), '上限'],
  ])('refuses %s with the cure (%#)', async (name, bytes, cure) => {
    await expect(readDocument(bytes, name)).rejects.toThrow(DocumentError);
    await expect(readDocument(bytes, name)).rejects.toThrow(cure);
  });
});
