import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file beside its place and moves it there when the disk has it: whatever fails, what stood there before is
 * still whole, and nothing is left over.
 *
 * @throws the file system's error, such as EBUSY for a file that another program holds open
 */
export async function writeWhole({
  path,
  bytes,
}: {
  readonly path: string
  readonly bytes: Uint8Array
}): Promise<void> {
  // Programs that keep folders in step with a server leave this ending alone.
  const unfinished = join(dirname(path), `ocop-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(bytes)
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
