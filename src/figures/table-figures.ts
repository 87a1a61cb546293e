import type { TableBlock, TableCell } from '../documents/plain-document.ts';
import { isPlace } from '../text/place-names.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { Passage, Plan } from '../plan/plan.ts';
import { columnHeading } from '../plan/table-text.ts';
import type { Quantity } from './figure.ts';
import { opensWithVerb } from './indicator.ts';
import { decideWhen } from './period.ts';
import type { When } from './when.ts';
import { joinQualifier } from './qualifiers.ts';
import { findQuantities, readNumber } from './quantities.ts';
import { readStretch, type FigureDraft } from './sentence-figures.ts';
import { isStartingLevel } from './starting-level.ts';
import { columnRole, rowWhen } from './table-columns.ts';
import { unitPattern } from './units.ts';

interface Column {
  readonly heading: string;
  readonly role: ReturnType<typeof columnRole>;
  readonly cell: TableCell;
  readonly described: boolean;
}

/** Reads the figures of a table's row: the row names the indicator, the column says period, year and unit. */
export function readRow(plan: Plan, passage: Passage): FigureDraft[] {
  if (passage.table === null) return [];
  const { block, row } = passage.table;
  const columns = withTimeOfLevel(
    withSharedMeasure(
      row.cells.map((cell, index) => {
        const heading = columnHeading(block, index);
        return { heading, role: columnRole(heading, plan), cell, described: descriptions(block)[index] ?? false };
      }),
    ),
  );
  const label = labelOf(columns);
  // A table may have its years in rows and its indicators in columns.
  const ofYear = rowWhen(label?.cell.text ?? '', plan);
  const name = ofYear ? '' : clean(label?.cell.text ?? '');
  const unit = columns.find(({ role }) => role.kind === 'unit')?.cell.text ?? '';
  const years = columns.some(({ role }) => role.kind === 'value' && role.when?.year != null);
  const drafts: FigureDraft[] = [];
  for (const { heading, role, cell } of columns) {
    if (
      cell.text === '' ||
      role.kind === 'index' ||
      role.kind === 'unit' ||
      role.kind === 'owner' ||
      role.kind === 'deadline'
    )
      continue;
    if (cell === label?.cell) {
      drafts.push(...readStretch(plan, passage, cell, ''));
      continue;
    }
    if (role.kind === 'label') {
      // 建设内容: 「建筑面积3.2万平方米，床位600张」 tells of the row's thing; 「新建水闸2座」 is a task of its own.
      for (const draft of readStretch(plan, passage, cell, ''))
        drafts.push(
          opensWithVerb(draft.indicator)
            ? { ...draft, clause: withLabel(label?.cell, draft) }
            : { ...draft, indicator: ofRow(name, draft.indicator) },
        );
      continue;
    }
    const indicator = role.kind === 'value' ? ofRow(name, role.measure) : name;
    const when = ofYear ?? cellWhen(plan, passage, role, years);
    const bare = readBareCell(plan, cell, unitOf(unit, heading, label?.cell.text ?? ''));
    if (bare) drafts.push(toDraft(passage, cell, bare.quantity, bare.change || role.change, indicator, when));
    else
      for (const draft of readWords(plan, passage, cell, indicator, role.change, when))
        drafts.push(draft.indicator.includes(name) ? draft : { ...draft, clause: withLabel(label?.cell, draft) });
  }
  return totalRow.test(name) ? drafts.map((draft) => ({ ...draft, role: 'total' })) : drafts;
}

/** 「2025年产值」 beside 「2026年目标」: the target is one of 产值 too. */
function withSharedMeasure(columns: readonly Column[]): readonly Column[] {
  const measures = new Set(
    columns.flatMap(({ role }) => (role.kind === 'value' && role.when !== null && !role.change ? [role.measure] : [])),
  );
  measures.delete('');
  const [measure, ...others] = measures;
  if (measure === undefined || others.length > 0) return columns;
  return columns.map((column) =>
    column.role.kind === 'value' && column.role.when !== null && column.role.measure === '' && !column.role.change
      ? { ...column, role: { ...column.role, measure } }
      : column,
  );
}

