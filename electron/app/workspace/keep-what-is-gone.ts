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
  if (isInPlace(current)) return
  const name = `${Array.from(readWorkspaceFacts(current.db).name).slice(0, 40).join('')}${mark}`
  const path = freeWorkspacePath({ folder: app.host.dataFolder, name })
  refusingFileTroubles(() => writeWhole(current.db, path))
  app.log.info('the open file was not in its place any more; what it held was kept in the data folder')
}

/** True for the name of a file that was kept so: the start screen says what it is. */
export function isKeptName(stem: string): boolean {
  return stem.includes(mark)
}

// With forty letters before it, it stands whole in the name (`fileStemOf`).
const mark = ' (giữ lại khi tệp bị chuyển)'
