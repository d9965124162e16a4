import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openShippedRules } from '../../electron/app/rules/shipped.ts'
import { checkCriteriaSet, checkPartMaxima, isUsableForScoring } from '../../shared/domain/criteria/check-set.ts'
import { listCriteria, listGates } from '../../shared/domain/criteria/form.ts'
import { criteriaProved, setsIn } from '../../shared/domain/dossiers/dossier-rules.ts'
import { checkRuleSet } from '../../shared/domain/rules/check-rule-set.ts'
import { resourcesFolder } from '../helpers/test-app.ts'
import { readClassification, readCriteriaSets, readRuleSet, readRuleSets } from '../helpers/resources.ts'

const folders = ['qd148', 'qd26'] as const
const forms = folders.flatMap(readCriteriaSets)

describe('rule sets', () => {
  it('ships the four that the application knows', () => {
    expect(readRuleSets().map(({ id }) => id)).toEqual(['qd-1048-781', 'qd-148-1489-2025', 'qd-148-2023', 'qd-26-2026'])
  })

  it.each(readRuleSets())('$id is sound', (ruleSet) => {
    expect(checkRuleSet(ruleSet)).toEqual([])
    expect(ruleSet.isForSessions).toBe(ruleSet.criteriaFolder !== null)
    expect(ruleSet.legalBases.filter((basis) => /[;.]$/.test(basis))).toEqual([])
    for (const { number } of ruleSet.decisions) expect(ruleSet.legalBases.join()).toContain(number)
  })

  it.each([
    { file: 'rules/qd-26-2026.json', find: '"from": 70', put: '"from": 95', said: /qd-26-2026 is not sound: Hạng/ },
    { file: 'criteria/qd26/01.json', find: '"code": "B"', put: '"code": "A"', said: /qd26-01 is not sound: Các phần/ },
    {
      file: 'holidays/2026.json',
      find: '"2026-01-10"',
      put: '"2026-01-09"',
      said: /holidays\/2026 is not sound: 2026-01-09/,
    },
  ])('stops at $file where it contradicts itself', ({ file, find, put, said }) => {
    const copy = mkdtempSync(join(tmpdir(), 'luật '))
    try {
      for (const part of ['rules', 'holidays', 'units', 'criteria']) {
        cpSync(join(resourcesFolder, part), join(copy, part), { recursive: true })
      }
      const text = readFileSync(join(copy, file), 'utf8')
      expect(text).toContain(find)
      writeFileSync(join(copy, file), text.replace(find, put))
      expect(() => openShippedRules(copy).criteriaSets('qd-26-2026')).toThrow(said)
    } finally {
      rmSync(copy, { recursive: true })
    }
  })

  it.each([
    { id: 'qd-148-2023', level: 'district', recognises: [3], threshold: 70, to: 'province' },
    { id: 'qd-148-2023', level: 'province', recognises: [4], threshold: 90, to: 'central' },
    { id: 'qd-148-1489-2025', level: 'province', recognises: [3, 4], threshold: 90, to: 'central' },
    { id: 'qd-26-2026', level: 'province', recognises: [3, 4], threshold: 90, to: 'central' },
    { id: 'qd-1048-781', level: 'district', recognises: [], threshold: 50, to: 'province' },
  ])('$id lets the $level refer from $threshold', ({ id, level, recognises, threshold, to }) => {
    const rule = readRuleSet(id).levels.find((candidate) => candidate.level === level)
    expect(rule).toMatchObject({ scores: true, recognises, referral: { threshold, to } })
  })

  it('lets communes check dossiers only', () => {
    const communes = readRuleSets().flatMap(({ levels }) => levels.filter(({ level }) => level === 'commune'))
    expect(communes.map(({ scores }) => scores)).toEqual([false, false])
  })
})

