import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSessionWorkbook } from '../electron/workbooks/session/read-session-workbook.ts'
import { readXlsx } from '../electron/workbooks/xlsx/read-xlsx.ts'
import { workbookResources } from '../tests/helpers/workbook-resources.ts'
import { makeSample, samplePlans } from './make-samples.ts'

describe.each(samplePlans)('sample $name', (plan) => {
  const committed = readFileSync(join(import.meta.dirname, '..', 'resources', 'samples', `${plan.name}.xlsx`))

  test('is what the script makes', async () => {
    expect(await readXlsx(committed)).toEqual(await readXlsx(await makeSample(plan)))
  })

  test('is taken without a fault or a notice', async () => {
    const { preview } = await readSessionWorkbook({ bytes: committed, resources: workbookResources })
    expect(preview).toMatchObject({ faults: [], notices: [] })
  })

  test('names no person', () => {
    for (const { name, role } of plan.members) {
      expect(name).toMatch(
        { chair: /^Chủ tịch/, 'vice-chair': /^Phó Chủ tịch/, secretary: /^Thư ký/, member: /^Ủy viên – / }[role],
      )
    }
    expect(plan.facts.council.name).toContain('Phiên mẫu')
  })
})
