/** No byte came for the time that was allowed. */
export class DownloadStalled extends Error {}

/** What went wrong with a download, in Vietnamese, as the end of a sentence. */
export function troubleOf(error: unknown, stallAfter: number): string {
  const chain = causesOf(error)
  if (chain.some((cause) => cause instanceof DownloadStalled)) {
    return `${Math.round(stallAfter / 1000)} giây liền không nhận được dữ liệu nào`
  }
  const status = chain.map(({ response }) => response?.status).find((value) => value !== undefined)
  if (status !== undefined) return `máy chủ trả lời mã ${status}`
  // These two come without a code.
  if (chain.some(({ message }) => /checksum/i.test(message))) return 'tệp tải về không khớp mã SHA-256 của Electron'
  if (chain.some(({ message }) => /zip archive/i.test(message))) return 'tệp nén tải về bị hỏng'
  for (const { code = '', path = '' } of chain) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return `không có quyền ghi vào ${path}`
    if (Object.hasOwn(troubles, code)) return troubles[code as keyof typeof troubles]
    if (/CERT|SIGNATURE|TLS|SSL/.test(code)) {
      return `không tin được chứng thư của máy chủ (${code}); nếu đơn vị có chứng thư riêng, đặt NODE_USE_SYSTEM_CA=1`
    }
  }
  if (chain.some(({ message }) => refusedAddress.test(message))) return unreadableAddress
  return `lỗi chưa rõ (${withoutCredentials(chain.at(-1)?.message ?? String(error))})`
}

/** Without the name and password of any address in it, also of one that cannot be parsed. */
function withoutCredentials(text: string): string {
  // Up to the last @ of a line: a password may hold any letter, an address is no loss.
  return text.replaceAll(/:\/\/.*@/g, '://').replaceAll(/\S+@/g, '')
}

type Cause = Error & {
  readonly code?: string
  readonly path?: string
  /** Of a download's HTTP error. */
  readonly response?: { readonly status: number }
}

/** The error and what it came from, the outermost first; of several attempts at once the first. */
function causesOf(error: unknown): readonly Cause[] {
  if (!(error instanceof Error)) return []
  const inner: unknown = error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined)
  return [error, ...causesOf(inner)]
}

const cannotReach = 'không kết nối được máy chủ'
const noConnection = `${cannotReach} (máy không có mạng, hoặc cần proxy)`
const cutOff = 'mất kết nối giữa chừng'

const unreadableAddress = 'địa chỉ tải về không đọc được: ELECTRON_MIRROR cần dạng http://máy:cổng/'
/** What `fetch` says, without a code, of an address that it does not take. */
const refusedAddress = /bad port|unknown scheme|not implemented|includes credentials/

const troubles = {
  ERR_INVALID_URL: unreadableAddress,
  UND_ERR_INVALID_ARG: unreadableAddress,
  ECONNREFUSED: `${cannotReach} (bị từ chối)`,
  ENOTFOUND: noConnection,
  EAI_AGAIN: noConnection,
  ENETUNREACH: noConnection,
  EHOSTUNREACH: noConnection,
  ETIMEDOUT: noConnection,
  UND_ERR_CONNECT_TIMEOUT: noConnection,
  ECONNRESET: cutOff,
  EPIPE: cutOff,
  UND_ERR_SOCKET: cutOff,
  UND_ERR_ABORTED: `${cannotReach} qua proxy`,
  ENOSPC: 'đĩa đã đầy',
}
