/** The settings that hold a proxy's address, and with it perhaps a password. */
const proxies = ['TELEGRAM_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** Whatever no output may show: token, webhook secret and proxy passwords, as they are written and decoded. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): string[] {
  const read = (name: string): string[] =>
    [env[name], env[name.toLowerCase()]].map((value) => value?.trim() ?? '').filter((value) => value !== '');
  return [...['BOT_TOKEN', 'WEBHOOK_SECRET'].flatMap(read), ...proxies.flatMap(read).flatMap(passwordOf)];
}

/** Read by hand, since an address that is no URL may still hold a password. */
function passwordOf(address: string): string[] {
  const [, credentials = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*)@/i.exec(address) ?? [];
  const password = credentials.slice(credentials.indexOf(':') + 1);
  if (password === '') return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
