import { Refusal } from '../../../shared/api/refusal.ts'
import { pictureLimits } from '../../file-limits.ts'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

type PictureHead = { readonly type: PictureType; readonly width: number; readonly height: number }

/**
 * What kind of picture the bytes are, told by their head and not by the name that they came with; nothing is drawn.
 *
 * @throws Refusal `picture-unreadable`: no JPEG, PNG or WebP, or without a size; `picture-too-large`: a few kilobytes can
 *   say that they are a picture of gigabytes, and whoever shows it would make one of them.
 */
export function checkPicture(bytes: Uint8Array): PictureType {
  const head = readHead(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (head === null || head.width < 1 || head.height < 1) throw new Refusal('picture-unreadable')
  const { type, width, height } = head
  const [side, pixels] = [pictureLimits.side.most, pictureLimits.pixels.most]
  if (Math.max(width, height) > side || width * height > pixels) {
    throw new Refusal('picture-too-large', { width, height, side, megapixels: pixels / pictureLimits.pixels.per })
  }
  return type
}

/** Null for anything else, such as a head that is cut. */
function readHead(file: Buffer): PictureHead | null {
  try {
    return readPng(file) ?? readWebp(file) ?? readJpeg(file)
  } catch (error) {
    // A field that should stand behind the end of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPng(file: Buffer): PictureHead | null {
  if (!file.subarray(0, 8).equals(pngSignature) || file.toString('latin1', 12, 16) !== 'IHDR') return null
  return { type: 'image/png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
}

/** @see https://www.rfc-editor.org/rfc/rfc9649 sections 2.5 to 2.7 */
function readWebp(file: Buffer): PictureHead | null {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return null
  const type = 'image/webp'
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { type, width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = file.readUInt32LE(21)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { type, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** The size stands in the first frame header, after segments that each say their length. @see ITU-T T.81, B.2.2 */
function readJpeg(file: Buffer): PictureHead | null {
  if (file.readUInt16BE(0) !== startOfImage) return null
  for (let at = 2; file.readUInt8(at) === 0xff;) {
    const marker = file.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (frames.has(marker))
      return { type: 'image/jpeg', height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at += 2 + Math.max(2, file.readUInt16BE(at + 2))
  }
  return null
}

const startOfImage = 0xffd8

/** Baseline, extended, progressive and the rest, but for the tables that share their numbers. */
const frames: ReadonlySet<number> = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
])
