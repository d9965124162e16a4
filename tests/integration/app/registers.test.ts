import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const refused = (reason: string) => ({ code: 'REFUSED', data: { reason } })
const honey = {
  code: 'SP9',
  name: 'Mật ong hoa rừng Đà Bắc',
  producerName: 'Hợp tác xã Ong Mường',
  producerKind: 'Hợp tác xã',
  commune: 'Xã Tu Lý',
  district: '',
  setNumber: 4,
}

describe('products', () => {
  it('are found without accents, in any order of words', async () => {
    await app.client.products.save({ fields: honey })
    for (const query of ['mat ong', 'MẬT', 'da bac mat', 'ong muong', 'tu ly', 'sp9']) {
      const { products } = await app.client.products.list({ query, limit: 10, offset: 0 })
      expect(products.map(({ code }) => code)).toEqual(['SP9'])
    }
    expect((await app.client.products.list({ query: 'mật ong bắc cạn', limit: 10, offset: 0 })).total).toBe(0)
  })

  it('are stored composed, however they were typed', async () => {
    const { id } = await app.client.products.save({ fields: { ...honey, name: `  ${'Mật ong'.normalize('NFD')} ` } })
    expect((await app.client.products.get({ id })).name).toBe('Mật ong'.normalize('NFC'))
  })

  it('are of the sets of the law in force on the day of their dossier, or today', async () => {
    const { client } = app
    const { id } = await client.products.save({ fields: honey })
    const law = async (of: { readonly id?: number }) => {
      const { day, ruleSetTitle, sets } = await client.products.offeredSets(of)
      return [day, ruleSetTitle, sets.length, sets[12]?.name]
    }
    const today = ['2026-11-20', 'QĐ 26/2026', 26, 'Cà phê, ca cao']
    expect([await law({}), await law({ id })]).toEqual([today, today])
    const dossier = { productId: id, year: 2024, application: 'new', filedOn: '2024-09-02' } as const
    const { id: registrationId } = await client.registrations.save({ fields: dossier })
    expect(await law({ id })).toEqual(['2024-09-02', 'QĐ 148', 26, 'Sản phẩm cà phê, ca cao'])
    await client.registrations.withdraw({ id: registrationId, reason: 'Chủ thể rút' })
    expect(await law({ id })).toEqual(today)
  })

  it('refuse a second one with the same code, and removal while an agenda holds them', async () => {
    await expect(app.client.products.save({ fields: { ...honey, code: 'SP1' } })).rejects.toMatchObject(
      refused('duplicate-code'),
    )
    await app.client.products.save({ fields: { ...honey, code: '19-00124-1-2026' } })
    for (const code of ['19-00124-01-2026', '(19)-(00124)-(001)-2026']) {
      await expect(app.client.products.save({ fields: { ...honey, code } })).rejects.toMatchObject(
        refused('duplicate-code'),
      )
    }
    const id = session.productIds[0] as number
    await expect(app.client.products.remove({ id })).rejects.toMatchObject(refused('in-use'))
    const product = await app.client.products.get({ id })
    await expect(
      app.client.products.save({ id, fields: { ...honey, code: product.code, setNumber: 4 } }),
    ).rejects.toMatchObject(refused('in-use'))
  })

  it('leave the list of a session that has them', async () => {
    const list = await app.client.products.list({ notInSessionId: session.sessionId, limit: 10, offset: 0 })
    expect(list).toEqual({ total: 0, products: [] })
  })
})

describe('an agenda', () => {
  it('refuses a set that lacks points under that decision', async () => {
    const { councilId, sessionId } = session
    const { regulation, ...council } = await app.client.councils.get({ id: councilId })
    const { members: _m, sessionCount: _s, id: _i, ...fields } = { ...council, regulation }
    const district = await app.client.councils.save({ fields: { ...fields, level: 'district', district: 'Đà Bắc' } })
    const { id } = await app.client.products.save({ fields: { ...honey, setNumber: 7 } })
    const old = await app.client.sessions.create({
      councilId: district.id,
      ruleSetId: 'qd-148-2023',
      fields: { year: 2024, round: 1, heldOn: '2024-10-25', place: '', referralThreshold: null, regulation },
    })
    await expect(app.client.sessions.addProducts({ sessionId: old.id, productIds: [id] })).rejects.toMatchObject(
      refused('criteria-set-incomplete'),
    )
    await app.client.sessions.addProducts({ sessionId, productIds: [id] })
    expect((await app.client.sessions.get({ sessionId })).agenda.at(-1)?.setNumber).toBe(7)
  })

  it('takes no session of a level that does not score, and none under a rule set kept for history', async () => {
    const { regulation, ...council } = await app.client.councils.get({ id: session.councilId })
    const { members: _m, sessionCount: _s, id: _i, ...fields } = { ...council, regulation }
    const district = await app.client.councils.save({ fields: { ...fields, level: 'district', district: 'Đà Bắc' } })
    const facts = { year: 2026, round: 1, heldOn: '2026-10-25', place: '', referralThreshold: null, regulation }
    await expect(
      app.client.sessions.create({ councilId: district.id, ruleSetId: 'qd-26-2026', fields: facts }),
    ).rejects.toMatchObject(refused('level-does-not-score'))
    await expect(
      app.client.sessions.create({ councilId: session.councilId, ruleSetId: 'qd-1048-781', fields: facts }),
    ).rejects.toMatchObject(refused('rule-set-not-for-sessions'))
  })

  it('is ordered by a list that names each product once', async () => {
    const { sessionId, itemIds } = session
    const [a, b] = itemIds as [number, number]
    await app.client.sessions.orderItems({ sessionId, ids: [b, a] })
    expect((await app.client.sessions.get({ sessionId })).agenda.map(({ id }) => id)).toEqual([b, a])
    await expect(app.client.sessions.orderItems({ sessionId, ids: [b, b] })).rejects.toMatchObject(refused('not-found'))
  })
})

