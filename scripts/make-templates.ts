import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WordKind } from '../shared/api/word-templates.ts'
import { decisionTemplate } from './templates/decision.ts'
import {
  councilReportTemplate,
  proposalTemplate,
  referralLetterTemplate,
  resultNoticesTemplate,
} from './templates/letter.ts'
import { minutesTemplate } from './templates/minutes.ts'
import { packDocument } from './templates/package.ts'

/** The Word templates shipped, by document kind: `resources/templates/<kind>.docx`. */
export const templates = {
  decision: decisionTemplate,
  minutes: minutesTemplate,
  'council-report': councilReportTemplate,
  proposal: proposalTemplate,
  'referral-letter': referralLetterTemplate,
  'result-notices': resultNoticesTemplate,
} as const satisfies Readonly<Record<WordKind, readonly string[]>>

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'resources', 'templates')
  mkdirSync(folder, { recursive: true })
  for (const [kind, body] of Object.entries(templates)) writeFileSync(join(folder, `${kind}.docx`), packDocument(body))
}