/** 「2025年营业收入 | 同比增速 | 2026年目标」: a growth without a year is that of the level beside it. */
function withTimeOfLevel(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    const level = columns[index - 1]?.role;
    return column.role.kind === 'value' && column.role.change && column.role.when === null && level?.kind === 'value'
      ? { ...column, role: { ...column.role, when: level.when } }
      : column;
  });
}

const totalRow = /^(?:合计|总计|小计|共计|总和)$/;

/** A cell of words: its own noun, where it has one, says more of the row's indicator. */
function readWords(
  plan: Plan,
  passage: Passage,
  cell: TableCell,
  indicator: string,
  change: boolean,
  when: When,
): FigureDraft[] {
  const several = findQuantities(cell.text).length > 1;
  return readStretch(plan, passage, cell, indicator).map((draft) => {
    const own = draft.indicator === indicator ? '' : draft.indicator;
    const measured = several || /(?:率|比|比例|比重|时间|面积|数|量|额|度)$/.test(own);
    const short = cell.text.length <= 20;
    return {
      ...draft,
      ...(startsIn(plan, cell, draft) ? {} : when),
      aspect: change ? 'change' : draft.aspect,
      indicator: own === '' || (short && !measured) ? indicator : short ? ofRow(indicator, own) : own,
    };
  });
}

/** The 800吨 of 「由800吨提升到1500吨」 is no target, whatever the column's year. */
const startsIn = (plan: Plan, cell: TableCell, { quantity }: FigureDraft): boolean =>
  isStartingLevel(
    foldWidth(plan.document.text.slice(cell.start, quantity.start)),
    foldWidth(plan.document.text.slice(quantity.end, cell.end)),
  );

/** The row's name with what the cell or the column measures; nothing is said twice. */
const ofRow = (name: string, own: string): string =>
  name.includes(own) ? name : own.includes(name) || own.startsWith(name.slice(0, 4)) ? own : name + own;

/** A task that a cell states is one of the row's thing: what is asked for by the row's name is found there too. */
const withLabel = (label: TableCell | undefined, { clause }: FigureDraft): FigureDraft['clause'] =>
  label !== undefined && label.start < clause.start ? { start: label.start, end: clause.end } : clause;

/** The cell that names the row's indicator: a column headed so, else the first with words in it. */
function labelOf(columns: readonly Column[]): Column | undefined {
  const named = columns.filter(({ role, cell }) => role.kind === 'label' && /\p{L}/u.test(cell.text));
  const label = named.findLast(({ described }) => !described) ?? named.at(-1);
  if (label) return label;
  const words = columns.filter(
    ({ role, cell }) =>
      role.kind === 'value' && /[\u4e00-\u9fff]{2}/.test(cell.text) && findQuantities(cell.text).length === 0,
  );
  // 「中心城区 | 临江区 | 4」: the second is whose row it is.
  return words.findLast(
    ({ heading, cell }) =>
      heading === words[0]?.heading || (isPlace(cell.text) && words.every((word) => isPlace(word.cell.text))),
  );
}

/** Which columns describe with quantities what another one names: 「建筑面积3.2万平方米，床位600张」. */
function descriptions(block: TableBlock): readonly boolean[] {
  const known = described.get(block);
  if (known) return known;
  const width = Math.max(0, ...block.rows.map(({ cells }) => cells.length));
  const found = Array.from({ length: width }, (_, column) => {
    const cells = block.rows.map((row) => row.cells[column]?.text ?? '').filter((text) => /\p{L}/u.test(text));
    return cells.filter(statesQuantity).length > cells.length / 3;
  });
  described.set(block, found);
  return found;
}

