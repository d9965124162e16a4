import type { BackupStatus } from '../../../shared/api/backups.ts'
import { folderOf, ownStore, listBackups, type BackupsOf } from '../../backups/list-backups.ts'
import { troubleOfStore } from '../../backups/store-trouble.ts'
import type { AppContext } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import { isSameFile } from '../../workspace-path.ts'
import { procedures } from '../procedures.ts'
import { compareBackup } from './compare.ts'
import { backupsOf, findBackups, listed, toldBy } from './find-backups.ts'
import { beginBackup } from './make-backup.ts'
import { restoreBackup } from './restore.ts'
import { chooseSecondPlace, copyToSecondPlace, leaveSecond, secondPlaceNow, setSecondPassword } from './second-place.ts'
import { openEncrypted, takeFile } from './take.ts'

export function backupsHandlers(app: AppContext) {
  const { backups } = procedures
  return {
    status: backups.status.handler(() => backupStatus(app)),
    list: backups.list.handler(async () => {
      const { current } = app.workspace
      const found = await findBackups(app, current === null ? undefined : backupsOf(current))
      const told = toldBy(app)
      // What was set aside and is open now has nothing to be put back onto.
      return found
        .filter(({ place, path }) => place !== 'aside' || current === null || !isSameFile(current.path, path))
        .map((backup) => listed(backup, told))
    }),
    make: backups.make.handler(async () => {
      await beginBackup(app, 'asked').done
    }),
    compare: backups.compare.handler(({ input }) => compareBackup(app, input.id)),
    restore: backups.restore.handler(({ input }) => refusingTroubles(() => restoreBackup(app, input))),
    chooseSecond: backups.chooseSecond.handler(async () =>
      (await chooseSecondPlace(app)) ? changed(app, await backupStatus(app)) : null,
    ),
    leaveSecond: backups.leaveSecond.handler(() => changed(app, leaveSecond(app))),
    setPassword: backups.setPassword.handler(async ({ input }) =>
      changed(app, await setSecondPassword(app, input.password)),
    ),
    copyToSecond: backups.copyToSecond.handler(async ({ input }) =>
      changed(app, await copyToSecondPlace(app, input.password)),
    ),
    take: backups.take.handler(({ input }) => refusingTroubles(() => takeFile(app, input))),
    openEncrypted: backups.openEncrypted.handler(({ input }) => refusingTroubles(() => openEncrypted(app, input))),
  }
}

async function backupStatus(app: AppContext): Promise<BackupStatus> {
  const { current } = app.workspace
  const of = current === null ? null : backupsOf(current)
  const own = of === null ? [] : await listBackups(ownStore(app.host.dataFolder), { place: 'own', of })
  const newest = own.find(({ place }) => place === 'own') ?? null
  return {
    trouble: app.backups.trouble ?? troubleToCome(app, of),
    newestAt: newest?.note.madeAt ?? null,
    second: secondPlaceNow(app, newest),
  }
}

function troubleToCome({ host }: AppContext, of: BackupsOf | null): BackupStatus['trouble'] {
  const store = ownStore(host.dataFolder)
  const trouble = troubleOfStore(store) ?? (of === null ? null : troubleOfStore(folderOf(store, of)))
  return trouble === null ? null : { at: null, reason: trouble.reason, detail: trouble.detail }
}

function changed<Result>(app: AppContext, result: Result): Result {
  app.live.publish({ topics: ['backups'], sessionId: null, agendaItemId: null })
  return result
}

async function refusingTroubles<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw fileRefusal(error) ?? error
  }
}
