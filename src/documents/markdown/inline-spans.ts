import type { Nodes } from 'mdast';
import type { Span } from '../plain-document.ts';

/** Where a node stands in the source; the parser gives every node a position. */
export function offsetsOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The pieces of a node that print text, in order: what lies between them is markup (`**`, `[…](…)`). */
export function leavesOf(node: Nodes): Span[] {
  if (node.type === 'text') return [offsetsOf(node)];
  if (node.type === 'inlineCode') {
    const { start, end } = offsetsOf(node);
    const ticks = (end - start - node.value.length) / 2;
    // The parser may take a blank off each side as well; then the halves still fit around the value.
    return [{ start: start + Math.floor(ticks), end: end - Math.ceil(ticks) }];
  }
  return 'children' in node ? node.children.flatMap((child) => leavesOf(child)) : [];
}

/** The part of the span from its first printed character to its last; null where it prints nothing. */
export function clipToLeaves(span: Span, leaves: readonly Span[]): Span | null {
  const inside = leaves.filter((leaf) => leaf.end > span.start && leaf.start < span.end);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  return { start: Math.max(span.start, first.start), end: Math.min(span.end, last.end) };
}
