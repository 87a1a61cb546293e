const newline = 0x0a;
/** Fatal: a replaced byte would change a question unseen. A byte order mark is left out. */
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The lines of a byte stream, each as soon as it is whole, without line ends; null for one that is no UTF-8 text. Node's
 * own reader would replace bad bytes, and break lines at signs that may stand inside a JSON text.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let rest: Uint8Array[] = [];
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      yield decodeLine(Buffer.concat([...rest, chunk.subarray(from, end)]));
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield decodeLine(Buffer.concat(rest));
}

function decodeLine(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return decoder.decode(bytes).replace(/\r$/, '');
  } catch {
    return null;
  }
}
