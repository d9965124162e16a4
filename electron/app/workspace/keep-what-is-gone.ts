import { homedir, tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { refusingFileTroubles } from '../../db/file-trouble.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { writeWhole } from '../../db/snapshot.ts'
import { freeWorkspacePath } from '../../workspace-path.ts'
import { isInPlace } from '../commit.ts'

/**
 * Before the open file is let go: where it is not in its place any more, closing it may be the end of it, so that all of
 * it is written into the data folder first.
 *
 * @throws Refusal of `fileRefusal`; the file stays open then
 */
export function keepWhatIsGone(app: AppContext, current: OpenWorkspace): void {
  if (!isInPlace(current)) keepIn(app.host.dataFolder, current)
}

/**
 * The same as the program ends, whatever becomes of it: where the data folder takes nothing, the folder that the file lay
 * in, the person's own, and that for temporary files are tried in turn. Where it went is said at the terminal, and stands
 * in the log where it is not the data folder.
 *
 * @throws the refusal of the data folder where none of them takes it
 */
export function keepAtTheEnd(app: AppContext, current: OpenWorkspace): void {
  if (isInPlace(current)) return
  const failures: unknown[] = []
  for (const folder of [app.host.dataFolder, dirname(current.path), homedir(), tmpdir()]) {
    try {
      const path = keepIn(folder, current)
      const told = `Tệp đang mở không còn ở chỗ cũ; toàn bộ nội dung được giữ tại “${path}”.`
      app.log.info(told)
      if (failures.length > 0) app.log.error(told, failures[0])
      return
    } catch (error) {
      failures.push(error)
    }
  }
  throw failures[0]
}

function keepIn(folder: string, { db }: OpenWorkspace): string {
  const name = `${Array.from(readWorkspaceFacts(db).name).slice(0, 40).join('')}${mark}`
  return refusingFileTroubles(() => {
    const path = freeWorkspacePath({ folder, name })
    writeWhole(db, path)
    return path
  })
}

/** True for the name of a file that was kept so: the start screen says what it is. */
export function isKeptName(stem: string): boolean {
  return stem.includes(mark)
}

// With forty letters before it, it stands whole in the name (`fileStemOf`).
const mark = ' (giữ lại khi tệp bị chuyển)'
