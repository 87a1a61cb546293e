/**
 * Lines that web copies of speeches carry and that are no part of the plan: invitations to contact, follow or download.
 * Source: collections of official texts sold online; each line names a channel and something to do.
 */
const channel = /微信|公众号|QQ|扣扣|加群|扫码|二维码|客服|https?:\/\/|www\.|关注我们|点击|下载/i;
const invitation = /联系|添加|加我|关注|扫|点击|获取|下载|领取|👉|👈|https?:\/\/|www\./i;

/** True for an advertisement line; official text of any length that merely mentions a channel stays. */
export const isAdvertisement = (line: string): boolean =>
  line.length <= 60 &&
  channel.test(line) &&
  invitation.test(line) &&
  (/\p{Extended_Pictographic}/u.test(line) || !/[。；]/.test(line));
