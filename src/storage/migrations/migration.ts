/**
 * One step of the schema. Released ones are never edited; a change is a new file with the next number.
 * A table that belongs to a chat names that column `chat_id`: `moveChat` then moves it along when Telegram
 * turns a group into a supergroup with another id.
 */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