describe('criteria sets', () => {
  it.each(folders)('%s has the 26 sets of its decision', (folder) => {
    const sets = readCriteriaSets(folder)
    expect(sets.map(({ setNumber }) => setNumber)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
    expect(sets.map(({ id }) => id)).toEqual(
      sets.map(({ setNumber }) => `${folder}-${`${setNumber}`.padStart(2, '0')}`),
    )
    expect(new Set(sets.map(({ decision }) => decision)).size).toBe(1)
  })

  it.each(forms.filter(({ status }) => status !== 'incomplete'))('$id adds up and is usable', (form) => {
    expect(checkCriteriaSet(form)).toEqual([])
    expect(isUsableForScoring(form)).toBe(true)
  })

  it.each(forms.filter(({ status }) => status === 'incomplete'))('$id says itself what it lacks', (form) => {
    const faults = checkCriteriaSet(form)
    expect(isUsableForScoring(form)).toBe(false)
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) {
      const place = fault.slice(0, fault.indexOf(':'))
      expect(form.issues?.some((issue) => issue.startsWith(place))).toBe(true)
    }
  })

  it.each(readRuleSets().filter(({ isForSessions }) => isForSessions))('$id gives its forms their parts', (ruleSet) => {
    for (const form of readCriteriaSets(ruleSet.criteriaFolder ?? '')) {
      expect(checkPartMaxima(form, ruleSet)).toEqual([])
    }
  })

  it('holds the counts of the official text of QĐ 26/2026', () => {
    const sets = readCriteriaSets('qd26')
    const criteria = sets.flatMap(listCriteria)
    expect(criteria.length).toBe(787)
    expect(sets.filter(({ rejectedIf }) => (rejectedIf ?? []).length > 0).length).toBe(25)
    const gatesOfTourism = listGates(sets[25]!).map(({ star }) => star)
    expect(gatesOfTourism.filter((star) => star === 3).length).toBe(1)
    expect(gatesOfTourism.filter((star) => star === 4).length).toBe(2)
    for (const form of sets.slice(0, 25)) {
      const criteriaGating = (star: number) => listGates(form).filter((gate) => gate.star === star).length
      expect(criteriaGating(3)).toBeGreaterThanOrEqual(4)
      expect(criteriaGating(4)).toBeGreaterThanOrEqual(7)
      expect(criteriaGating(5)).toBeGreaterThanOrEqual(3)
    }
  })

  it('classifies every set once, under its own decision and name of sector', () => {
    const entries = readClassification()
    expect(entries.map(({ setId }) => setId).sort()).toEqual(forms.map(({ id }) => id).sort())
    for (const entry of entries) {
      const form = forms.find(({ id }) => id === entry.setId)
      expect(form).toMatchObject({ decision: entry.decision, setNumber: entry.setNumber, sector: entry.sector })
    }
  })
})

