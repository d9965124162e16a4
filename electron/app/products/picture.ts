import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { pictureLimits } from '../../file-limits.ts'
import type { PictureType } from './picture-head.ts'

type Picture = { readonly type: PictureType; readonly bytes: Buffer }

/** A product's picture. @throws Refusal `picture-unreadable`, `picture-too-large` */
export async function readPicture(app: AppContext, file: Blob): Promise<Picture> {
  if (file.size > pictureLimits.bytes.most) throw new Refusal('picture-unreadable', { size: file.size })
  const bytes = Buffer.from(await file.arrayBuffer())
  return { type: await app.work.run('read-picture', { bytes }), bytes }
}
