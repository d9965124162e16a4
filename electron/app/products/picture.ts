import { Refusal } from '../../../shared/api/refusal.ts'
import type { PictureType } from '../../../shared/domain/pictures/picture-head.ts'
import type { AppContext } from '../../context.ts'
import { pictureLimits } from '../../file-limits.ts'

type Picture = { readonly type: PictureType; readonly bytes: Buffer }

/** A product's picture, as the page shrank it. @throws Refusal `file-too-large`, `picture-unreadable`, `picture-too-large` */
export async function readPicture(app: AppContext, file: Blob): Promise<Picture> {
  const { most, per } = pictureLimits.bytes
  if (file.size > most) throw new Refusal('file-too-large', { megabytes: most / per })
  const bytes = Buffer.from(await file.arrayBuffer())
  return { type: await app.work.run('read-picture', { bytes }), bytes }
}
