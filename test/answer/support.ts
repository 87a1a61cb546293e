import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEngine } from '../../src/answer/create-engine.ts';
import type { Engine } from '../../src/answer/engine.ts';
import type { PlainDocument } from '../../src/documents/plain-document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { loadPlan } from '../../src/library/load-plan.ts';
import type { LoadedPlan, PlanLibrary } from '../../src/library/plan-library.ts';
import { createLog, type Log } from '../../src/log.ts';
import { realEmbedder } from '../support/embedders.ts';
import { seedFile } from '../support/read-plan.ts';

export const silentLog = createLog({ level: 'silent' });

const indexDirectory = mkdtempSync(path.join(tmpdir(), 'answer-test-'));
process.once('exit', () => {
  rmSync(indexDirectory, { recursive: true, force: true });
});

const load = (document: PlainDocument): LoadedPlan =>
  loadPlan(document, { indexDirectory, embedder: realEmbedder, log: silentLog });

/** A plan that questions find by words alone: no model, no index. */
const byWordsAlone = (loaded: LoadedPlan): LoadedPlan => ({
  ...loaded,
  retriever: { prepare: () => Promise.resolve(), nearest: () => Promise.resolve([]) },
});

/** The seed with the real model and a real index in a temporary folder. */
export const loadSeed = async (): Promise<LoadedPlan> => load(await readDocument(readFileSync(seedFile), seedFile));

/** A file as a plan for questions whose words stand in it. */
export const loadBytes = async (bytes: Uint8Array, name: string): Promise<LoadedPlan> =>
  byWordsAlone(load(await readDocument(bytes, name)));

/** A text as a plan with the real model and a real index. */
export const loadText = async (text: string, name = 'plan.txt'): Promise<LoadedPlan> =>
  load(await readDocument(Buffer.from(text), name));

/** A text as a plan for questions whose words stand in it. */
export const loadWords = async (text: string, name = 'plan.txt'): Promise<LoadedPlan> =>
  byWordsAlone(await loadText(text, name));

/** The plans as a library; the first is the current one. */
export const libraryOf = (...plans: readonly LoadedPlan[]): Pick<PlanLibrary, 'list' | 'get' | 'current'> => ({
  list: () => plans,
  get: (id) => plans.find(({ plan }) => plan.id === id),
  current: () => plans[0],
});

export const engineOf = (...plans: readonly LoadedPlan[]): Engine =>
  createEngine({ library: libraryOf(...plans), log: silentLog });

/** A figure in one line: 「新建污水管网 80公里」. */
export const told = ({ indicator, quantity }: Figure): string => `${indicator} ${quantity.text}`;

/** A log that keeps what it is told. */
export function keptLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ destination: { write: (line: string) => lines.push(line) } }), lines };
}

/** A plan of no particular place, with what questions of every kind need. */
export const sampleText = `2025年商务工作要点
一、2024年工作回顾
2024年，完成外贸进出口总额120亿元，增长6.5%。社区商业网点覆盖率达到85%，新建便民菜市场12个，培训电商人员3000人次。五年来，累计新增限额以上企业260家。
二、2025年主要目标
社区商业网点覆盖率达到90%以上，外贸进出口总额增长8%左右，社会消费品零售总额达到350亿元。
三、重点任务
（一）促进消费提质。一是建设商圈。改造步行街3条，建设智慧商圈2个、智慧商店20个，新建便民菜市场15个。二是发展电商。培训电商人员5000人次，建设直播基地三个，推动乡镇商贸中心全覆盖。
（二）稳住外贸外资。新增外贸企业40家，引进外资项目18个，通关时间压缩至20小时以内，处理投诉不超过30件（责任单位：市商务局；完成时限：6月底前）。
（三）守住安全底线。抓好“三项行动”：即排查、整改、回访。检查商场80家次，消除隐患率达100%，应急演练4次。
`;
