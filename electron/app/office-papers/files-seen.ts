import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { AppContext } from '../../context.ts'
import { listFiles } from '../../db/queries/registrations.ts'
import type { GatheredPaper } from '../../documents/office-papers/catalogue.ts'
import { withFileStates } from '../../documents/office-papers/dossier/dossier-index.ts'
import { openDb } from '../commit.ts'
import { folderOf } from '../registrations/dossier-folder.ts'

/** An index of a dossier with what lies in the folder now of each file that it names; other papers as they are. */
export async function withFilesSeen(
  app: AppContext,
  gathered: GatheredPaper,
  paper: OfficePaper | undefined,
): Promise<GatheredPaper> {
  if (gathered.kind !== 'dossier-index' || paper?.kind !== 'dossier-index') return gathered
  const folder = folderOf(app)
  const states = await Promise.all(
    listFiles(openDb(app), paper.registrationId).map(async (file) => ({ ...file, state: await folder.stateOf(file) })),
  )
  return { ...gathered, facts: withFileStates(gathered.facts, states) }
}
