import { Refusal } from '../../../shared/api/refusal.ts'

const largestPicture = 5 * 1024 * 1024

type Picture = { readonly type: 'image/jpeg' | 'image/png' | 'image/webp'; readonly bytes: Buffer }

/**
 * A product's picture, told by its first bytes and not by the name that it came with.
 *
 * @throws Refusal `picture-unreadable`: no JPEG, PNG or WebP, or larger than 5 MB.
 */
export async function readPicture(file: Blob): Promise<Picture> {
  if (file.size > largestPicture) throw new Refusal('picture-unreadable', { size: file.size })
  const bytes = Buffer.from(await file.arrayBuffer())
  const type = pictureType(bytes)
  if (type === null) throw new Refusal('picture-unreadable')
  return { type, bytes }
}

function pictureType(bytes: Buffer): Picture['type'] | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'image/webp' : null
}
