import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { AppClient } from '../../shared/api/contract.ts'
import { readRefusal } from '../../renderer/api/refusal.ts'
import { createTestApp } from '../helpers/test-app.ts'
import { emptyOutcome, noteCall, type Outcome } from './outcome.ts'
import { realFiles, spoilt, type FileKind } from './spoilt-files.ts'

type Asked = { readonly client: AppClient; readonly file: File; readonly sessionId: number; readonly productId: number }

/** Who reads each kind of file. */
const readers: Readonly<Record<FileKind, readonly ((asked: Asked) => Promise<unknown>)[]>> = {
  workbook: [
    ({ client, file }) => client.workbook.preview({ file }),
    ({ client, file }) => client.workbook.import({ file }),
  ],
  'province list': [
    ({ client, file }) => client.provinceList.layout({ file }),
    ({ client, file, sessionId }) => client.provinceList.compare({ sessionId, file }),
    async ({ client, file, sessionId }) => {
      const { columns } = await client.provinceList.layout({ file })
      return client.provinceList.fillIn({ sessionId, file, columns: [...columns], clears: true })
    },
  ],
  template: [({ client, file }) => client.documents.templates.check({ kind: 'decision', file }), takeTemplate],
  picture: [({ client, file, productId }) => client.products.setPicture({ id: productId, file })],
  workspace: [takeWorkspace],
}

/** A template that is taken is filled as well. */
async function takeTemplate({ client, file, sessionId }: Asked): Promise<unknown> {
  await client.documents.templates.save({ kind: 'decision', file })
  return client.documents.render({ sessionId, kind: 'decision', format: 'docx' })
}

/** A file that is taken is read, checked and let go. */
async function takeWorkspace({ client, file }: Asked): Promise<unknown> {
  await client.workspace.adopt({ file }).catch((error: unknown) => {
    const refusal = readRefusal(error)
    if (refusal?.reason !== 'workspace-not-newest') throw error
    return client.workspace.open({ id: String(refusal.detail['id']), isOlderAgreed: true })
  })
  await client.workspace.checkIntegrity()
  const [session] = await client.sessions.list()
  if (session !== undefined) await client.results.session({ sessionId: session.id })
  return client.workspace.close()
}

/** What the log has of a refusal: the file's own fault. */
const isOfFile = (message: string): boolean => message.includes(' met a damage')

/** Files of each kind, real ones spoilt and others, handed to whoever reads them. */
export async function runBytes({
  runs,
  seed,
}: {
  readonly runs: number
  readonly seed: number
}): Promise<readonly Outcome[]> {
  const errors: unknown[] = []
  using app = createTestApp({
    log: { info: () => {}, error: (message, error) => void (isOfFile(message) || errors.push(error)) },
  })
  const { client } = app
  const { id } = await client.workspace.openSample({ sample: 'district-2024' })
  const [sessionId, productId] = [
    (await client.sessions.list())[0]?.id ?? 0,
    (await client.products.list({ limit: 1, offset: 0 })).products[0]?.id ?? 0,
  ]
  const path = app.context.workspace.current?.path ?? ''
  await client.workspace.close()
  const real = { ...realFiles(), workspace: [new Uint8Array(readFileSync(path))] }
  const kinds = Object.keys(readers) as FileKind[]
  const outcomes: Outcome[] = []
  for (const [place, kind] of kinds.entries()) {
    const outcome = emptyOutcome(kind)
    outcomes.push(outcome)
    const files = fc.sample(fc.tuple(spoilt(real[kind]), fc.nat()), {
      numRuns: Math.ceil(runs / kinds.length),
      seed: seed + place,
    })
    for (const [index, [bytes, chosen]] of files.entries()) {
      if (kind !== 'workspace' && app.context.workspace.current === null) await client.workspace.open({ id })
      const read = readers[kind][chosen % readers[kind].length]
      const file = new File([bytes], kind === 'workspace' ? 'Hội đồng.ocop' : 'tệp.xlsx')
      const about = `seed ${seed}, ${kind} ${index}`
      const told = await noteCall(outcome, about, async () => read?.({ client, file, sessionId, productId }))
      for (const error of errors.splice(0)) {
        if (told !== 'crashed') outcome.crashes.push(`${about}: logged ${String(error)}`)
      }
    }
  }
  await client.workspace.close()
  await client.workspace.open({ id })
  if (!(await client.workspace.checkIntegrity()).isIntact) outcomes[0]?.halfWrites.push('the file is not intact')
  return outcomes
}
