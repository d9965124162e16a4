import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { contentTypeOf, resolvePageFile } from './page-files.ts'
import { cacheControlOf, policyWithNonce } from './page-headers.ts'

type PageFile = {
  readonly bytes: Buffer
  /** What is said of this file, beside or in place of the headers that every answer has. */
  readonly headers: Readonly<Record<string, string>>
}

/** Stands in the page's HTML where its nonce goes; see `renderer/index.html`. */
const noncePlace = '{{style-nonce}}'

/**
 * A file of the built page as a host delivers it, or null where there is none. HTML with a place for a nonce gets a
 * fresh one there and in its policy, so that the component library's style elements are let in and no others.
 *
 * @param root folder of the built page
 * @param pathname the path of a parsed URL, still percent-encoded
 */
export async function readPageFile({
  root,
  pathname,
}: {
  readonly root: string
  readonly pathname: string
}): Promise<PageFile | null> {
  const file = resolvePageFile({ root, pathname })
  const type = file === null ? null : contentTypeOf(file)
  const bytes = file === null || type === null ? null : await readFile(file).catch(() => null)
  if (type === null || bytes === null) return null
  const headers = { 'content-type': type, 'cache-control': cacheControlOf(pathname) }
  if (!type.startsWith('text/html') || !bytes.includes(noncePlace)) return { bytes, headers }
  const nonce = randomBytes(16).toString('base64')
  return {
    bytes: Buffer.from(bytes.toString('utf8').replaceAll(noncePlace, nonce)),
    headers: { ...headers, 'content-security-policy': policyWithNonce(nonce) },
  }
}
