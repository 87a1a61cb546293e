import { createHash } from 'node:crypto';
import type { PlainDocument } from '../../src/documents/plain-document.ts';
import type { Figure } from '../../src/figures/figure.ts';
import type { PlanFigures } from '../../src/ledger/plan-figures.ts';
import type { Passage, Plan, Section } from '../../src/plan/plan.ts';
import type { PlanFigure } from '../../src/answer/answer.ts';

/** One figure to build; what is left out is as for 「新建污水管网80公里」. */
export interface FigureSpec {
  readonly indicator?: string;
  /** As printed: 80公里. */
  readonly text?: string;
  readonly value?: number | null;
  readonly range?: readonly [number, number] | null;
  readonly unit?: string;
  readonly qualifier?: string | null;
  readonly period?: Figure['period'];
  readonly role?: Figure['role'];
  readonly aspect?: Figure['aspect'];
  readonly year?: number | null;
  readonly owner?: string;
  readonly deadline?: string;
}

export interface PlanSpec {
  readonly title?: string | null;
  readonly year?: number | null;
  readonly name?: string;
  /** Section paths with their figures, in document order. */
  readonly sections: readonly { readonly path: readonly string[]; readonly figures: readonly FigureSpec[] }[];
}

/** A plan whose text is made of its sections and figures, so that every offset is right. */
export function buildPlan(spec: PlanSpec): PlanFigures {
  const title = spec.title === undefined ? '全市生态环境保护工作会议' : spec.title;
  const year = spec.year === undefined ? 2025 : spec.year;
  const sections: Section[] = [];
  const passages: Passage[] = [];
  const figures: Figure[] = [];
  let text = `${title ?? '无题'}\n`;
  const put = (part: string) => {
    const start = text.length;
    text += part;
    return { start, end: text.length };
  };
  const putSection = (path: readonly string[]): Section => {
    const known = sections.find((each) => each.path.join() === path.join());
    if (known !== undefined) return known;
    const parent = path.length > 1 ? putSection(path.slice(0, -1)) : null;
    const heading = put(path.at(-1) ?? '');
    const section: Section = {
      id: sections.length,
      kind: 'heading',
      level: path.length,
      marker: /^[（(]?[一二三四五六七八九十]+[)）、.]/.exec(path.at(-1) ?? '')?.[0] ?? '',
      ordinal: null,
      title: (path.at(-1) ?? '').replace(/^[（(]?[一二三四五六七八九十]+[)）、.]/, ''),
      path,
      parent,
      ...heading,
      bodyEnd: heading.end,
    };
    sections.push(section);
    put('\n');
    return section;
  };
  for (const { path, figures: specs } of spec.sections) {
    const section = putSection(path);
    for (const each of specs) {
      const {
        indicator = '新建污水管网',
        text: printed = '80公里',
        value = 80,
        range = null,
        unit = '公里',
        qualifier = null,
        period = 'target',
        role = 'figure',
        aspect = 'level',
        year: own = null,
      } = each;
      const start = text.length;
      put(indicator);
      const [before = '', after = ''] = /^(?:以上|以下|以内|左右)$/.test(qualifier ?? '')
        ? ['', qualifier ?? '']
        : (qualifier ?? '').split('…');
      put(before);
      const quantity = put(printed);
      put(after);
      const clauseEnd = text.length;
      const detail = (word: string, label: string) => {
        put(label);
        return { text: word, ...put(word) };
      };
      const owner = each.owner === undefined ? null : detail(each.owner, ',责任单位:');
      const deadline = each.deadline === undefined ? null : detail(each.deadline, ',完成时限:');
      put('。');
      const passage: Passage = {
        id: passages.length,
        kind: 'sentence',
        section,
        text: text.slice(start),
        start,
        end: text.length,
        page: null,
        table: null,
      };
      passages.push(passage);
      put('\n');
      figures.push({
        id: figures.length,
        quantity: { text: printed, value, range, unit, unitElsewhere: null, qualifier, ...quantity },
        indicator,
        period,
        year: own,
        role,
        aspect,
        cumulative: false,
        passage,
        section,
        clause: { start, end: clauseEnd },
        owner,
        deadline,
      });
    }
  }
  const checksum = createHash('sha256').update(text).digest('hex');
  const document: PlainDocument = {
    name: spec.name ?? 'plan.txt',
    format: 'txt',
    text,
    blocks: [],
    warnings: [],
    checksum,
  };
  const plan: Plan = {
    id: checksum.slice(0, 12),
    title,
    year,
    place: null,
    document,
    sections,
    passages,
    warnings: [],
  };
  return { plan, figures };
}

/** One target in a plan of its own. */
export function buildTarget(spec: FigureSpec = {}, plan: Omit<PlanSpec, 'sections'> = {}): PlanFigure {
  const loaded = buildPlan({ ...plan, sections: [{ path: ['二、重点任务', '(二)水环境'], figures: [spec] }] });
  return { plan: loaded.plan, figure: loaded.figures[0]! };
}

/** The water and air sections of the seed, shortened. */
export const waterAndAir = (overrides: Omit<PlanSpec, 'sections'> = {}): PlanFigures =>
  buildPlan({
    ...overrides,
    sections: [
      {
        path: ['一、回顾'],
        figures: [
          {
            indicator: 'PM2.5平均浓度',
            text: '28微克/立方米',
            value: 28,
            unit: '微克/立方米',
            qualifier: '降至',
            period: 'achieved',
          },
        ],
      },
      {
        path: ['二、攻坚战', '(一)实施空气质量持续改善行动'],
        figures: [
          { indicator: '淘汰国三及以下柴油货车', text: '5000辆', value: 5000, unit: '辆' },
          { indicator: '新增新能源公交车比例', text: '80%', value: 80, unit: '%', qualifier: '达' },
        ],
      },
      {
        path: ['二、攻坚战', '(二)实施水环境巩固提升行动'],
        figures: [
          {},
          {
            indicator: '污水处理厂提标改造',
            text: '5座',
            value: 5,
            unit: '座',
            deadline: '6月底前',
            owner: '市住建局',
          },
          { indicator: '城市生活污水集中收集率', text: '75%', value: 75, unit: '%', qualifier: '达' },
          { indicator: '400总吨以下船舶', text: '400总吨', value: 400, unit: '总吨', role: 'limit' },
        ],
      },
    ],
  });
