import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgetPile, pileOf } from '../../../electron/app/paper-ballots/pile.ts'
import { scanLimits } from '../../../electron/file-limits.ts'
import type { PaperReadEvent } from '../../../shared/api/paper-ballots.ts'
import { buildSessionRecord } from '../../../electron/app/sessions/session-record.ts'
import { blankBallotPlaces } from '../../../electron/documents/ballot-form/model.ts'
import { writePng } from '../../../electron/paper-ballots/write-png.ts'
import { writeChoices } from '../../../shared/domain/ballot/choice-text.ts'
import type { GreyImage } from '../../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { seededRandom } from '../../bench/seeded-random.ts'
import { newActId } from '../../helpers/ballot-acts.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { greyPdf } from '../../helpers/scanned-pdf.ts'
import { sparePages } from '../../helpers/scanned-pile.ts'
import { refusal } from '../documents-register/numbered-session.ts'
import { castFullBallot, createTestApp, openSmallSession } from '../../helpers/test-app.ts'
import { neatHand } from '../../paper-marks/hands.ts'
import { printedBallots } from '../../paper-marks/printed-pages.ts'
import { scanBallot } from '../../paper-marks/scanned-ballot.ts'

// Piles of scanned ballots in the application: read, put to their ballots, taken.

sayWhyLeftOut()

