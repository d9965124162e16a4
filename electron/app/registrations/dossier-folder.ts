import type { AppContext } from '../../context.ts'
import { openPath } from '../paper-files/open-path.ts'
import { paperFolder, type PaperFolder } from '../paper-files/paper-folder.ts'

type OfRegistration = { readonly registrationId: number }

export type DossierFolder = PaperFolder<OfRegistration>

/** The files of dossiers beside the open workspace. @throws Refusal `no-workspace` */
export function folderOf(app: AppContext): DossierFolder {
  return paperFolder<OfRegistration>(openPath(app), ({ registrationId }) => `HS${registrationId}`)
}
