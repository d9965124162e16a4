import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CriteriaSet } from '../shared/domain/criteria/criteria-set.ts'
import type { SessionImport } from '../electron/workbooks/session/session-import.ts'
import { writeImportedSession } from '../electron/workbooks/session/write-session-workbook.ts'
import { district2024 } from './samples/district-2024.ts'
import { drawRounds, seededDraw } from './samples/draw-scores.ts'
import { province2026 } from './samples/province-2026.ts'
import type { SamplePlan } from './samples/sample-plan.ts'

export const samplePlans: readonly SamplePlan[] = [district2024, province2026]

/** The workbook of a sample session; the same plan gives the same cells. */
export function makeSample(plan: SamplePlan): Promise<Uint8Array> {
  const draw = seededDraw(plan.seed)
  const session: SessionImport = {
    ...plan.facts,
    members: plan.members,
    items: plan.products.map((product) => {
      const { target: _, gatesMet: __, missedGate: ___, agreedGate: ____, dissenter: _____, ...fields } = product
      const form = readForm(plan, product.setNumber)
      return { ...fields, criteriaSetId: form.id, ...drawRounds({ product, form, members: plan.members, draw }) }
    }),
  }
  return writeImportedSession({ session, formOf: ({ setNumber }) => readForm(plan, setNumber), filled: true })
}

const resources = join(import.meta.dirname, '..', 'resources')

const readForm = ({ criteriaFolder }: SamplePlan, setNumber: number): CriteriaSet =>
  JSON.parse(
    readFileSync(join(resources, 'criteria', criteriaFolder, `${String(setNumber).padStart(2, '0')}.json`), 'utf8'),
  ) as CriteriaSet

if (import.meta.main) {
  mkdirSync(join(resources, 'samples'), { recursive: true })
  for (const plan of samplePlans) writeFileSync(join(resources, 'samples', `${plan.name}.xlsx`), await makeSample(plan))
}
