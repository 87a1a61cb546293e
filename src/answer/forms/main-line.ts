import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

/** 「今年工作的主线是什么」 */
const asked = /(主线|主题|总?抓手|统领|引领|导向|牵引|动力|突破口|着力点|落脚点|出发点)(?:是|叫|为|有)(?:什么|啥|哪)/;

/** The one sentence that says 「以“强基、提质、赋能、增效”为主线」; null where none is asked for, or not just one says it. */
export function findMainLine({ loaded, query }: FormContext): Finding | null {
  const line = asked.exec(query.folded)?.[1];
  if (line === undefined) return null;
  const names = new RegExp(`以[^。；;]{2,40}?为${line}`);
  const passages = loaded.plan.passages.filter(({ text }) => names.test(text));
  return passages.length === 1 ? { kind: 'passage', passages, sections: [], figures: [] } : null;
}
