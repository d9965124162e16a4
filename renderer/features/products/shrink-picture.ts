import { drawnPicture, isDrawable, keptPicture, shrunkTo } from '../../../shared/domain/pictures/picture-bounds.ts'
import { readPictureHead, type PictureHead } from '../../../shared/domain/pictures/picture-head.ts'
import { refuseLargeFile } from '../../api/large-file.ts'
import { refusalOf } from '../../api/refusal.ts'

/**
 * A picture as the file keeps it, drawn anew upright: nothing of what a phone wrote beside it, such as the place, is taken along.
 *
 * @throws the typed error `REFUSED`: `file-too-large`, `picture-unreadable`, `picture-too-large`
 */
export async function shrinkPicture(file: File): Promise<File> {
  refuseLargeFile(['products', 'setPicture'], { file })
  const drawn = await draw(file, readPictureHead(new Uint8Array(await file.arrayBuffer())))
  try {
    return await encode(drawn, file.name)
  } finally {
    drawn.close()
  }
}

/** Its head is read first: a few kilobytes can say that they are a picture of gigabytes. */
async function draw(file: File, head: PictureHead | null): Promise<ImageBitmap> {
  if (head === null) throw refusalOf('picture-unreadable', {})
  const { type, width, height } = head
  const { side, pixels } = drawnPicture
  if (!isDrawable(head)) throw refusalOf('picture-too-large', { width, height, side, megapixels: pixels / 1_000_000 })
  try {
    return await createImageBitmap(new Blob([file], { type }), { imageOrientation: 'from-image' })
  } catch {
    throw refusalOf('picture-unreadable', {})
  }
}

/** Best first. What none of them brings under the limit, such as noise, becomes smaller. */
const qualities = [0.82, 0.7, 0.55]

async function encode(drawn: ImageBitmap, name: string): Promise<File> {
  for (let side: number = keptPicture.side; side >= 1; side = Math.floor(side / 2)) {
    const canvas = shrink(drawn, side)
    for (const quality of qualities) {
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
      // A browser that does not write WebP answers with another kind.
      const small = blob.type === 'image/webp' ? blob : await canvas.convertToBlob({ type: 'image/jpeg', quality })
      if (small.size <= keptPicture.bytes) return new File([small], name, { type: small.type })
    }
  }
  throw refusalOf('picture-unreadable', {})
}

/** On white, as it is shown: what is transparent would be black where the picture is kept without it. */
function shrink(drawn: ImageBitmap, side: number): OffscreenCanvas {
  const { width, height } = shrunkTo(drawn, side)
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw refusalOf('picture-unreadable', {})
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, width, height)
  return canvas
}
