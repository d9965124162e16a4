import type { DocumentIssue } from '../../../shared/api/document-register.ts'
import { mapTexts } from '../compose-text.ts'
import { modelOf, type GatheredPaper } from './catalogue.ts'

/**
 * The texts that a paper is made from and that stand on it, as they were typed: what is known of its subject beyond that is not
 * printed. `issue` is what the register gave it; null while it has no number.
 */
export function textsOnPaper(gathered: GatheredPaper, issue: DocumentIssue | null): readonly string[] {
  const printed = textsIn(modelOf(gathered)).join('\n').toLowerCase()
  const known = textsIn(gathered.facts).filter((text) => text !== '' && printed.includes(text.toLowerCase()))
  return [...new Set([...known, ...textsIn(issue)])]
}

function textsIn(data: unknown): readonly string[] {
  const texts: string[] = []
  mapTexts(data, (text) => {
    texts.push(text)
    return text
  })
  return texts
}
