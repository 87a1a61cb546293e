import type { ServerResponse } from 'node:http';

/** What goes wrong with one call. Several effects may be combined. */
export interface Fault {
  /** Of the Bot API; `file` for a file's download, which can only be made to stall. */
  readonly method: string;
  readonly chatId?: number;
  /** How many calls it hits; default 1. */
  readonly times?: number;
  /** Answers after this long. */
  readonly delayMs?: number;
  /** Answers with this status and, without `body`, an ordinary error of that code. */
  readonly status?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Sent as it is: HTML of a gateway, a cut JSON text. */
  readonly body?: string;
  /** before: the socket closes and nothing happened; after: it happened, and the socket closes without an answer. */
  readonly drop?: 'before' | 'after';
  /** Carried out, and the answer stops in the middle of its body. */
  readonly half?: boolean;
  /** Takes the request, never answers, and does nothing. */
  readonly stall?: boolean;
}

interface Scripted extends Fault {
  left: number;
}

/** The faults still to come, hit in the order in which they were scripted. */
export class FaultScript {
  #scripted: Scripted[] = [];

  add(fault: Fault): void {
    this.#scripted.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#scripted = [];
  }

  take(method: string, chatId: number | undefined): Fault | undefined {
    const hit = this.#scripted.find(
      (fault) =>
        fault.left > 0 &&
        fault.method.toLowerCase() === method.toLowerCase() &&
        (fault.chatId === undefined || fault.chatId === chatId),
    );
    if (hit !== undefined) hit.left -= 1;
    return hit;
  }
}

/** Whether the call itself is still carried out under this fault. */
export const isCarriedOut = (fault: Fault): boolean =>
  fault.drop === 'after' || fault.half === true || (fault.delayMs !== undefined && isOnlyDelayed(fault));

const isOnlyDelayed = (fault: Fault): boolean =>
  fault.status === undefined && fault.body === undefined && fault.drop === undefined && fault.stall !== true;

/** Spoils an answer as scripted. False where the answer is to be sent as usual. */
export function spoil(response: ServerResponse, fault: Fault, answer: string): boolean {
  if (fault.stall === true) return true;
  if (fault.drop !== undefined) {
    response.socket?.destroy();
    return true;
  }
  if (fault.half === true) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.write(answer.slice(0, Math.floor(answer.length / 2)));
    setTimeout(() => response.socket?.destroy(), 10);
    return true;
  }
  if (fault.body !== undefined) {
    response.writeHead(fault.status ?? 200, { 'content-type': 'text/html' });
    response.end(fault.body);
    return true;
  }
  if (fault.status !== undefined) {
    response.writeHead(fault.status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        ok: false,
        error_code: fault.status,
        description: fault.description ?? `Scripted ${fault.status}`,
        ...(fault.parameters === undefined ? {} : { parameters: fault.parameters }),
      }),
    );
    return true;
  }
  return false;
}
