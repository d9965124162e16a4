export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

export type PictureHead = { readonly type: PictureType; readonly width: number; readonly height: number }

/**
 * What kind of picture the bytes are and how large (pixels), told by their head and not by the name that they came with; nothing is
 * drawn. Null for no JPEG, PNG or WebP, for one without a size, and for a head that is cut.
 */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const head = readPng(file) ?? readWebp(file) ?? readJpeg(file)
    return head === null || head.width < 1 || head.height < 1 ? null : head
  } catch (error) {
    // A field that should stand behind the end of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPng(file: DataView): PictureHead | null {
  if (textAt(file, 0, 8) !== '\u0089PNG\r\n\u001a\n' || textAt(file, 12, 4) !== 'IHDR') return null
  return { type: 'image/png', width: file.getUint32(16), height: file.getUint32(20) }
}

/** @see https://www.rfc-editor.org/rfc/rfc9649 sections 2.5 to 2.7 */
function readWebp(file: DataView): PictureHead | null {
  if (textAt(file, 0, 4) !== 'RIFF' || textAt(file, 8, 4) !== 'WEBP') return null
  const type = 'image/webp'
  switch (textAt(file, 12, 4)) {
    case 'VP8 ':
      return { type, width: file.getUint16(26, true) & 0x3fff, height: file.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = file.getUint32(21, true)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { type, width: uint24At(file, 24) + 1, height: uint24At(file, 27) + 1 }
    default:
      return null
  }
}

/** The size stands in the first frame header, after segments that each say their length. @see ITU-T T.81, B.2.2 */
function readJpeg(file: DataView): PictureHead | null {
  if (file.getUint16(0) !== startOfImage) return null
  for (let at = 2; file.getUint8(at) === 0xff;) {
    const marker = file.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (frames.has(marker)) return { type: 'image/jpeg', height: file.getUint16(at + 5), width: file.getUint16(at + 7) }
    at += 2 + Math.max(2, file.getUint16(at + 2))
  }
  return null
}

const startOfImage = 0xffd8

/** Baseline, extended, progressive and the rest, but for the tables that share their numbers. */
const frames: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])

/** Empty where the file is shorter, so that a short file of another kind is told as such. */
function textAt(file: DataView, at: number, length: number): string {
  if (at + length > file.byteLength) return ''
  return String.fromCharCode(...Array.from({ length }, (_, place) => file.getUint8(at + place)))
}

const uint24At = (file: DataView, at: number): number => file.getUint16(at, true) | (file.getUint8(at + 2) << 16)
