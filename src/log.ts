import { Writable } from 'node:stream';
import pino from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What rooms may do with the log: fields first, then one line of text. User text goes to `debug` only. */
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

export type Redact = (text: string) => string;

export interface LogOptions {
  /** Default info. */
  readonly level?: LogLevel;
  /** Token, proxy password, webhook secret: never written, wherever they turn up. Empty ones are ignored. */
  readonly secrets?: readonly string[];
  /** Where lines go. Default: standard error, so that standard output stays the program's own. */
  readonly destination?: { write(line: string): unknown };
}

const MASK = '[已隐去]';
/** A Bot API token as it stands in URLs and messages: /bot123456:AA…/getMe. */
const TOKEN = /\d{5,}:[\w-]{25,}/g;
/** User and password in a URL: http://user:secret@proxy. */
const CREDENTIALS = /(\/\/)[^\s/@"']+@/g;

/**
 * Removes secrets from any text: the given ones as they are, URL-encoded and JSON-escaped,
 * and whatever looks like a token or like credentials in a URL.
 */
export function createRedactor(secrets: readonly string[]): Redact {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret === '') continue;
    forms.add(secret).add(encodeURIComponent(secret)).add(JSON.stringify(secret).slice(1, -1));
  }
  const known = [...forms].toSorted((a, b) => b.length - a.length);
  return (text) => {
    const masked = known.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
    return masked.replace(TOKEN, MASK).replace(CREDENTIALS, `$1${MASK}@`);
  };
}

/**
 * The program's log: one JSON object a line. Every line is redacted as a whole, after everything is formatted,
 * so that a secret inside an error's cause or a URL cannot slip past a list of field names.
 */
export function createLog(options: LogOptions = {}): Log {
  const { level = 'info', secrets = [], destination = process.stderr } = options;
  const redact = createRedactor(secrets);
  const stream = new Writable({
    decodeStrings: false,
    write(line: string | Buffer, _encoding, done) {
      destination.write(redact(String(line)));
      done();
    },
  });
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    stream,
  );
}

/** An error with what it wraps: `cause`, and the `error` in which grammY keeps the network fault. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : String(error);
  const inner = error.cause ?? ('error' in error ? error.error : undefined);
  return {
    type: error.name,
    message: error.message,
    ...('code' in error ? { code: error.code } : {}),
    stack: depth === 0 ? error.stack : undefined,
    ...(inner === undefined || depth > 3 ? {} : { cause: describeError(inner, depth + 1) }),
  };
}
