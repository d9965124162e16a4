import type { AppContext } from '../../context.ts'
import { openPath } from '../paper-files/open-path.ts'
import { paperFolder, type PaperFolder } from '../paper-files/paper-folder.ts'

type OfSession = { readonly sessionId: number }

/** Scanned ballots of meetings beside the open workspace. @throws Refusal `no-workspace` */
export function scanFolder(app: AppContext): PaperFolder<OfSession> {
  return paperFolder<OfSession>(openPath(app), ({ sessionId }) => `PG${sessionId}`)
}
