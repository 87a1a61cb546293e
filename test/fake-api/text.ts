import type { MessageEntity } from 'grammy/types';
import { badRequest } from './api-fault.ts';

/** Sizes as the Bot API server checks them: bytes before parsing, UTF-16 units after. */
const MAX_RAW_BYTES = 32_768;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const TAGS: ReadonlySet<string> = new Set(
  'b strong i em u ins s strike del a code pre tg-spoiler blockquote span tg-emoji'.split(' '),
);

/** A message's text after parsing, or the 400 that the server would answer. */
export function checkText(
  raw: string,
  options: { readonly parseMode?: string | undefined; readonly entities?: readonly MessageEntity[] | undefined },
  max: number,
): string {
  if (Buffer.byteLength(raw) > MAX_RAW_BYTES) throw badRequest('text is too long');
  if (LONE_SURROGATE.test(raw)) throw badRequest('strings must be encoded in UTF-8');
  const text = options.parseMode === 'HTML' ? parseHtml(raw) : raw;
  checkEntities(text, options.entities ?? []);
  if (text.length > max) throw badRequest(max === 1024 ? 'message caption is too long' : 'message is too long');
  return text;
}

function checkEntities(text: string, entities: readonly MessageEntity[]): void {
  for (const { type, offset, length } of entities) {
    const end = offset + length;
    if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length <= 0 || end > text.length) {
      throw badRequest(`can't parse entities: ${type} at ${offset}+${length} lies outside the text`);
    }
    if (LONE_SURROGATE.test(text.slice(offset, end))) {
      throw badRequest(`can't parse entities: ${type} at ${offset} begins or ends in the middle of a symbol`);
    }
  }
  const overlapping = entities.some((a) =>
    entities.some(
      (b) => a.offset < b.offset && b.offset < a.offset + a.length && b.offset + b.length > a.offset + a.length,
    ),
  );
  if (overlapping) throw badRequest("can't parse entities: overlapping entities");
}

function parseHtml(raw: string): string {
  const open: string[] = [];
  let text = '';
  let at = 0;
  while (at < raw.length) {
    const char = raw[at]!;
    if (char === '<') {
      const tag = /^<(\/?)([a-z-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/i.exec(raw.slice(at));
      if (tag === null) throw badRequest(`can't parse entities: Unsupported start tag at byte offset ${at}`);
      const [whole, slash, name] = [tag[0], tag[1]!, tag[2]!.toLowerCase()];
      if (!TAGS.has(name)) throw badRequest(`can't parse entities: Unsupported start tag "${name}"`);
      if (slash === '') open.push(name);
      else if (open.pop() !== name) throw badRequest(`can't parse entities: Unmatched end tag "${name}"`);
      at += whole.length;
    } else if (char === '&') {
      const entity = /^&(lt|gt|amp|quot|#\d+|#x[\da-f]+);/i.exec(raw.slice(at));
      if (entity === null) {
        text += '&';
        at += 1;
        continue;
      }
      text += decodeEntity(entity[1]!);
      at += entity[0].length;
    } else {
      text += char;
      at += 1;
    }
  }
  if (open.length > 0) throw badRequest(`can't parse entities: Can't find end tag corresponding to "${open.at(-1)!}"`);
  return text;
}

function decodeEntity(name: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return named[name.toLowerCase()] ?? String.fromCodePoint(code);
}

/** The entities that Telegram itself finds in what a person types: commands and mentions. */
export function typedEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const match of text.matchAll(/(?<![\w/])\/[a-z0-9_]{1,32}(?:@\w+)?/gi)) {
    found.push({ type: 'bot_command', offset: match.index, length: match[0].length });
  }
  for (const match of text.matchAll(/(?<![\w/])@\w{3,32}/g)) {
    found.push({ type: 'mention', offset: match.index, length: match[0].length });
  }
  return found;
}
