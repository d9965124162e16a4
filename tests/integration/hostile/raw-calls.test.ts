import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppClient } from '../../../shared/api/contract.ts'
import { connectionOf } from '../../../electron/db/connection.ts'
import { rawRequest, startTestHost } from '../../helpers/loopback.ts'
import { oddSheet, oddWorkbook } from '../../fixtures/odd-workbook.ts'

// Calls that no page makes, over the loopback host: each is refused in words or by the contract, none is a defect.

let at: Awaited<ReturnType<typeof startTestHost>>
let client: AppClient
let sessionId: number

beforeAll(async () => {
  at = await startTestHost()
  const { origin, token } = at.host
  client = createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { 'x-ocop-token': token, origin } }))
  await client.workspace.openSample({ sample: 'district-2024' })
  sessionId = (await client.sessions.list())[0]?.id ?? 0
})
afterAll(() => at.stop())

async function statusOf(path: string, body: string, type = 'application/json'): Promise<number> {
  const { origin, token } = at.host
  const headers = { host: new URL(origin).host, origin, 'x-ocop-token': token, 'content-type': type }
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return (await rawRequest({ host: at.host, path, method: 'POST', headers: { ...headers, ...length }, body })).status
}

const refusalOf = async (call: Promise<unknown>) => {
  const { error } = await safe(call)
  expect(isDefinedError(error)).toBe(true)
  return (error as unknown as { readonly data: { readonly reason: string } }).data.reason
}

const list = (rest: string) => `{"json":{"limit":"zz","offset":0},"meta":${rest}}`
const part = (name: string, text: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n--x--\r\n`

test.each([
  ['a body that ends in the middle', '{"json":{"limit":1,', 400],
  ['nothing', '', 400],
  ['no object', 'null', 400],
  ['lists within lists', `{"json":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 400],
  ['a path into what every object has', list('[[0,"__proto__","x"]]'), 400],
  ['a number that is none', list('[[0,"limit"]]'), 400],
  ['a day that is none', list('[[1,"limit"]]'), 400],
  ['a pattern that is none', list('[[4,"limit"]]'), 400],
  ['paths that are none', list('5'), 400],
])('%s is turned away', async (_name, body, status) => {
  expect(await statusOf('/rpc/products/list', body)).toBe(status)
  expect(at.errors).toEqual([])
})

test.each([
  ['is cut', `--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":`, 'multipart/form-data; boundary=x'],
  ['has no boundary', 'abc', 'multipart/form-data'],
  ['has no data', part('other', 'abc'), 'multipart/form-data; boundary=x'],
  [
    'puts its file at no place',
    part('data', '{"json":{},"meta":[],"maps":[["a","b"]]}'),
    'multipart/form-data; boundary=x',
  ],
])('a body of parts that %s is turned away', async (_name, body, type) => {
  expect(await statusOf('/rpc/workbook/preview', body, type)).toBe(400)
  expect(at.errors).toEqual([])
})

test.each(['/rpc/%ZZ', '/rpc/__proto__/toString', '/rpc/constructor', '/rpc/workspace/'])(
  '%s is no procedure',
  async (path) => {
    expect(await statusOf(path, '{}')).toBe(404)
  },
)

describe('a refusal in words', () => {
  test('a format that the document does not have', async () => {
    const call = client.documents.render({ sessionId, kind: 'tally-table', format: 'docx' })
    expect(await refusalOf(call)).toBe('format-not-offered')
  })

  test('a batch of a session that is not there, told in its stream', async () => {
    const batch = await client.documents.batch.run({ sessionId: 999, what: 'documents' })
    expect(await refusalOf(batch.next())).toBe('not-found')
  })

  test('a character that there is not, wherever a file may have it', async () => {
    const sheet = oddSheet('<row r="1"><c r="A1" t="str"><v>&#99999999;</v></c></row>')
    const file = new File([oddWorkbook(sheet)], 'tệp.xlsx')
    expect((await client.workbook.preview({ file })).faults).toMatchObject([
      { message: expect.stringContaining('bị hỏng') },
    ])
    expect(await refusalOf(client.provinceList.layout({ file }))).toBe('workbook-unreadable')
    expect(await refusalOf(client.documents.templates.check({ kind: 'decision', file }))).toBe('template-unreadable')
  })

  test('a choice that its form does not print', async () => {
    const { current } = at.app.context.workspace
    if (current === null) throw new Error('no file is open')
    const file = connectionOf(current.db)
    const choices = file.prepare('SELECT id, choices FROM ballots LIMIT 1').get() as { id: number; choices: string }
    const put = (text: string) => file.prepare('UPDATE ballots SET choices = ? WHERE id = ?').run(text, choices.id)
    put(`9${choices.choices.slice(1)}`)
    expect(await refusalOf(client.results.session({ sessionId }))).toBe('workspace-altered')
    expect(at.errors.splice(0)).toMatchObject([{ name: 'OptionNotPrinted' }])
    put(choices.choices)
    await client.results.session({ sessionId })
    expect(at.errors).toEqual([])
  })
})
