import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RoomCertificate } from '../../electron/web-host/room-certificate.ts'
import { roomHostPort } from '../../electron/web-host/room-host.ts'
import type { Regulation } from '../../shared/domain/scoring/types.ts'
import { freePort } from './free-port.ts'
import { createDevice, deviceAddress, type TestDevice } from './room-device.ts'
import { usualRegulation } from '../../shared/domain/scoring/usual-regulation.ts'
import { createTestApp, openSmallSession } from './test-app.ts'

/**
 * The real application with an open session, its meeting room switched on at 127.0.0.1 with a small page of its own.
 * Its end fails a test in which anything but a refusal went wrong.
 */
export async function openTestRoom({
  members = 3,
  products = 2,
  rules = usualRegulation,
  certificate = () => null,
  isEncrypted = false,
}: {
  readonly members?: number
  readonly products?: number
  readonly rules?: Regulation
  readonly certificate?: () => RoomCertificate | null
  readonly isEncrypted?: boolean
} = {}) {
  const page = devicePage()
  const errors: unknown[] = []
  const log = { info: () => {}, error: (_message: string, error: unknown) => errors.push(error) }
  const app = createTestApp({
    room: roomHostPort({ pages: page.folders, log, certificate, dataFolder: page.dataFolder }),
    log,
  })
  const session = await openSmallSession(app, { members, products, rules })
  const { sessionId, memberIds } = session
  const devices: TestDevice[] = []
  const port = await freePort()

  /** Switches the room on, at the same port each time. */
  const switchOn = async () => {
    const { open } = await app.client.room.switchOn({ sessionId, address: '127.0.0.1', port, isEncrypted })
    if (open === null) throw new Error('the room is not on')
    return open
  }
  const codeOf = async (memberId: number): Promise<string> => {
    const code = (await app.client.room.showCodes()).find((code) => code.memberId === memberId)?.code ?? null
    if (code === null) throw new Error('this member has no code')
    return code
  }
  /** A phone in the room that has entered nothing yet. */
  const device = (parts: Partial<Parameters<typeof createDevice>[0]> = {}): TestDevice => {
    const made = createDevice({ link: app.context.room.current?.listener.link ?? '', ...parts })
    devices.push(made)
    return made
  }
  /** The phone of the member at that place of the council, entered. */
  const enter = async (place = 0, parts: Partial<Parameters<typeof createDevice>[0]> = {}) => {
    const memberId = memberIds[place] as number
    const from = deviceAddress(place + 1)
    const made = device({ ...(from !== undefined && { from }), ...parts })
    const state = await made.client.enter({ seatId: memberId, code: await codeOf(memberId) })
    return { ...made, memberId, state }
  }
  /** The laptop of a clerk whom the secretary let in under that name, entered. */
  const enterClerk = async (name: string, parts: Partial<Parameters<typeof createDevice>[0]> = {}) => {
    const { clerkId, code } = await addClerk(name)
    const made = device(parts)
    await made.client.enterClerk({ clerkId, code })
    return { ...made, clerkId, code, name }
  }
  const addClerk = async (name: string) => {
    await app.client.room.addClerk({ name })
    const clerkId = (await app.client.room.status()).clerks.find((clerk) => clerk.name === name)?.clerkId
    const code = (await app.client.room.showCodes()).find((each) => each.clerkId === clerkId)?.code
    if (clerkId === undefined || !code) throw new Error('this clerk has no code')
    return { clerkId, code }
  }
  const end = () => {
    for (const device of devices) device[Symbol.dispose]()
    app[Symbol.dispose]()
    page.remove()
    if (errors.length > 0) throw new AggregateError(errors, 'something broke in the application')
  }
  await switchOn().catch((error: unknown) => {
    end()
    throw error
  })
  return {
    ...session,
    app,
    errors,
    dataFolder: page.dataFolder,
    switchOn,
    codeOf,
    device,
    enter,
    addClerk,
    enterClerk,
    link: () => app.context.room.current?.listener.link ?? '',
    [Symbol.dispose]: end,
  }
}

export type TestRoom = Awaited<ReturnType<typeof openTestRoom>>

/** Built pages as the room's host serves them, with files beside and among them that must stay out of reach. */
function devicePage() {
  const root = mkdtempSync(join(tmpdir(), 'ocop phòng họp '))
  const folders = { members: join(root, 'room'), clerks: join(root, 'renderer') }
  for (const folder of Object.values(folders)) mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folders.members, 'index.html'), '<!doctype html><title>Phòng họp</title>')
  writeFileSync(join(folders.members, 'assets', 'index-1.js'), 'export {}')
  writeFileSync(join(folders.clerks, 'index.html'), '<!doctype html><title>not for the room</title>')
  writeFileSync(
    join(folders.clerks, 'clerk.html'),
    '<!doctype html><meta nonce="{{style-nonce}}"><title>Nhập phiếu</title>',
  )
  writeFileSync(join(folders.clerks, 'assets', 'clerk-1.js'), 'export const clerk = 1')
  writeFileSync(join(root, 'secret.js'), 'not for the room')
  return { folders, dataFolder: root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
