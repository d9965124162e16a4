import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { workspaceIdOf } from '../../../electron/app/workspace/listing.ts'
import { command, type Act, type Stage } from '../act.ts'
import { eventsIn } from './other-files.ts'
import { filesIn } from '../program.ts'

/** What can be read of a file that lost a page, saved as a new one. */
export async function* saveWhatIsReadable({ client, dataFolder }: Stage): AsyncGenerator<Act, void> {
  const sound = filesIn(dataFolder).find((path) => path.includes('Phiên mẫu')) ?? ''
  const bytes = readFileSync(sound)
  const past = eventsIn(bytes, dataFolder)
  const path = join(dataFolder, 'hỏng.ocop')
  writeFileSync(path, withoutNames(bytes))
  const id = workspaceIdOf(path)
  const save = async () => {
    await client.workspace.open({ id })
    await client.workspace.saveReadable()
  }
  yield command('workspace.saveReadable', save, { opens: { past } })
}

/** The page of the table that names the file is empty. */
function withoutNames(bytes: Buffer): Buffer {
  const sqlite = new Sqlite(bytes)
  const page = sqlite.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'workspace'").pluck().get() ?? 0
  sqlite.close()
  const damaged = Buffer.from(bytes)
  damaged.fill(0, (page - 1) * pageSize, page * pageSize)
  return damaged
}

const pageSize = 4096
