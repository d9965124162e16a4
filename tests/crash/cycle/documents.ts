import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultOverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { command, type Act, type Stage } from '../act.ts'
import { sessionOf } from './prepare.ts'

/** Numbers given, taken back and given again, certificates numbered and printed, a template of the office's own. */
export async function* issueDocuments({ client }: Stage): AsyncGenerator<Act, void> {
  const { id: sessionId } = await sessionOf(client)
  yield* register(client, sessionId)
  yield* certify(client, sessionId)
  yield* announce(client)
  const kind = 'decision'
  const file = new File([readFileSync(join(resourcesFolder, 'templates', 'decision.docx'))], 'mau.docx')
  const { templates } = client.documents
  yield command('documents.templates.save', () => templates.save({ kind, file }))
  yield command('documents.templates.reset', () => templates.reset({ kind }))
  yield command('sessions.reopen', () => client.sessions.reopen({ sessionId, reason: 'Sửa lỗi' }))
  yield command('sessions.close', () => client.sessions.close({ sessionId }))
}

async function* register({ documents }: AppClient, sessionId: number): AsyncGenerator<Act, void> {
  const issue = {
    symbol: 'QĐ-UBND',
    issuedOn: '2026-11-25',
    posts: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signer: 'Người ký thử',
    recipients: ['Như Điều 3', 'Lưu: VT, HĐ'],
  }
  const enter = (number: number) =>
    documents.register.enter({
      sessionId,
      kind: 'decision',
      issue: { ...issue, number },
      reason: '',
      accepted: ['cited-unnumbered'],
    })
  yield command('documents.register.enter', () => enter(1))
  const id = (await documents.register.list({ sessionId }))[0]?.id ?? 0
  yield command('documents.register.renew', () => documents.register.renew({ id, reason: 'Chưa ký' }))
  yield command('documents.register.void', () => documents.register.void({ id, reason: 'Ghi nhầm ngày' }))
  yield command('documents.register.enter', () => enter(2))
  const { recipients: _own, ...notice } = issue
  const notices = { ...notice, symbol: 'TB-VPĐP', number: 1 }
  yield command('documents.notices.enter', () =>
    documents.notices.enter({ sessionId, issue: notices, accepted: ['cited-unnumbered'] }),
  )
  const ids = (await documents.notices.list({ sessionId })).entries.flatMap(({ entry }) => entry?.id ?? [])
  yield command('documents.register.send', () => documents.register.send({ ids, on: '2026-11-26', to: '' }))
}

/** A paper of the office: the certificates just given end in 2029. */
async function* announce({ officePapers }: AppClient): AsyncGenerator<Act, void> {
  const office = { level: 'province', province: 'tỉnh Phú Thọ', district: '', unit: '', abbreviation: '' } as const
  yield command('officePapers.setOffice', () => officePapers.setOffice(office))
  const paper: OfficePaper = { kind: 'lapsing-list', years: [2029], asOf: '2026-11-26' }
  const { unused: _unused, ...issue } = await officePapers.propose({ paper, issuedOn: '2026-11-26' })
  // Whenever the cycle is run.
  const accepted = ['dated-long-ago', 'dated-far-ahead'] as const
  yield command('officePapers.enter', () =>
    officePapers.enter({ papers: [paper], issue, reason: '', accepted: [...accepted] }),
  )
}

async function* certify({ documents }: AppClient, sessionId: number): AsyncGenerator<Act, void> {
  const { certificates, batch } = documents
  const symbol = 'GCN-UBND'
  yield command('documents.certificates.enter', () => certificates.enter({ sessionId, firstNumber: 1, symbol }))
  const layout = { ...defaultOverprintLayout, shiftX: 2 }
  yield command('documents.certificates.saveLayout', () => certificates.saveLayout({ sessionId, layout }))
  yield command('documents.certificates.print', async () => {
    for await (const event of await batch.run({ sessionId, what: 'certificates' })) if (event.kind === 'done') return
    throw new Error('the batch did not end')
  })
  const { entries } = await certificates.list({ sessionId })
  const id = entries[0]?.certificate?.id ?? 0
  yield command('documents.certificates.void', () => certificates.void({ id, reason: 'Phôi in hỏng' }))
}
