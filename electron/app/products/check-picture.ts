import { Refusal } from '../../../shared/api/refusal.ts'
import { readPictureHead, type PictureType } from '../../../shared/domain/pictures/picture-head.ts'
import { pictureLimits } from '../../file-limits.ts'

/**
 * What kind of picture the bytes are, by their head alone.
 *
 * @throws Refusal `picture-unreadable`: no JPEG, PNG or WebP, or without a size; `picture-too-large`: a few kilobytes can say that
 *   they are a picture of gigabytes, and whoever shows it would make one of them.
 */
export function checkPicture(bytes: Uint8Array): PictureType {
  const head = readPictureHead(bytes)
  if (head === null) throw new Refusal('picture-unreadable')
  const { type, width, height } = head
  const { most: side } = pictureLimits.side
  if (Math.max(width, height) > side) {
    throw new Refusal('picture-too-large', { width, height, side, megapixels: Math.ceil(side ** 2 / 1_000_000) })
  }
  return type
}
