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

const kinds = /^((?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu) )?(.*)$/iu
