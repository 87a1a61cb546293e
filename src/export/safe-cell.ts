/**
 * A cell that no spreadsheet program takes for a formula: one that begins like one (= + - @, also full-width, or after
 * a tab or line end) gets an apostrophe in front. A plain signed number is none, and stays as the plan prints it.
 */
export function safeCell(text: string): string {
  if (/^[-+]?[0-9][0-9.,]*%?$/.test(text)) return text;
  return /^[\s\0]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
