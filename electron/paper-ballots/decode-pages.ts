import utif from 'utif2'
import { pageEndingOf } from '../../shared/domain/paper-ballots/page-files.ts'
import type { UnreadableReason } from '../../shared/domain/paper-ballots/unplaced-reason.ts'
import { openPdf } from './decode-pdf.ts'
import { greyOf, type PageFile } from './page-file.ts'
import { pictureAsPdf } from './picture-pdf.ts'

export class UnreadablePages extends Error {
  override name = 'UnreadablePages'
  readonly why: UnreadableReason

  constructor(why: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.why = why
  }
}

/**
 * Opens what a scanner or a phone wrote: PDF, TIFF of several pages, JPEG, PNG.
 *
 * @throws UnreadablePages
 */
export async function openPageFile(bytes: Uint8Array): Promise<PageFile> {
  if (bytes.length === 0) throw new UnreadablePages('empty-file', 'no bytes')
  switch (pageEndingOf(bytes)) {
    case '.tif':
      return openTiff(bytes)
    case '.jpg':
    case '.png':
      return openPicture(bytes)
    case '.pdf':
      return readable(() => openPdf(bytes))
    case null:
      throw new UnreadablePages('other-kind', 'neither PDF nor a picture of pages')
  }
}

/** The picture on a page of its own size, turned as the camera says. */
async function openPicture(bytes: Uint8Array): Promise<PageFile> {
  try {
    const { pdf, isTurned } = await pictureAsPdf(bytes)
    return await readable(() => openPdf(pdf, isTurned))
  } catch (error) {
    return asUnreadable(error)
  }
}

function openTiff(bytes: Uint8Array): PageFile {
  const { buffer } = bytes.slice()
  const images = tryTo(() => utif.decode(buffer)).filter((image) => 't256' in image)
  if (images.length === 0) throw new UnreadablePages('unreadable', 'a TIFF without pictures')
  return {
    pages: images.length,
    read: async (page) => {
      const found = images[page - 1]
      if (found === undefined) throw new UnreadablePages('unreadable', `no page ${page}`)
      // What is decoded stays with it: a page looked at is not kept.
      const image = { ...found }
      return tryTo(() => {
        utif.decodeImage(buffer, image)
        const { width, height } = image
        const colours = utif.toRGBA8(image)
        if (colours.length < 4 * width * height || width * height === 0) throw new Error('a picture without pixels')
        const data = new Uint8Array(width * height)
        greyOf({ colours, step: 4, red: 0, to: data })
        return { width, height, data }
      })
    },
    close: () => {},
  }
}

/** A file whose trouble is told as that of pages. */
async function readable(open: () => Promise<PageFile>): Promise<PageFile> {
  const file = await open().catch(asUnreadable)
  return { ...file, read: (page, room) => file.read(page, room).catch(asUnreadable) }
}

function tryTo<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    return asUnreadable(error)
  }
}

/** What the decoders throw says only that they could not; what lacks of the program itself is its own trouble. */
function asUnreadable(error: unknown): never {
  if (error instanceof UnreadablePages) throw error
  if (error instanceof Error && 'syscall' in error) throw error
  const message = error instanceof Error ? error.message : String(error)
  throw new UnreadablePages(/password/i.test(message) ? 'locked' : 'unreadable', message, { cause: error })
}
