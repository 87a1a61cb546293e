import { z } from 'zod';

const lineSchema = z.object({
  id: z.unknown().optional(),
  question: z.string(),
  history: z.array(z.string()).optional(),
});

/** One question of the batch mode. */
export interface BatchQuestion {
  /** Whatever the line has, given back with the answer; null where it has none. */
  readonly id: unknown;
  readonly question: string;
  readonly history?: readonly string[];
}

/** What is wrong with a line, in Chinese. */
export interface BatchFault {
  readonly id: unknown;
  readonly reason: string;
}

const noObject = '这一行不是 JSON 对象；请每行写一个对象，至少要有 question';
/** By field; one sentence each. */
const faults: Readonly<Record<string, string>> = {
  question: 'question 应为要问的问题，是一段文字',
  history: 'history 应为前面问过的问题，是文字的列表，不需要就不写',
};

/** A line's question, or what is wrong with it; null for bytes that are no UTF-8 text. */
export function readBatchLine(line: string | null): BatchQuestion | BatchFault {
  if (line === null) return { id: null, reason: '这一行不是 UTF-8 文本，请把文件另存为 UTF-8' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, reason: noObject };
  }
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  const result = lineSchema.safeParse(value);
  if (!result.success) {
    const fields = new Set(result.error.issues.map(({ path: [field] }) => String(field ?? '')));
    const known = [...fields].map((field) => faults[field]).filter((fault) => fault !== undefined);
    return { id, reason: known.length === 0 ? noObject : known.join('；') };
  }
  const { question, history } = result.data;
  if (question.trim() === '') return { id, reason: 'question 是空的，请写上问题' };
  return { id, question, ...(history === undefined ? {} : { history }) };
}
