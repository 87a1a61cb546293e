/** An answer with `ok: false`. */
export class ApiFault extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (description: string): ApiFault => new ApiFault(400, `Bad Request: ${description}`);
