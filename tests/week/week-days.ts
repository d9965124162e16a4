import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openFile } from '../crash/program.ts'
import { doubtKinds } from '../../shared/domain/session/doubt-kinds.ts'
import { callRoll } from '../helpers/call-roll.ts'
import { sampleSession } from '../helpers/sample-council.ts'
import { copyToStick, type CopyKind } from './usb-copies.ts'
import { theFile, type Week, type WeekDesk } from './week-desk.ts'

/** How the program is started on the morning of a day of the week: at eight, with its clock running fast. */
export function atDay({ hour }: Week, { day, dataFolder }: { readonly day: number; readonly dataFolder: string }) {
  const preload = pathToFileURL(join(import.meta.dirname, 'fast-motion.ts')).href
  return {
    dataFolder,
    environment: {
      NODE_OPTIONS: `--import ${preload}`,
      OCOP_FAST_FROM: new Date(Date.UTC(2026, 10, 16 + day, 1)).toISOString(),
      OCOP_FAST_SPEED: String(3_600_000 / hour),
    },
  }
}

/** A session from its preparing to its papers, while somebody copies the file each hour. */
export async function workOneDay(desk: WeekDesk, day: number, { isKilled = false } = {}): Promise<void> {
  const { program, pen } = desk
  const { client } = program
  const sessionId = await prepareSession(desk, day)
  const scoring = { isDone: false }
  const copying = copyEachHour(desk, { day, scoring })
  const killing = isKilled ? killOnce(desk) : Promise.resolve()
  await pen.scoreSession(sessionId)
  await killing
  scoring.isDone = true
  await copying
  // On a machine with other work the fast clock runs past midnight, which is asked about and is not what is judged here.
  await client.sessions.close({ sessionId, accepted: [...doubtKinds] })
  const { number, symbol, issuedOn, posts, signer, recipients } = await client.documents.register.propose({
    sessionId,
    kind: 'decision',
  })
  const issue = { number, symbol, issuedOn, posts, signer: signer || 'Người ký thử', recipients }
  await client.documents.register.enter({
    sessionId,
    kind: 'decision',
    issue,
    reason: '',
    accepted: [...doubtKinds],
  })
  for (const kind of ['decision', 'minutes'] as const) {
    await client.documents.render({ sessionId, kind, format: 'pdf' })
  }
}

async function prepareSession({ program: { client } }: WeekDesk, day: number): Promise<number> {
  const [council] = await client.councils.list()
  const fields = { ...sampleSession(), round: day + 1, heldOn: `2026-11-${16 + day}` }
  const productIds = (await client.products.list({ limit: 500, offset: 0 })).products.map(({ id }) => id)
  const { id: sessionId } = await client.sessions.create({
    councilId: council?.id ?? 0,
    ruleSetId: 'qd-26-2026',
    fields,
  })
  await client.sessions.addProducts({ sessionId, productIds })
  await client.sessions.answerNoKnockouts({ sessionId })
  await callRoll(client, sessionId)
  await client.sessions.open({ sessionId })
  return sessionId
}

const kinds: readonly CopyKind[] = ['between', 'fast', 'slow']

async function copyEachHour(desk: WeekDesk, now: { readonly day: number; readonly scoring: { isDone: boolean } }) {
  const { week, pen, random, stick, copies, dataFolder } = desk
  for (let hour = 8; !now.scoring.isDone; hour += 1) {
    const moment = random() * week.hour
    await wait(moment)
    const kind = kinds[copies.length % kinds.length] ?? 'fast'
    const to = join(stick, `ngày ${now.day + 1}, ${hour} giờ.ocop`)
    const from = theFile(dataFolder)
    if (kind === 'between') await pen.lift()
    const acknowledged = pen.acknowledged.length
    await copyToStick({ from, to, kind })
    if (kind === 'between') pen.putDown()
    copies.push({ path: to, kind, acknowledged })
    await wait(week.hour - moment)
  }
}

/** The machine loses its power at a random moment of the scoring; who scores goes on once the file is open again. */
async function killOnce({ week, program, pen, random, dataFolder }: WeekDesk): Promise<void> {
  await wait(random() * week.hour)
  pen.break()
  await program.kill()
  await program.start()
  await openFile(program, theFile(dataFolder))
  pen.putDown()
}
