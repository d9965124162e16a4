import { renameSync, rmSync } from 'node:fs'
import { unfinishedPath } from '../../backups/whole-file.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import { peekFile } from '../../db/peek.ts'
import { freeWorkspacePath } from '../../workspace-path.ts'

/**
 * A file from outside, whole, under a free name of the data folder: its name is chosen and taken at one go, so that two
 * of one name do not both get it.
 *
 * @param make writes it to the path that it is given
 * @returns its path
 * @throws Refusal `not-a-workspace`, and those of `fileRefusal`; nothing is left then
 */
export async function takeIn(
  app: AppContext,
  name: string,
  make: (unfinished: string) => Promise<void>,
): Promise<string> {
  const { dataFolder: folder } = app.host
  const unfinished = unfinishedPath(folder)
  try {
    await make(unfinished)
    if (peekFile(unfinished, null).kind !== 'workspace') throw new Refusal('not-a-workspace')
    const path = freeWorkspacePath({ folder, name })
    renameSync(unfinished, path)
    return path
  } catch (error) {
    throw fileRefusal(error) ?? error
  } finally {
    rmSync(unfinished, { force: true })
  }
}