/** A long table is looked through once, not once a row. */
const described = new WeakMap<TableBlock, readonly boolean[]>();

/** 「床位600张」, not 「3岁以下婴幼儿托位」. */
const statesQuantity = (text: string): boolean =>
  findQuantities(text).some(({ end }) =>
    /^(?:以上|左右|[(（][^()（）]{1,2}[)）])?\s*(?:$|[，,、；;。])/.test(text.slice(end)),
  );

const clean = (label: string): string =>
  label
    .replace(/[(（][^()（）]*[)）]\s*$/, '')
    .replace(/^[\d一二三四五六七八九十]{1,3}[.、．)]\s*/, '')
    .replace(/\s+/g, '');

/** The unit column, else the brackets of the column's or the row's heading: 「总产值（亿元）」. */
function unitOf(column: string, heading: string, label: string): string {
  if (column.trim() !== '') return column.trim();
  for (const text of [heading, label]) {
    const match = /[(（](?:单位[:：])?([^()（）\d]{1,12})[)）]\s*$/.exec(text)?.[1];
    if (match !== undefined && new RegExp(`^[百千万亿]*${unitPattern}$`).test(foldWidth(match))) return match;
  }
  return '';
}

const bareCell =
  /^(不低于|不少于|不高于|不超过|达到|超过|约|增长|下降|≥|≤|>|<|＞|＜|>=|<=)?\s*([-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[百千万亿]{0,2})(?:\s*[-—~～至]\s*((?:\d+)(?:\.\d+)?))?\s*(以上|以下|以内|左右|及以上)?$/;

/** 亿 of 亿千瓦时: the 千 belongs to the unit. */
const multiplier = new RegExp(`^([百千万亿]+?)(?=${unitPattern}$)`);

/** A cell that is only a number: its unit stands elsewhere. */
function readBareCell(plan: Plan, cell: TableCell, unit: string): { quantity: Quantity; change: boolean } | null {
  const folded = foldWidth(plan.document.text.slice(cell.start, cell.end));
  const match = bareCell.exec(folded);
  if (!match) return null;
  const [, before = null, low = '', high, after = ''] = match;
  const from = folded.indexOf(low, before?.length ?? 0);
  const to = high === undefined ? from + low.length : folded.lastIndexOf(high) + high.length;
  const [start, end] = [cell.start + from, cell.start + to];
  const scaled = multiplier.exec(foldWidth(unit))?.[1] ?? '';
  const sign = /^[-−－]/.test(low) ? -1 : 1;
  const absolute = readNumber(low.replace(/^[-−－]/, '') + scaled);
  const value = absolute === null ? null : sign * absolute;
  const upper = high === undefined ? null : readNumber(high + scaled);
  const quantity: Quantity = {
    text: plan.document.text.slice(start, end),
    value: upper === null ? value : null,
    range: value !== null && upper !== null ? [value, upper] : null,
    unit: foldWidth(unit).slice(scaled.length),
    unitElsewhere: unit === '' ? null : unit,
    qualifier: joinQualifier(before, after),
    start,
    end,
  };
  return { quantity, change: /增长|下降/.test(before ?? '') };
}

/** The column's time, else the section's; the whole of a project (总投资) beside one year's part is of no one year. */
function cellWhen(plan: Plan, passage: Passage, role: Column['role'], years: boolean): When {
  if (role.kind === 'value' && role.when) return role.when;
  const when = decideWhen(plan, passage.section, '', '', undefined);
  return years && role.kind === 'value' && role.measure.startsWith('总') ? { ...when, year: null } : when;
}

function toDraft(
  passage: Passage,
  cell: TableCell,
  quantity: Quantity,
  change: boolean,
  indicator: string,
  when: When,
): FigureDraft {
  return {
    quantity,
    indicator,
    ...when,
    role: 'figure',
    aspect: change ? 'change' : 'level',
    passage,
    section: passage.section,
    clause: { start: cell.start, end: cell.end },
  };
}
