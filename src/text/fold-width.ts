/**
 * Full-width letters, digits and punctuation as half-width ones, unit for unit, so that offsets stay valid:
 * 「（１．５％）」 becomes 「(1.5%)」. Other dashes and dots that stand for the same sign are unified too.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e﹪‐‑‒–﹣−·•・]/g, (char) => {
    if (char === '\u3000') return ' ';
    if (char === '﹪') return '%';
    if (/[·•・]/.test(char)) return '·';
    if (/[‐‑‒–﹣−]/.test(char)) return '-';
    return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  });
}
