import type { Span } from '../documents/plain-document.ts';
import type { Passage, Plan } from '../plan/plan.ts';
import type { Detail, Figure } from './figure.ts';
import type { FigureDraft } from './sentence-figures.ts';
import { foldWidth } from '../text/fold-width.ts';
import { columnRole } from './table-columns.ts';
import { columnHeading } from '../plan/table-text.ts';

/** Who is responsible and by when, as the row or the text around a figure says. */
export interface Details {
  readonly owner: Detail | null;
  readonly deadline: Detail | null;
}

const label =
  '(?:(?:责任|牵头|主责|承办|主办|实施|落实|主管)(?:单位|部门|科室|处室|股室|科|处|机构|主体|人|领导)(?:[:：]|[为是](?=[\u4e00-\u9fff]))|(?:责任|牵头|主责)[:：])';
const office = '(?:局|委|办|厅|院|中心|公司|政府|镇|乡|区|县|部|会|站|队|科|处|室|股|所|校|馆|党委)';
const owners = new RegExp(
  `${label}\\s*([^；;。)）】\\]\\n，,]+(?:[、，,][^；;。)）】\\n：:，,]{2,20}${office}(?=[、，,；;。)）】\\s]|$))*)`,
);
const deadlines =
  /(?:20\d\d年)?(?:\d{1,2}月(?:底|末|\d{1,2}日|上旬|中旬|下旬)?(?:之?前)?|(?:一|二|三|四|第[一二三四])季度(?:末|底)?(?:之?前)?|上半年|主汛期前|汛期前|汛前|(?:“?五一”?|国庆|中秋|元旦|春节|教师节)(?:节|假期|长假)?(?:之?前)|开学前|入冬前|年底(?:之?前)?|年内)/;
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

const inCharge = /(?:具体|共同|分别)?(?:牵头|负责|负总责|承办|主抓|承担|组织实施|督办|盯办|抓紧办|抓紧落实)/g;
const spokenOffice =
  /^.{1,12}(?:局|委|办|厅|处|科|院|中心|公司|集团|部|政府|街道|镇|乡|队|学会|协会|残联|妇联|侨联|文联|工商联|科协|商会|工会|管委会|居委会|村委会|银行|大学|学校|站|所|馆)$/;
const longestOwners = 80;

/**
 * 「由市商务局牵头」, 「区住建局、城管局负责」: a sentence's own words. Read backwards from the verb, one office after the
 * other, so that no text makes it slow.
 */
