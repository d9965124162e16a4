import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { FieldValues } from './field-spec.ts'

/** How every template is read: while it is tested on import and while it is filled. */
export const templateOptions = {
  paragraphLoop: true,
  linebreaks: true,
  stripInvalidXMLChars: true,
  errorLogging: false,
  nullGetter: () => '',
  parser: (tag: string) => ({
    // Only what the values hold themselves: `{constructor}` is no field.
    get: (scope: unknown): unknown =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag)
        ? (scope as Readonly<Record<string, unknown>>)[tag]
        : undefined,
  }),
}

/**
 * A Word document from a template: texts go in where the tags stand, in the template's own type, lists repeat their
 * paragraphs or table rows. Word splits a tag over several runs as it likes; that changes nothing.
 * @throws Error for a template that was not tested with `checkTemplate`.
 */
export function fillTemplate(template: Uint8Array, values: FieldValues): Uint8Array<ArrayBuffer> {
  const document = new Docxtemplater(new PizZip(template), templateOptions)
  document.render(values)
  return new Uint8Array(document.toUint8Array())
}
