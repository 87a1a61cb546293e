/** What went wrong, for programs; the message says it to people, in Chinese, with the cure. */
export type ErrorCode =
  'config' | 'document' | 'model' | 'index' | 'storage' | 'plan' | 'usage' | 'telegram' | 'reminder' | 'progress';

/** Every expected failure of this program. `message` is one or more Chinese lines that name the cure. */
export class PlanBotError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** A setting is missing or wrong. */
export class ConfigError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('config', message, options);
  }
}

/** A plan's file cannot be read: damaged, protected, scanned, too large, or no text at all. */
export class DocumentError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('document', message, options);
  }
}

/** The embedding model's files are missing or not the ones that were released. */
export class ModelError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('model', message, options);
  }
}

/** The saved index does not belong to this plan, model or format, or is damaged; it is built again. */
export class StaleIndexError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('index', message, options);
  }
}

/** The SQLite store cannot be opened, is damaged, or was written by a newer version. */
export class StorageError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('storage', message, options);
  }
}

/** A command was called wrongly. */
export class UsageError extends PlanBotError {
  constructor(message: string, options?: ErrorOptions) {
    super('usage', message, options);
  }
}
