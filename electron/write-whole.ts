import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file beside its place and moves it there when the disk has it: whatever fails, what stood there before is
 * still whole, and nothing is left over.
 *
 * @param mode of the new file, such as 0o444 for one that programs may only read.
 * @throws the file system's error, such as EBUSY for a file that another program holds open
 */
export async function writeWhole({
  path,
  bytes,
  mode = 0o666,
}: {
  readonly path: string
  readonly bytes: Uint8Array
  readonly mode?: number
}): Promise<void> {
  await placeWhole({ path, mode }, async (file) => file.writeFile(bytes))
}

/** The same of what a file holds, which is never whole in memory. */
export async function copyWhole({ path, from }: { readonly path: string; readonly from: string }): Promise<void> {
  await placeWhole({ path, mode: 0o666 }, async (file) => {
    for await (const piece of createReadStream(from, { highWaterMark: pieceBytes }))
      await file.writeFile(piece as Buffer)
  })
}

const pieceBytes = 1024 * 1024

async function placeWhole(
  { path, mode }: { readonly path: string; readonly mode: number },
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  // Programs that keep folders in step with a server leave this ending alone.
  const unfinished = join(dirname(path), `ocop-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(unfinished, 'wx', mode)
    try {
      await fill(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}
