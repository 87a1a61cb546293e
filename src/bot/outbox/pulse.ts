export interface PulseOptions {
  /** How long after its last beat a process counts as alive. */
  readonly aliveMs: number;
  readonly now: () => number;
  /** Gives the sign of life; told whether this process may call others dead. */
  readonly beat: (mayJudge: boolean) => void;
}

/** A process that misses one beat, or two, is still alive for the others. */
const BEATS_A_LIFE = 3;

/**
 * The beats by which processes on one store know each other alive. One whose own last beat is too long ago, or lies in
 * the future, does not judge the others this time: the machine slept or its clock was set, and their beats are as late.
 */
export class Pulse {
  readonly #options: PulseOptions;
  #timer: NodeJS.Timeout | undefined;
  #last: number | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  /** Beats at once, then again and again. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#beat();
    this.#timer = setInterval(() => {
      this.#beat();
    }, this.#options.aliveMs / BEATS_A_LIFE);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    const { aliveMs, now, beat } = this.#options;
    const at = now();
    const last = this.#last ?? at;
    this.#last = at;
    beat(at >= last && at < last + aliveMs);
  }
}
