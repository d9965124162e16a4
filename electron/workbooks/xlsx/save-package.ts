import { strToU8 } from 'fflate/browser'
import { partKey, type OfficePackage } from './open-package.ts'
import { zipOf } from './zip-file.ts'

/**
 * A package with some of its parts changed, or left out where they are null; every other part has the bytes that it had.
 */
export async function savePackage(
  parts: OfficePackage,
  changed: ReadonlyMap<string, string | null>,
): Promise<Uint8Array<ArrayBuffer>> {
  const texts = new Map([...changed].map(([name, text]) => [partKey(name), text]))
  const files: Record<string, Uint8Array> = {}
  for (const name of parts.names) {
    const text = texts.get(partKey(name))
    if (text === null) continue
    files[name] = text === undefined ? ((await parts.readBytes(name)) ?? new Uint8Array()) : strToU8(asUtf8(text))
  }
  return zipOf(files)
}

/** Changed parts are written in UTF-8, whatever they said before. */
function asUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*?encoding=["'])utf-16(?:le|be)?/i, '$1UTF-8')
}