function spokenOwner(plan: Plan, { start, end }: Span): Detail | null {
  const text = plan.document.text.slice(start, end);
  for (const { index } of text.matchAll(inCharge)) {
    const before = text.slice(Math.max(0, index - longestOwners), index);
    let owners = '';
    for (const piece of before.split(/(?<=[、和与])|(?<=[，,；;。\s由（(【])/).reverse()) {
      const joint = /[、和与]$/.exec(piece)?.[0] ?? '';
      const office = piece.slice(0, piece.length - joint.length);
      if (!spokenOffice.test(office) || (owners !== '' && joint === '')) break;
      owners = piece + owners;
    }
    if (owners !== '') return { text: owners, start: start + index - owners.length, end: start + index };
  }
  return null;
}

/** Owner and deadline of a passage, whether it holds a figure or not. */
export function passageDetails(plan: Plan, passage: Passage): Details {
  if (passage.table !== null) return rowDetails(plan, passage);
  const { owner, deadline } = textDetails(plan, passage);
  const further = plan.passages[passage.id + 1];
  // 「此项工作由改革处牵头，方案于4月底前报送」 tells of the sentence before it.
  const own = withoutNoteInFront(passage);
  const told = further?.section === passage.section && ofThisTask.test(further.text) ? further : own;
  return {
    owner: owner ?? spokenOwner(plan, own) ?? spokenOwner(plan, told),
    deadline: deadline ?? find(plan, own, deadlines) ?? find(plan, told, deadlines),
  };
}

const ofThisTask = /^(?:此项|该项|这项|本项|以上|上述)(?:工作|任务|改革|事项)/;

const supportLabel = /(?:配合|协办|协同|参与)(?:单位|部门|科室|股室|处室|机构)/;
const supporters = new RegExp(`${supportLabel.source}[:：]\\s*([^；;。)）】\\]\\n]+)`);

/** Who helps with a task, beside the one in charge: 「配合单位：市财政局、市公安局」. */
export function supportersOf(plan: Plan, passage: Passage): Detail | null {
  if (passage.table !== null) {
    const { block, row } = passage.table;
    const cell = row.cells.find(
      ({ text }, column) => /\p{L}/u.test(text) && supportLabel.test(columnHeading(block, column)),
    );
    return cell ? { text: cell.text, start: cell.start, end: cell.end } : null;
  }
  const note = noteBehind(plan, passage);
  return find(plan, passage, supporters, 1) ?? (note === null ? null : find(plan, note, supporters, 1));
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

/** 「…5个。（责任处室：园林处）修路9公里。」: a note in front belongs to the sentence before it. */
function withoutNoteInFront({ start, end, text }: Passage): Span {
  const before = noteInFront.exec(text)?.[0].length ?? 0;
  return { start: start + (before === text.length ? 0 : before), end };
}

function textDetails(plan: Plan, passage: Passage): Details {
  const own = withoutNoteInFront(passage);
  const note = noteBehind(plan, passage);
  const look = (pattern: RegExp): Detail | null =>
    find(plan, own, pattern, 1) ?? (note === null ? null : find(plan, note, pattern, 1));
  return {
    // What a sentence says itself comes before a note that is meant for all of a paragraph.
    owner: look(owners) ?? (note === null || spokenOwner(plan, own) !== null ? null : spokenOwner(plan, note)),
    deadline: look(deadlineLabel) ?? (note === null || setsTime(plan, own) ? null : find(plan, note, deadlines)),
  };
}

/** 「6月底前完成」, not 「1月8日召开」. */
function setsTime(plan: Plan, span: Span): boolean {
  const time = find(plan, span, deadlines);
  return time !== null && (/[前底末内]/.test(time.text) || plan.document.text.startsWith('完成', time.end));
}

const noteInFront = /^\s*[(（【][^()（）【】]*(?:责任|牵头|负责|承办|主办)[^()（）【】]*[)）】]/;
/** Sentences of one numbered item; a plan without headings is one long item otherwise. */
const longestItem = 30;
const noteOnly = new RegExp(`^[(（【]?\\s*[^()（）【】]{0,12}${label}[^()（）【】]*[)）】]?[。；]?$`);
const noteAtEnd = new RegExp(`[(（【][^()（）【】]*${label}[^()（）【】]*[)）】][。；]?$`);

/** True for a passage that only says who is responsible: 「（责任科室：安全科、后勤中心）」. */
export const isOwnerNote = ({ text }: Passage): boolean => noteOnly.test(text.trim()) || spokenNote.test(text.trim());

/** 「（市教育局牵头，8月底前完成）」 */
const spokenNote = /^[(（【][^()（）【】]{2,60}(?:牵头|负责|承办|主办)[^()（）【】]{0,20}[)）】][。；]?$/;

/**
 * The note that ends a numbered item or a paragraph and holds for all its sentences: 「…30公里。改造…。（责任单位：
 * 市水务局）」. The first one behind a passage counts, since sentences may have one each.
 */
function noteBehind(plan: Plan, passage: Passage): Span | null {
  const { text } = plan.document;
  const near = noteInFront.exec(text.slice(passage.end, passage.end + 120))?.[0].length;
  if (near !== undefined) return { start: passage.end, end: passage.end + near };
  for (const next of plan.passages.slice(passage.id + 1, passage.id + 1 + longestItem)) {
    if (next.section !== passage.section || next.table !== null) return null;
    if (isOwnerNote(next)) return next;
    const sameParagraph = !text.slice(passage.end, next.start).includes('\n');
    if (sameParagraph && noteAtEnd.test(next.text) && /^[^\S\n]*(?:\n|$)/.test(text.slice(next.end))) return next;
  }
  return null;
}

function find(plan: Plan, span: Span, pattern: RegExp, group = 0): Detail | null {
  const printed = plan.document.text.slice(span.start, span.end);
  // １２月底 is a time as 12月底 is; folding keeps every offset.
  const match = pattern.exec(group === 0 ? foldWidth(printed) : printed);
  const found = match?.[group];
  if (!match || found === undefined) return null;
  const at = match.index + (group === 0 ? 0 : match[0].indexOf(found));
  return { text: printed.slice(at, at + found.length), start: span.start + at, end: span.start + at + found.length };
}
