import { describe, expect, it } from 'vitest';
import { readBatchLine } from '../../src/cli/batch-line.ts';

describe('readBatchLine', () => {
  it('needs nothing but a question', () => {
    expect(readBatchLine('{"question":"污水管网多少公里？"}')).toEqual({ id: null, question: '污水管网多少公里？' });
    expect(readBatchLine('{"id":[7],"question":"那呢","history":["甲"],"more":1}')).toEqual({
      id: [7],
      question: '那呢',
      history: ['甲'],
    });
  });

  it.each([
    ['{"id":1}', /^question 应为/],
    ['{"id":1,"question":3}', /^question 应为/],
    ['{"id":1,"question":" "}', /^question 是空的/],
    ['{"id":1,"question":"好","history":"x"}', /^history 应为/],
    ['{"id":1,"question":"好","history":["x",1]}', /^history 应为/],
    ['{"id":1,"history":{}}', /^question 应为[^；]*；history 应为[^；]*$/],
  ])('names the field that is wrong, and no other: %s', (line, said) => {
    const read = readBatchLine(line);
    expect(read).toEqual({ id: 1, reason: expect.stringMatching(said) as string });
    if (!line.includes('"history"')) expect(JSON.stringify(read)).not.toContain('history');
  });

  it.each(['[]', '3', 'null', '"x"', '{', ''])('says what a line should be: %s', (line) => {
    expect(readBatchLine(line)).toEqual({ id: null, reason: expect.stringContaining('不是 JSON 对象') as string });
  });

  it('says of bytes that are no text what to do', () => {
    expect(readBatchLine(null)).toEqual({ id: null, reason: expect.stringContaining('UTF-8') as string });
  });
});
