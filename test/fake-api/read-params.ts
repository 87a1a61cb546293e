import type { IncomingMessage } from 'node:http';
import type { Params } from './methods.ts';

/** A call's arguments from its body: JSON, or multipart with files. */
export async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.includes('application/json')) return body.length === 0 ? {} : (JSON.parse(body.toString()) as Params);
  const boundary = /boundary=([^;]+)/.exec(type)?.[1];
  return boundary === undefined ? {} : readMultipart(body, boundary);
}

/** Telegram's server takes file names without quotation marks and in any script, as grammY writes them. */
function readMultipart(body: Buffer, boundary: string): Params {
  const params: Record<string, unknown> = {};
  for (const part of splitBuffer(body, Buffer.from(`--${boundary}`)).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const header = part.subarray(0, end).toString();
    const content = part.subarray(end + 4, part.length - 2);
    const name = /[; ]name="([^"]*)"/.exec(header)?.[1] ?? '';
    const fileName = /filename="?([^"\r\n]*)"?/.exec(header)?.[1];
    params[name] = fileName === undefined ? content.toString() : { name: fileName, bytes: new Uint8Array(content) };
  }
  const attached = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('attach://') ? params[value.slice('attach://'.length)] : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, attached(value)]));
}

function splitBuffer(body: Buffer, separator: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, from)) {
    parts.push(body.subarray(from, at));
    from = at + separator.length;
  }
  parts.push(body.subarray(from));
  return parts;
}
