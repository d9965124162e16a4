import { readFileSync } from 'node:fs'
import { openPageFile } from './decode-pages.ts'
import type { PageFile } from './page-file.ts'

let last: { readonly path: string; readonly file: Promise<PageFile> } | null = null

/**
 * The file of pages at a path, kept open until another one is asked for: pages are looked at and read one after the other.
 *
 * @throws UnreadablePages
 */
export function openLastFile(path: string): Promise<PageFile> {
  if (last?.path !== path) {
    void last?.file.then((file) => file.close()).catch(() => undefined)
    last = { path, file: openPageFile(new Uint8Array(readFileSync(path))) }
  }
  return last.file
}
