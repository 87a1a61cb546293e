import { PlanBotError } from '../errors.ts';

/** A reminder cannot be set or changed as asked; the message says why and how it works. */
export class ReminderError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('reminder', message, options);
  }
}
