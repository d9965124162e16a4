import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TemplateField, WordKind } from '../../../shared/api/word-templates.ts'
import { decisionFields } from './decision-fields.ts'
import type { FieldSpec } from './field-spec.ts'
import { letterFields, noticesFields } from './letter-fields.ts'
import { minutesFields } from './minutes-fields.ts'

/** The fields of each document that has a Word form. */
export const wordFields: Readonly<Record<WordKind, readonly FieldSpec[]>> = {
  decision: decisionFields,
  minutes: minutesFields,
  'council-report': letterFields,
  proposal: letterFields,
  'referral-letter': letterFields,
  'result-notices': noticesFields,
}

/** @param resources absolute path of the resources folder. */
export function shippedTemplate(kind: WordKind, resources: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(resources, 'templates', `${kind}.docx`)))
}

/** Fields as they are written, in the order in which a document has them; those of a list after the list. */
export function listTemplateFields(fields: readonly FieldSpec[], depth = 0): readonly TemplateField[] {
  return fields.flatMap(({ name, label, kind, fields: inner = [] }) => [
    {
      tag: kind === 'text' ? `{${name}}` : `{#${name}}`,
      closing: kind === 'text' ? '' : `{/${name}}`,
      label,
      depth,
    },
    ...listTemplateFields(inner, depth + 1),
  ])
}
