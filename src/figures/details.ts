import type { Span } from '../documents/plain-document.ts';
import type { Passage, Plan } from '../plan/plan.ts';
import type { Detail, Figure } from './figure.ts';
import type { FigureDraft } from './sentence-figures.ts';
import { columnRole } from './table-columns.ts';
import { columnHeading } from '../plan/table-text.ts';

/** Who is responsible and by when, as the row or the text around a figure says. */
export interface Details {
  readonly owner: Detail | null;
  readonly deadline: Detail | null;
}

const owners =
  /(?:责任单位|牵头单位|责任部门|牵头部门|责任股室|责任科室|责任处室|承办单位|主办单位|责任主体|牵头)[:：]\s*([^；;。)）】\]\n，,]+(?:[、，,][^；;。)）】\n：:，,]{2,20}(?:局|委|办|厅|院|中心|公司|政府|镇|乡|区|县|部|会|站|队))*)/;
const deadlines =
  /(?:20\d\d年)?(?:\d{1,2}月(?:底|末|\d{1,2}日|上旬|中旬|下旬)?(?:之?前)?|(?:一|二|三|四|第[一二三四])季度(?:末|底)?(?:之?前)?|上半年|主汛期前|汛期前|汛前|春节前|年底(?:之?前)?|年内)/;
const deadlineLabel = /(?:完成时限|完成时间|时限)[:：]\s*([^；;。)）】\]\n，,]+)/;

/** Adds owner and deadline to each figure: its row's cells, else its sentence's own words, else its section's note. */
export function attachDetails(plan: Plan, drafts: readonly FigureDraft[]): Omit<Figure, 'id'>[] {
  const cache = new Map<number, Details>();
  return drafts.map((draft) => {
    const { passage } = draft;
    let details = cache.get(passage.id);
    if (!details) {
      details = passage.table === null ? textDetails(plan, passage) : rowDetails(plan, passage);
      cache.set(passage.id, details);
    }
    const deadline =
      passage.table === null ? (details.deadline ?? find(plan, draft.clause, deadlines)) : details.deadline;
    return { ...draft, owner: details.owner, deadline };
  });
}

/** Owner and deadline of a passage, whether it holds a figure or not. */
export function passageDetails(plan: Plan, passage: Passage): Details {
  if (passage.table !== null) return rowDetails(plan, passage);
  const { owner, deadline } = textDetails(plan, passage);
  return { owner, deadline: deadline ?? find(plan, passage, deadlines) };
}

function rowDetails(plan: Plan, passage: Passage): Details {
  const cell = (kind: 'owner' | 'deadline'): Detail | null => {
    if (passage.table === null) return null;
    const { block, row } = passage.table;
    const fits = (entry: { text: string }, column: number): boolean =>
      // A dash stands for nobody.
      /\p{L}/u.test(entry.text) && columnRole(columnHeading(block, column), plan).kind === kind;
    // 责任单位 before 责任领导 where a table has both.
    const named = row.cells.findIndex(
      (entry, column) => fits(entry, column) && !/领导|责任人|负责人|分管/.test(columnHeading(block, column)),
    );
    const index = named >= 0 ? named : row.cells.findIndex((entry, column) => fits(entry, column));
    const found = row.cells[index];
    return found === undefined ? null : { text: found.text, start: found.start, end: found.end };
  };
  return { owner: cell('owner'), deadline: cell('deadline') };
}

function textDetails(plan: Plan, passage: Passage): Details {
  const around = noteSpan(plan, passage);
  return { owner: find(plan, around, owners, 1), deadline: find(plan, around, deadlineLabel, 1) };
}

/** The passage with a 责任单位 note right behind it: 「…30公里。（责任单位：市水务局）」. */
function noteSpan(plan: Plan, passage: Passage): Span {
  const rest = plan.document.text.slice(passage.end, passage.end + 120);
  const note = /^\s*[(（【][^()（）【】]*(?:责任|牵头)[^()（）【】]*[)）】]/.exec(rest)?.[0] ?? '';
  return { start: passage.start, end: passage.end + note.length };
}

function find(plan: Plan, span: Span, pattern: RegExp, group = 0): Detail | null {
  const match = pattern.exec(plan.document.text.slice(span.start, span.end));
  const text = match?.[group];
  if (!match || text === undefined) return null;
  const start = span.start + match.index + (group === 0 ? 0 : match[0].indexOf(text));
  return { text, start, end: start + text.length };
}
