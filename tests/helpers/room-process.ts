import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectionOf } from '../../electron/db/connection.ts'
import { openWorkspaceFile } from '../../electron/db/open.ts'
import { checkAuditChain } from '../../electron/db/audit.ts'
import { createDevice, deviceAddress, type TestDevice } from './room-device.ts'
import type { RoomProcessFacts } from './room-process-child.ts'
import { resourcesFolder } from './test-app.ts'
import { migrating } from './migrating.ts'

export type RoomProcess = RoomProcessFacts & {
  /** `SIGKILL` as a power cut would, `SIGTERM` as a person would. Answers when it is gone. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

/** Starts the application with its room in a process of its own; in a folder that it left, the same session goes on. */
export async function startRoomProcess(parts: {
  readonly folder: string
  readonly members: number
  readonly products: number
  readonly port: number
}): Promise<RoomProcess> {
  const { folder, members, products, port } = parts
  const child = fork(join(import.meta.dirname, 'room-process-child.ts'), [folder, members, products, port].map(String))
  const gone = once(child, 'exit')
  const [facts] = (await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`the host ended with code ${String(code)}`))),
  ])) as [RoomProcessFacts]
  return {
    ...facts,
    end: async (signal) => {
      child.kill(signal)
      await gone
    },
  }
}

/** A folder for such a process, deleted at the end. */
export function roomFolder(): { readonly path: string; readonly [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'ocop tiến trình '))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

export type EnteredPhone = TestDevice & { readonly memberId: number; readonly itemIds: readonly number[] }

/** One entered device for each member's code, each at an address of its own. */
export function enterAll(room: RoomProcess): Promise<readonly EnteredPhone[]> {
  return Promise.all(
    room.codes
      .flatMap(({ memberId, code }) => (memberId === null ? [] : { memberId, code }))
      .map(async ({ memberId, code }, index) => {
        const from = deviceAddress(index + 1)
        const device = createDevice({ link: room.link, ...(from !== undefined && { from }) })
        const { products } = await device.client.enter({ seatId: memberId, code: code ?? '' })
        return { ...device, memberId, itemIds: products.map(({ agendaItemId }) => agendaItemId) }
      }),
  )
}

/** What the file holds when nobody has it open any more. */
export function readLeftFile(folder: string) {
  const path = join(folder, 'cuộc họp.ocop')
  const { db } = openWorkspaceFile({ path, migrations: join(resourcesFolder, 'migrations'), migrating })
  try {
    const count = (sql: string) => (connectionOf(db).prepare(sql).get() as { readonly n: number }).n
    return {
      isIntact: checkAuditChain(db).firstBad === null,
      choiceEvents: count("SELECT count(*) AS n FROM audit_events WHERE command = 'ballots.choose'"),
      confirmEvents: count("SELECT count(*) AS n FROM audit_events WHERE command = 'ballots.confirm'"),
      confirmed: count("SELECT count(*) AS n FROM ballots WHERE state = 'confirmed'"),
      scores: count('SELECT count(*) AS n FROM ballot_scores'),
      acts: count('SELECT count(*) AS n FROM ballot_acts'),
    }
  } finally {
    connectionOf(db).close()
  }
}
