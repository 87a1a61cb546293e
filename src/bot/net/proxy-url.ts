const schemes: readonly string[] = ['http:', 'https:', 'socks:', 'socks5:', 'socks5h:'];
const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i;
/** 127.0.0.1:7890, with a user and password or not: how proxies are mostly written down. */
const hostAndPort = /^(?:[^\s/@]+@)?(?:\[[\da-f:.]+\]|[^\s/:@]+):\d{1,5}\/?$/i;

/** A proxy's address as a URL without a trailing slash, http where it names no scheme; null where it is none. */
export function readProxyUrl(text: string): string | null {
  const written = hasScheme.test(text) ? text : hostAndPort.test(text) ? `http://${text}` : '';
  if (!URL.canParse(written)) return null;
  const { protocol, hostname, username, password } = new URL(written);
  // The agents decode both, and fail at a lone percent sign.
  const isUsable = schemes.includes(protocol) && hostname !== '' && isDecodable(username) && isDecodable(password);
  return isUsable ? written.replace(/\/+$/, '') : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
