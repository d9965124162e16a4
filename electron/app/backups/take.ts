import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { encryptedEnding } from '../../backups/list-backups.ts'
import type { AppContext } from '../../context.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { writeSnapshot } from '../../db/snapshot.ts'
import { fileStemOf, workspaceEnding } from '../../workspace-path.ts'
import { openDb } from '../commit.ts'
import { requireAllowed } from '../people/require-allowed.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { openWorkspace } from '../workspace/open-close.ts'
import { takeIn } from '../workspace/take-in.ts'
import { findBackup } from './find-backups.ts'
import { requireSecretary } from './require-secretary.ts'

type Taken = {
  readonly id?: string | undefined
  readonly password?: string | undefined
  readonly secretaryPassword?: string | undefined
}

/** One file for another machine: of a backup, or of the open file as it is now. An encrypted backup is taken as it is. */
export async function takeFile(app: AppContext, { id, password, secretaryPassword }: Taken): Promise<File> {
  const folder = makeTempFolder(app)
  try {
    const { path, name, isEncrypted } =
      id === undefined ? await copyOfNow(app, folder) : await copyOfBackup(app, { id, secretaryPassword, folder })
    if (isEncrypted || password === undefined) return await asFile(path, name)
    const to = join(folder, 'goi.age')
    await app.work.run('seal-file', { from: path, to, password })
    return await asFile(to, `${name}${encryptedEnding}`)
  } finally {
    removeTempFolder(app, folder)
  }
}

/** @throws Refusal `password-wrong`, `backup-faulty`, `not-a-workspace` */
export async function openEncrypted(
  app: AppContext,
  { file, password }: { readonly file: File; readonly password: string },
): Promise<WorkspaceInfo> {
  const folder = makeTempFolder(app)
  const name = basename(basename(file.name, encryptedEnding), workspaceEnding)
  try {
    // Under the name that a refusal tells.
    const from = join(folder, `${fileStemOf(name)}${workspaceEnding}${encryptedEnding}`)
    await writeFile(from, new Uint8Array(await file.arrayBuffer()))
    const path = await takeIn(app, name, (unfinished) =>
      app.work.run('unseal-file', { from, to: unfinished, password }),
    )
    requireAllowed(app, ['backups', 'openEncrypted'])
    return await openWorkspace(app, path)
  } finally {
    removeTempFolder(app, folder)
  }
}

type Copy = { readonly path: string; readonly name: string; readonly isEncrypted: boolean }

async function copyOfNow(app: AppContext, folder: string): Promise<Copy> {
  const db = openDb(app)
  const path = join(folder, 'goi.ocop')
  await writeSnapshot(db, path)
  return { path, name: `${fileStemOf(readWorkspaceFacts(db).name)}${workspaceEnding}`, isEncrypted: false }
}

/** Compared with its note: what is handed out is what once passed the check. @throws Refusal `backup-faulty` */
async function copyOfBackup(
  app: AppContext,
  { id, secretaryPassword, folder }: Omit<Taken, 'password'> & { readonly id: string; readonly folder: string },
): Promise<Copy> {
  const backup = await findBackup(app, id)
  const { path: from, isEncrypted, note } = backup
  await requireSecretary(app, backup, secretaryPassword)
  const path = join(folder, 'goi')
  await app.work.run('unpack-backup', { from, to: path, isEncrypted, staysSealed: true, password: null, note })
  return { path, name: basename(from), isEncrypted }
}

async function asFile(path: string, name: string): Promise<File> {
  return new File([await readFile(path)], name, { type: 'application/octet-stream' })
}
