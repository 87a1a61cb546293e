import { PlanBotError } from '../errors.ts';

/** A progress report cannot be recorded; the message says why. */
export class ProgressError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('progress', message, options);
  }
}