describe('what dossiers hold', () => {
  const shipped = openShippedRules(resourcesFolder)
  const laws = readRuleSets().map(({ id, criteriaFolder }) => ({ id, criteriaFolder, rules: shipped.dossiers(id) }))

  it.each(laws)('is said by $id, each item once', ({ rules: { items } }) => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    expect(items.filter(({ kind, count }) => (kind === 'samples') !== (count !== undefined))).toEqual([])
    expect(items.filter(({ kind }) => kind === 'samples')).toHaveLength(1)
    expect(items.filter(({ article }) => !/Quyết định số (26\/2026|148|1048)\/QĐ-TTg/.test(article))).toEqual([])
  })

  it.each([
    { id: 'qd-26-2026', mandatory: 4, supplementary: 15, samples: 5, exceptSets: [26] },
    { id: 'qd-1048-781', mandatory: 4, supplementary: 13, samples: 5, exceptSets: [] },
  ])('under $id: $mandatory papers, $samples samples, $supplementary proofs', ({ id, ...expected }) => {
    const { items } = shipped.dossiers(id)
    const countOf = (kind: string) => items.filter((item) => item.kind === kind).length
    const samples = items.find(({ kind }) => kind === 'samples')
    expect({
      mandatory: countOf('mandatory'),
      supplementary: countOf('supplementary'),
      samples: samples?.count,
      exceptSets: samples?.exceptSets,
    }).toEqual(expected)
  })

  it('give the commune a term for its report since QĐ 26/2026, Điều 7 khoản 2, and no one else', () => {
    const terms = laws.flatMap(({ id, rules: { items } }) =>
      items.flatMap(({ key, issuedWithin }) => (issuedWithin === undefined ? [] : [{ id, key, ...issuedWithin }])),
    )
    const article = 'khoản 2 Điều 7 Quyết định số 26/2026/QĐ-TTg'
    expect(terms).toEqual([{ id: 'qd-26-2026', key: 'commune-report', workingDays: 15, article }])
  })

  it.each(laws.filter(({ criteriaFolder }) => criteriaFolder !== null))(
    'under $id proves criteria that the forms have',
    ({ criteriaFolder, rules: { items } }) => {
      const forms = readCriteriaSets(criteriaFolder as (typeof folders)[number])
      const codes = new Map(
        forms.map((form) => [form.setNumber, listCriteria(form).map(({ criterion }) => criterion.code)]),
      )
      const missing = items.flatMap(({ key, proves }) =>
        proves.flatMap(({ code, sets }) =>
          setsIn(sets)
            .filter((set) => !codes.get(set)?.includes(code))
            .map((set) => `${key} ${set}:${code}`),
        ),
      )
      expect(missing).toEqual([])
      // Every set's form has most of these, whatever it is called there.
      for (const set of codes.keys()) {
        expect(items.filter((item) => criteriaProved(item, set).length > 0).length, `${set}`).toBeGreaterThan(7)
      }
    },
  )

  it('is the whole evidence of Mẫu số 02, in its order', () => {
    const names = shipped.dossiers('qd-26-2026').items.filter(({ kind }) => kind === 'supplementary')
    expect(names.map(({ key }) => key)).toEqual([
      'business-registration',
      'production-conditions',
      'raw-materials',
      'environment',
      'labour',
      'growth',
      'intellectual-property',
      'market',
      'promotion',
      'story',
      'declaration',
      'test-report',
      'traceability',
      'quality-system',
      'awards',
    ])
  })
})

describe('what the law says of certificates that were given', () => {
  const shipped = openShippedRules(resourcesFolder)

  it('is said by every rule set, and where its wording is not known, so', () => {
    for (const { id } of readRuleSets()) {
      const { withdrawal, issues } = shipped.aftercare(id)
      expect(issues.length, id).toBeGreaterThan(0)
      expect(withdrawal === null, id).toBe(id !== 'qd-26-2026')
    }
  })

  it('has the same three points of the mark under each, by Điều 5 of QĐ 1162, and says that its words are not the original’s', () => {
    for (const { id } of readRuleSets()) {
      const { inspection, withdrawal } = shipped.aftercare(id)
      expect(inspection.items.slice(0, 3).map(({ key }) => key)).toEqual([
        'recognised-only',
        'with-star',
        'within-term',
      ])
      expect(inspection.issues[0]).toContain('chưa đối chiếu với bản gốc')
      const grounds = withdrawal?.grounds.map(({ key }) => key) ?? []
      const meant = inspection.items.flatMap(({ ground }) => (ground === null ? [] : [ground]))
      expect(meant.filter((ground) => !grounds.includes(ground))).toEqual([])
    }
    expect(shipped.aftercare('qd-26-2026').inspection.items.map(({ ground }) => ground)).toEqual([
      'mark-misused',
      'mark-misused',
      'mark-misused',
      null,
    ])
  })

  it('has the six grounds of Điều 8 khoản 1 and the 15 days of its khoản 4', () => {
    const { withdrawal } = shipped.aftercare('qd-26-2026')
    expect(withdrawal?.withinDays).toBe(15)
    expect(withdrawal?.grounds.map(({ article, startsBy }) => `${article.slice(5, 6)} ${startsBy}`)).toEqual([
      'a conclusion',
      'b conclusion',
      'c conclusion',
      'd conclusion',
      'đ commune-confirmation',
      'e conclusion',
    ])
  })
})
