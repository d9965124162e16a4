import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeMember } from '../../../electron/documents/council.ts'
import { readSessionWorkbook } from '../../../electron/workbooks/session/read-session-workbook.ts'
import { resourcesFolder } from '../../helpers/test-app.ts'
import { workbookResources } from '../../helpers/workbook-resources.ts'

describe.each(['district-2024', 'province-2026'])('sample %s', async (name) => {
  const bytes = readFileSync(join(resourcesFolder, 'samples', `${name}.xlsx`))
  const { preview, value } = await readSessionWorkbook({ bytes, resources: workbookResources })

  test('is taken without a fault or a notice', () => {
    expect(preview).toMatchObject({ faults: [], notices: [] })
    expect(value?.items.flatMap(({ rounds }) => rounds.flatMap(({ ballots }) => ballots)).length).toBeGreaterThan(60)
  })

  test('has members with posts that papers say once', () => {
    const seats = { id: 0, isPresent: true, arrivedAt: null, leftAt: null, absenceReason: '' }
    const said = value?.members.map((member) => describeMember({ ...member, ...seats })) ?? []
    expect(said.filter((text) => /(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu.test(text))).toEqual([])
    // Neither post nor role stands in a name, and no two sit there in the same post.
    const own = value?.members.map(({ position, organisation }) => `${position}, ${organisation}`) ?? []
    expect(new Set(own).size).toBe(own.length)
    const others = value?.members.filter(({ role }) => role === 'member') ?? []
    for (const { name: member, organisation } of others) {
      expect(member).not.toContain(organisation)
      expect(member).not.toContain('Ủy viên')
    }
    expect(new Set(others.map(({ position }) => position)).size).toBe(others.length)
    expect(said[0]).toMatch(/^Chủ tịch Hội đồng, Phó Chủ tịch Ủy ban nhân dân (huyện|tỉnh)$/)
    expect(said[4]).toMatch(/, (Trưởng phòng|Phó Giám đốc Sở) Y tế, Ủy viên$/)
  })

  test('names no person', () => {
    expect(value?.council.name).toContain('Phiên mẫu')
    expect(value?.members.length).toBeGreaterThan(0)
    for (const { name: member, role } of value?.members ?? []) {
      expect(member).toMatch(
        { chair: /^Chủ tịch/, 'vice-chair': /^Phó Chủ tịch/, secretary: /^Thư ký/, member: /^Thành viên thứ \p{L}+$/u }[
          role
        ],
      )
    }
  })
})