const random = seededRandom(7)
describe.runIf(hasPoppler)('a pile of scanned ballots', () => {
  const app = createTestApp()
  afterAll(() => app[Symbol.dispose]())
  const { client } = app
  let [sessionId, record] = [0, null as unknown as SessionRecord]
  let [itemIds, memberIds]: [readonly number[], readonly number[]] = [[], []]

  /** What a member of the best opinion of everything, but for these criteria, marks. */
  const optionsOf = (item: number, other: Readonly<Record<number, number | null>> = {}): (number | null)[] => {
    const form = record.items[item]!.form
    const criteria = form.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))
    return criteria.map((criterion, index) => (index in other ? (other[index] ?? null) : criterion.options.length))
  }
  const placeAt = (item: number, member: number) => ({ agendaItemId: itemIds[item]!, memberId: memberIds[member]! })
  const scansOf = async (item: number, member: number, choices: readonly (number | null)[], isSigned = true) => {
    const of = { itemIds: [itemIds[item]!], memberIds: [memberIds[member]!], rounds: [record.items[item]!.round] }
    return scanBallot({
      isSigned,
      pages: await printedBallots({ record, of, dpi: 200 }),
      choices: writeChoices(choices),
      hand: neatHand,
      random,
    })
  }
  const add = async (name: string, images: readonly GreyImage[]) => {
    for (const [page, image] of images.entries()) {
      const file = new File([Uint8Array.from(writePng(image))], `${name} ${page + 1}.png`)
      expect(await client.paperBallots.addFile({ sessionId, file })).toEqual({ isNew: true })
    }
  }
  const read = async () => {
    const events = []
    for await (const event of await client.paperBallots.read({ sessionId })) events.push(event)
    return events
  }
  const pile = () => client.paperBallots.pile({ sessionId })
  const rowAt = async (item: number, member: number) => {
    const at = placeAt(item, member)
    return (await pile()).ballots.find(
      ({ agendaItemId, memberId }) => agendaItemId === at.agendaItemId && memberId === at.memberId,
    )
  }
  const takeOf = async (item: number, member: number, options: readonly number[]) => {
    const { ballot, round } = await client.paperBallots.ballot(placeAt(item, member))
    return { ...placeAt(item, member), actId: newActId(), round, seen: ballot.choices, options: [...options] }
  }
  const eventsOf = () => client.audit.list({ limit: 3 })

  beforeAll(async () => {
    const session = await openSmallSession(app, { members: 3, products: 2 })
    ;({ sessionId, itemIds, memberIds } = session)
    record = buildSessionRecord(app.db(), sessionId)
    await castFullBallot(client, { ...placeAt(0, 1), zeros: [2] })
    await castFullBallot(client, placeAt(1, 2))
    await add('rõ', await scansOf(0, 0, optionsOf(0)))
    await add('khác', await scansOf(0, 1, optionsOf(0)))
    await add('thiếu', await scansOf(0, 2, optionsOf(0, { 1: null }), false))
    await add('khớp', await scansOf(1, 2, optionsOf(1)))
    const pages = await sparePages(record, 1)
    const spare = new File(
      [new Uint8Array(greyPdf(scanBallot({ pages, choices: writeChoices(optionsOf(1)), hand: neatHand, random })))],
      'dự phòng.pdf',
    )
    await client.paperBallots.addFile({ sessionId, file: spare })
  }, 120_000)

  it('is read page by page and put to its ballots, against what was keyed', async () => {
    const events = await read()
    const { files, ballots, unplaced, reading } = await pile()
    const pages = files.reduce((sum, file) => sum + file.pages, 0)
    expect(events.at(-1)).toEqual({ kind: 'done', done: pages, of: pages })
    expect(events.filter(({ kind }) => kind === 'progress').length).toBeGreaterThanOrEqual(pages)
    expect(reading).toBe(null)
    expect(
      ballots.map(({ state, keyed, open, different, missingPages }) => [state, keyed, open, different, missingPages]),
    ).toEqual([
      ['ready', 'none', [], [], []],
      ['differs', 'confirmed', [], [codeOf(0, 2)], []],
      ['unclear', 'none', [codeOf(0, 1)], [], []],
      ['agrees', 'confirmed', [], [], []],
    ])
    expect(ballots.map(({ isUnsigned }) => isUnsigned)).toEqual([false, false, true, false])
    expect(unplaced.map(({ why, file, page }) => [why, file, page])).toEqual(
      [1, 2, 3, 4].map((page) => ['spare', 'dự phòng.pdf', page]),
    )
    expect(await read()).toEqual([{ kind: 'done', done: 0, of: 0 }])
    expect(await client.paperBallots.waiting()).toEqual({ ballots: 3 })
  })

  it('knows a file again by its bytes', async () => {
    const { files } = await pile()
    const [image] = await scansOf(1, 1, optionsOf(1))
    const bytes = Uint8Array.from(writePng(image!))
    expect(await client.paperBallots.addFile({ sessionId, file: new File([bytes], 'một.png') })).toEqual({
      isNew: true,
    })
    expect(await client.paperBallots.addFile({ sessionId, file: new File([bytes], 'hai.png') })).toEqual({
      isNew: false,
    })
    expect((await pile()).files).toHaveLength(files.length + 1)
    await read()
    expect(await rowAt(1, 1)).toMatchObject({ state: 'unclear', missingPages: [2, 3, 4] })
    expect(await refusal(client.paperBallots.take(await takeOf(1, 1, optionsOf(1) as number[])))).toBe(
      'reason-required',
    )
  })

  it('shows a page laid straight, with the places of its options', async () => {
    const { pages, criteria } = await client.paperBallots.ballot(placeAt(0, 0))
    expect(criteria).toHaveLength(optionsOf(0).length)
    expect(pages.flatMap((page) => page.criteria)).toHaveLength(criteria.length)
    expect(pages.at(-1)?.written.map(({ what }) => what)).toEqual([...Array(4).fill('total'), 'opinion', 'signature'])
    const picture = await client.paperBallots.picture({ id: pages[0]!.source!.id, dpi: 100 })
    const head = Buffer.from(await picture.arrayBuffer())
    expect([head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual([827, 1169])
  })

  it('becomes the ballot as a person saw it, once, with its pages beside the file', async () => {
    const options = optionsOf(0) as number[]
    const act = await takeOf(0, 0, options)
    expect(await refusal(client.paperBallots.take({ ...act, options: options.slice(1) }))).toBe('ballot-incomplete')
    const taken = await client.paperBallots.take({ ...act, actId: newActId() })
    expect(taken).toMatchObject({ state: 'confirmed', version: 1, choices: options })
    const again = { ...(await takeOf(0, 0, options)), actId: act.actId }
    expect(await client.paperBallots.take(again)).toEqual(taken)
    const [event, before] = await eventsOf()
    expect(event).toMatchObject({
      command: 'paperBallots.take',
      detail: { version: 1, read: writeChoices(options), choices: writeChoices(options), corrected: '' },
    })
    expect(before?.command).not.toBe('paperBallots.take')
    expect(await rowAt(0, 0)).toMatchObject({ state: 'taken' })

    const kept = await client.paperBallots.taken(placeAt(0, 0))
    expect(kept.map(({ number, round, page, file }) => [number, round, page, file.state])).toEqual(
      kept.map((_page, index) => [kept.length - index, 1, 1, 'there']),
    )
    const folder = join(app.folder, 'Hội đồng thử hồ sơ', `PG${sessionId}`)
    const hashes = readdirSync(folder).map((name) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    )
    expect(hashes.toSorted()).toEqual(kept.map(({ file }) => file.sha256).toSorted())
    const picture = await client.paperBallots.takenPicture({ id: kept[0]!.id, dpi: 50 })
    expect(picture.size).toBeGreaterThan(5000)
  })

  it('shows a second scan with other marks beside the first, also of a ballot that was taken', async () => {
    const [other] = await scansOf(0, 0, optionsOf(0, { 0: 0 }))
    await add('lần hai', [other!])
    await read()
    expect(await rowAt(0, 0)).toMatchObject({ state: 'differs', open: [codeOf(0, 0)] })
    expect((await pile()).unplaced).toContainEqual(
      expect.objectContaining({ file: 'lần hai 1.png', why: 'again-otherwise' }),
    )
    const { pages, criteria } = await client.paperBallots.ballot(placeAt(0, 0))
    expect(pages.map(({ copies }) => copies.map(({ file }) => file))).toEqual([['lần hai 1.png'], [], [], []])
    expect(criteria[0]).toMatchObject({ state: 'doubtful', option: null, isDisputed: true })
    expect(await client.paperBallots.take(await takeOf(0, 0, optionsOf(0) as number[]))).toMatchObject({ version: 1 })
    expect(await rowAt(0, 0)).toMatchObject({ state: 'taken' })
    expect(await client.paperBallots.taken(placeAt(0, 0))).toHaveLength(5)
  })

  it('changes a confirmed ballot with a reason alone, as its next version', async () => {
    const act = await takeOf(0, 1, optionsOf(0) as number[])
    expect(await refusal(client.paperBallots.take(act))).toBe('reason-required')
    const taken = await client.paperBallots.take({ ...act, reason: 'Sửa theo phiếu giấy' })
    expect(taken).toMatchObject({ state: 'confirmed', version: 2, choices: optionsOf(0) })
    expect((await eventsOf())[0]?.detail).toMatchObject({ from: 1, reason: 'Sửa theo phiếu giấy', version: 2 })
  })

  it('keeps a confirmed ballot that its paper bears out, and notes the pages', async () => {
    const taken = await client.paperBallots.take(await takeOf(1, 2, optionsOf(1) as number[]))
    expect(taken).toMatchObject({ state: 'confirmed', version: 1 })
    expect(await rowAt(1, 2)).toMatchObject({ state: 'taken' })
  })

  it('says what a person settled where the paper was not clear', async () => {
    await client.paperBallots.take(await takeOf(0, 2, optionsOf(0, { 1: 0 }) as number[]))
    const [event] = await eventsOf()
    expect(event?.detail).toMatchObject({
      read: writeChoices(optionsOf(0, { 1: null })),
      choices: writeChoices(optionsOf(0, { 1: 0 })),
      corrected: codeOf(0, 1),
    })
  })

  it('refuses what was changed since the screen showed it', async () => {
    const act = await takeOf(0, 2, optionsOf(0) as number[])
    const seen = optionsOf(0)
    expect(await refusal(client.paperBallots.take({ ...act, seen, reason: 'Nhập lại' }))).toBe(
      'ballot-changed-elsewhere',
    )
    expect(await refusal(client.paperBallots.take({ ...act, round: 2 }))).toBe('round-over')
  })

  it('reads a page again once the meeting has a ballot for it', async () => {
    await client.sessions.setAttendance({
      sessionId,
      memberId: memberIds[1]!,
      isPresent: false,
      absenceReason: 'Đi công tác',
    })
    await add('vắng', await scansOf(1, 1, optionsOf(1)))
    await read()
    expect((await pile()).unplaced.filter(({ why }) => why === 'absent')).not.toHaveLength(0)
    expect((await pile()).left).toBe(0)
    await client.sessions.setAttendance({ sessionId, memberId: memberIds[1]!, isPresent: true })
    expect((await pile()).left).toBeGreaterThan(0)
    await read()
    expect(await pile()).toMatchObject({ left: 0 })
    expect((await pile()).unplaced.filter(({ why }) => why === 'absent')).toHaveLength(0)
  })

  it('asks whose ballot a spare is, and takes it as that', async () => {
    const { unplaced } = await pile()
    const [, second] = unplaced.filter(({ why }) => why === 'spare')
    await client.paperBallots.assign({ pageId: second!.id, ...placeAt(1, 0) })
    expect((await pile()).unplaced.filter(({ why }) => why === 'spare')).toEqual([])
    expect(await rowAt(1, 0)).toMatchObject({ state: 'ready' })
    const taken = await client.paperBallots.take(await takeOf(1, 0, optionsOf(1) as number[]))
    expect(taken.choices).toEqual(optionsOf(1))
  })

  it('takes clear ballots at once where the regulations allow it and a sample was borne out', async () => {
    expect(await rowAt(1, 1)).toMatchObject({ state: 'ready' })
    expect(await refusal(client.paperBallots.drawSample({ sessionId }))).toBe('paper-sample-not-allowed')
    const { year, round, heldOn, place, referralThreshold, regulation } = await client.sessions.get({ sessionId })
    const allowed = { ...regulation, takesClearPaper: true }
    const fields = { year, round, heldOn, place, referralThreshold, regulation: allowed }
    await client.sessions.update({ sessionId, fields })
    expect(await refusal(client.paperBallots.takeReady({ sessionId }))).toBe('paper-sample-open')
    const { drawn } = await client.paperBallots.drawSample({ sessionId })
    expect(drawn).toEqual([placeAt(1, 1)])
    expect(await refusal(client.paperBallots.takeReady({ sessionId }))).toBe('paper-sample-open')
    await client.paperBallots.take(await takeOf(1, 1, optionsOf(1) as number[]))
    expect((await eventsOf())[0]?.detail).toMatchObject({ way: 'drawn' })
    expect((await pile()).sample).toMatchObject({ agreed: 1, hasFailed: false, rest: 0, later: 0 })
    expect(await client.paperBallots.takeReady({ sessionId })).toEqual({ taken: 0 })
    // What comes later is no part of it, whether the pile was put away meanwhile or not.
    await client.paperBallots.clear({ sessionId })
    await client.results.openRound({ agendaItemId: itemIds[1]!, reason: 'Chấm lại' })
    record = buildSessionRecord(app.db(), sessionId)
    const of = { itemIds: [itemIds[1]!], memberIds: [memberIds[2]!], rounds: [2] }
    const again = await printedBallots({ record, of, dpi: 200 })
    await add('lần chấm 2', scanBallot({ pages: again, choices: writeChoices(optionsOf(1)), hand: neatHand, random }))
    await read()
    expect(await rowAt(1, 2)).toMatchObject({ state: 'ready' })
    expect((await pile()).sample).toMatchObject({ agreed: 1, rest: 0, later: 1 })
    expect(await client.paperBallots.takeReady({ sessionId })).toEqual({ taken: 0 })
    expect((await client.paperBallots.drawSample({ sessionId })).drawn).toHaveLength(2)
    expect(await refusal(client.paperBallots.takeReady({ sessionId }))).toBe('paper-sample-open')
  })

  it('puts the scans into the zip of all documents', async () => {
    let id = 0
    for await (const event of await client.documents.batch.run({ sessionId, what: 'documents' })) {
      if (event.kind === 'done') ({ id } = event)
    }
    const zip = Buffer.from(await (await client.documents.batch.take({ id })).arrayBuffer())
    const names = new Set(zip.toString('latin1').match(/Phieu-giay\/[^/]*?\.(?:png|pdf)/gu) ?? [])
    expect(names.size).toBe(readdirSync(join(app.folder, 'Hội đồng thử hồ sơ', `PG${sessionId}`)).length)
  })

  it('holds the file whole: nothing changed without its event', async () => {
    expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('reads what a scanner puts into a folder while somebody watches', async () => {
    await client.paperBallots.clear({ sessionId })
    expect((await pile()).files).toEqual([])
    const folder = join(app.folder, 'máy quét')
    mkdirSync(folder)
    expect(await refusal(firstOf(client.paperBallots.watch({ sessionId })))).toBe('host-cannot')
    Object.assign(app.context.host, {
      capabilities: { kind: 'electron', hasFileDialogs: true },
      chooseFolder: async () => folder,
    })
    const leave = new AbortController()
    const seen: PaperReadEvent[] = []
    let waits = 0
    try {
      for await (const event of await client.paperBallots.watch({ sessionId }, { signal: leave.signal })) {
        if (event.kind === 'too-large') seen.push(event)
        if (event.kind !== 'waiting') continue
        waits += 1
        if (waits === 1) {
          writeFileSync(join(folder, 'quét.png'), writePng((await scansOf(1, 1, optionsOf(1)))[0]!))
          writeFileSync(join(folder, 'lớn.pdf'), '')
          truncateSync(join(folder, 'lớn.pdf'), scanLimits.bytes.most + 1)
        }
        if (event.isGone) {
          seen.push(event)
          leave.abort()
        } else if ((await pile()).ballots.length > 0) rmSync(folder, { recursive: true, force: true })
      }
    } catch (error) {
      if (!leave.signal.aborted) throw error
    }
    expect((await pile()).ballots).toMatchObject([{ ...placeAt(1, 1), missingPages: [2, 3, 4] }])
    expect((await pile()).watched).toBe(null)
    const { most, per } = scanLimits.bytes
    expect(seen).toEqual([
      { kind: 'too-large', name: 'lớn.pdf', megabytes: most / per },
      { kind: 'waiting', folder, isGone: true },
    ])
  }, 120_000)

  it('counts a pile whose meeting is gone as none, so that the file closes', async () => {
    const [page] = pileOf(app.context, sessionId).pages.values()
    pileOf(app.context, 9_999).pages.set(1, page!)
    expect(await client.paperBallots.waiting()).toEqual({ ballots: 1 })
    forgetPile(app.context, 9_999)
  })

  it('keeps the file open behind the lock while a ballot of it waits', async () => {
    const { people, workspace } = client
    const password = 'mật khẩu thư ký'
    const { id } = await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
    await people.setPassword({ id, password })
    await people.lock()
    expect((await workspace.status()).desk).toMatchObject({ isLocked: true, heldBy: 'paper' })
    expect(await refusal(workspace.close())).toBe('locked')
    expect(await refusal(workspace.create({ name: 'Tệp khác' }))).toBe('locked')
    await people.signIn({ id, password })
    expect((await workspace.status()).desk).toMatchObject({ isLocked: false, heldBy: null })
    forgetPile(app.context, sessionId)
    await people.lock()
    expect((await workspace.status()).desk).toMatchObject({ isLocked: true, heldBy: null })
    await people.signIn({ id, password })
  })

  const codeOf = (item: number, criterion: number): string => {
    const { parts } = record.items[item]!.form
    return parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))[criterion]!.code
  }

  it('is what this test thinks it is', () => expect(blankBallotPlaces(record)).toHaveLength(6))
})

async function firstOf<Event>(events: Promise<AsyncIterable<Event>>): Promise<Event | undefined> {
  for await (const event of await events) return event
  return undefined
}
