/**
 * `Ủy ban nhân dân xã Thu Phong`; of a bare name, which does not say whether it is a xã or a phường, `Ủy ban nhân dân cấp xã
 * nơi có sản phẩm (Thu Phong)`.
 */
export function communeCommittee(commune: string): string {
  const named = /^(xã|phường|thị trấn|đặc khu)\s+(.+)$/iu.exec(commune)
  if (named !== null) return `Ủy ban nhân dân ${named[1]?.toLowerCase()} ${named[2]}`
  return `Ủy ban nhân dân cấp xã nơi có sản phẩm${commune === '' ? '' : ` (${commune})`}`
}