describe('members', () => {
  it('keep their codes apart and stay while they have ballots', async () => {
    const { councilId, memberIds, itemIds } = session
    const fields = { code: 'TV1', name: 'Ủy viên', position: '', organisation: '', role: 'member' as const }
    await expect(app.client.councils.saveMember({ councilId, fields })).rejects.toMatchObject(refused('duplicate-code'))
    const memberId = memberIds[2] as number
    await actsOf(app.client).choose({ agendaItemId: itemIds[0] as number, memberId, criterionIndex: 0, option: 1 })
    await expect(app.client.councils.removeMember({ id: memberId })).rejects.toMatchObject(refused('in-use'))
  })

  it('keep a member whose attendance the record holds, and let one go who was only expected', async () => {
    const { councilId, memberIds, sessionId } = session
    const present = memberIds[2] as number
    await expect(app.client.councils.removeMember({ id: present })).rejects.toMatchObject(refused('in-use'))
    const fields = { code: 'TV9', name: 'Ủy viên', position: '', organisation: '', role: 'member' as const }
    const { id: late } = await app.client.councils.saveMember({ councilId, fields })
    await app.client.sessions.takeOver({ sessionId })
    await app.client.sessions.setAttendance({ sessionId, memberId: late, isPresent: false })
    await expect(app.client.councils.removeMember({ id: late })).rejects.toMatchObject(refused('in-use'))
    const { id: free } = await app.client.councils.saveMember({ councilId, fields: { ...fields, code: 'TV10' } })
    await app.client.councils.removeMember({ id: free })
    const { members } = await app.client.councils.get({ id: councilId })
    expect(members.map(({ id }) => id)).toEqual([...memberIds, late])
  })

  it('take the order given', async () => {
    const { councilId, memberIds } = session
    await app.client.councils.orderMembers({ councilId, ids: memberIds.toReversed() })
    const { members } = await app.client.councils.get({ id: councilId })
    expect(members.map(({ id }) => id)).toEqual(memberIds.toReversed())
  })
})

describe('a workspace', () => {
  it('is listed by an opaque id, closed, and opened again with all that was in it', async () => {
    const { open } = await app.client.workspace.status()
    await app.client.workspace.close()
    await expect(app.client.products.list({ limit: 1, offset: 0 })).rejects.toMatchObject(refused('no-workspace'))
    const recent = await app.client.workspace.list()
    expect(recent.map(({ id, name }) => [id, name])).toEqual([[open?.id, 'Hội đồng thử']])
    await app.client.workspace.open({ id: open?.id ?? '' })
    expect((await app.client.products.list({ limit: 1, offset: 0 })).total).toBe(2)
    await expect(app.client.workspace.open({ id: '../../etc/passwd' })).rejects.toMatchObject(
      refused('workspace-not-found'),
    )
  })

  it('adopts a copy of a file and refuses what is none', async () => {
    await app.client.workspace.close()
    const bytes = readFileSync(join(app.folder, 'Hội đồng thử.ocop'))
    const adopted = await app.client.workspace.adopt({ file: new File([bytes], '../Hội đồng thử.ocop') })
    expect(adopted.name).toBe('Hội đồng thử')
    expect(await app.client.workspace.list()).toHaveLength(2)
    const fake = new File(['không phải'], 'x.ocop')
    await expect(app.client.workspace.adopt({ file: fake })).rejects.toMatchObject(refused('not-a-workspace'))
    expect(await app.client.workspace.list()).toHaveLength(2)
  })

  it('tells every listener of a committed change, and of no refused one', async () => {
    const stream = await app.client.live.changes()
    const next = stream.next()
    const { agendaItemId, memberId } = {
      agendaItemId: session.itemIds[0] as number,
      memberId: session.memberIds[0] as number,
    }
    await actsOf(app.client)
      .choose({ agendaItemId, memberId, criterionIndex: 99, option: 1 })
      .catch(() => {})
    await actsOf(app.client).choose({ agendaItemId, memberId, criterionIndex: 0, option: 1 })
    expect((await next).value).toEqual({
      topics: ['ballots', 'results'],
      sessionId: session.sessionId,
      agendaItemId,
      memberId,
    })
    await stream.return?.()
  })
})
