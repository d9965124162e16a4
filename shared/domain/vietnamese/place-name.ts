/**
 * A place as decisions write it: each word of the name with a capital, the kind of place before it as it was typed. `phú thọ` →
 * `Phú Thọ`, `tỉnh PHÚ THỌ` → `tỉnh Phú Thọ`. What has capitals of its own inside a word, as `TP`, stays.
 */
export function placeNameAsWritten(typed: string): string {
  const [, kind = '', name = ''] = kinds.exec(typed.trim().replace(/\s+/gu, ' ')) ?? []
  const isShouted = name === name.toLocaleUpperCase('vi') && name.includes(' ')
  const words = (isShouted ? name.toLocaleLowerCase('vi') : name).split(/(?<=[ -])/u)
  return kind + words.map((word) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1)).join('')
}

/** A commune as running text names it: what was typed in capitals as names are, `XÃ ĐỒNG VĂN` → `xã Đồng Văn`; all else stays. */
export function placeInText(typed: string): string {
  return isInCapitals(typed) ? placeNameAsWritten(typed.toLocaleLowerCase('vi')) : typed
}

/** True for `XÃ ĐỒNG VĂN`; one word alone may be an abbreviation. */
export function isInCapitals(typed: string): boolean {
  const isShouted = typed === typed.toLocaleUpperCase('vi') && typed !== typed.toLocaleLowerCase('vi')
  return isShouted && typed.trim().includes(' ')
}

const kinds = /^((?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu) )?(.*)$/iu
