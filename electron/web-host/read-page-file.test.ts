import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageHeaders } from './page-headers.ts'
import { readPageFile } from './read-page-file.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'trang '))
  mkdirSync(join(root, 'assets'))
  writeFileSync(
    join(root, 'index.html'),
    '<title>Hội đồng</title><meta property="csp-nonce" nonce="{{style-nonce}}" />',
  )
  writeFileSync(join(root, 'plain.html'), '<title>Phòng họp</title>')
  writeFileSync(join(root, 'assets', 'a.js'), 'export const place = "{{style-nonce}}"')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function read(pathname: string) {
  const file = await readPageFile({ root, pathname })
  return file === null ? null : { text: file.bytes.toString('utf8'), headers: file.headers }
}

test('the page and its policy get the same nonce, of 128 bits', async () => {
  const page = await read('/')
  const nonce = /nonce="([^"]*)"/.exec(page?.text ?? '')?.[1] ?? ''
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  expect(page?.text).toBe(`<title>Hội đồng</title><meta property="csp-nonce" nonce="${nonce}" />`)
  expect(page?.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}';`)
  expect(page?.headers['cache-control']).toBe('no-store')
})

test('no two deliveries have the same one', async () => {
  const deliveries = await Promise.all([read('/'), read('/'), read('/index.html')])
  expect(new Set(deliveries.map((page) => page?.text)).size).toBe(3)
})

test('a page without a place for it gets none, and scripts are delivered as they are', async () => {
  expect((await read('/plain.html'))?.headers).not.toHaveProperty('content-security-policy')
  const script = await read('/assets/a.js')
  expect(script?.text).toContain('{{style-nonce}}')
  expect(script?.headers).not.toHaveProperty('content-security-policy')
})

test('what is not there, or is no file of a page, is null', async () => {
  expect([await read('/none.html'), await read('/assets'), await read('/../a.js')]).toEqual([null, null, null])
})

test('apart from the nonce the policy is that of every answer', async () => {
  const policy = (await read('/'))?.headers['content-security-policy'] ?? ''
  expect(policy.replace(/ 'nonce-[^']+'/, '')).toBe(pageHeaders['content-security-policy'])
  expect(policy).not.toMatch(/unsafe|frame-src|object-src|https?:|\*/)
})
