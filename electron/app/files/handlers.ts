import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext, FileSaving } from '../../context.ts'
import { procedures } from '../procedures.ts'

export function filesHandlers(app: AppContext) {
  return {
    save: procedures.files.save.handler(({ input }) => savingOf(app).save(input.file)),
    open: procedures.files.open.handler(({ input }) => savingOf(app).open(input.id)),
    showInFolder: procedures.files.showInFolder.handler(({ input }) => savingOf(app).showInFolder(input.id)),
  }
}

function savingOf(app: AppContext): FileSaving {
  if (app.saving === null) throw new Refusal('host-cannot')
  return app.saving
}
