import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { createInstance, type TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { Member } from '../../shared/api/councils.ts'
import type { AgendaItem, SessionDetail } from '../../shared/api/sessions.ts'
import { pastedAgendaFields } from '../../shared/domain/pasted-table/agenda-fields.ts'
import { pastedAttendanceFields } from '../../shared/domain/pasted-table/attendance-fields.ts'
import { pastedMemberFields } from '../../shared/domain/pasted-table/member-fields.ts'
import { pairFields } from '../../shared/domain/pasted-table/pair-fields.ts'
import type { PastedFields } from '../../shared/domain/pasted-table/pasted-field.ts'
import { readPastedRows, readPastedTable } from '../../shared/domain/pasted-table/read-pasted-table.ts'
import { withSpoken, withSpokenPairs } from '../../shared/domain/pasted-table/spoken.ts'
import { copiedCells } from '../components/copied-cells.ts'
import type { CopiedRows } from '../components/copied-rows.ts'
import { tableOf } from '../features/agenda/agenda-table-kind.ts'
import { copiedAgenda, spokenAgenda } from '../features/agenda/copied-agenda.ts'
import { copiedExclusions, copiedKnockouts } from '../features/agenda/copied-pairs.ts'
import { exclusionSides } from '../features/agenda/exclusion-sides.ts'
import { knockoutSides } from '../features/agenda/knockout-sides.ts'
import { planExclusions } from '../features/agenda/plan-exclusions.ts'
import { planKnockouts } from '../features/agenda/plan-knockouts.ts'
import { spokenExclusions, spokenKnockouts } from '../features/agenda/spoken-pairs.ts'
import { copiedAttendance, spokenAttendance } from '../features/attendance/copied-attendance.ts'
import { isChange, planAttendance } from '../features/attendance/plan-attendance.ts'
import { copiedMembers, spokenMembers } from '../features/councils/copied-members.ts'

// Every table that is copied as cells and takes cells takes its own back, in whichever language each window is.

const root = join(import.meta.dirname, '../..')
const namespaces = ['common', 'councils', 'meeting', 'products'] as const
const textsOf = (language: string) =>
  Object.fromEntries(
    namespaces.map((name) => [
      name,
      JSON.parse(readFileSync(join(root, `resources/locales/${language}/${name}.json`), 'utf8')) as object,
    ]),
  )

const i18n = createInstance()
await i18n.init({
  lng: 'vi',
  resources: { vi: textsOf('vi'), en: textsOf('en') },
  interpolation: { escapeValue: false },
})
const languages = ['vi', 'en'] as const
const meeting = (language: string): TFunction<'meeting'> => i18n.getFixedT(language, 'meeting')
const councils = (language: string): TFunction<'councils'> => i18n.getFixedT(language, 'councils')

const members = (['chair', 'vice-chair', 'secretary', 'member'] as const).map((role, at) => ({
  id: at + 1,
  code: `TV0${at + 1}`,
  name: `Người thứ ${['nhất', 'hai', 'ba', 'tư'][at]}`,
  position: 'Phó Trưởng phòng',
  organisation: 'Phòng Y tế',
  role,
  isPresent: at !== 2,
  arrivedAt: at === 2 ? null : '07:30',
  leftAt: at === 1 ? '11:15' : null,
  absenceReason: at === 2 ? 'Đi công tác' : '',
}))

const agenda = (['new', 'reassessment', 'upgrade'] as const).map((application, at) => ({
  id: at + 1,
  code: `SP0${at + 1}`,
  productName: ['Cá kho', 'Cá khô', 'Chè xanh'][at],
  producerName: 'Hợp tác xã Suối Bạc',
  setNumber: at + 4,
  setName: ['Mật ong', 'Muối', 'Chè'][at],
  application,
  dossierStatus: (['unchecked', 'complete', 'incomplete'] as const)[at],
  dossierNote: at === 2 ? 'Thiếu giấy kiểm nghiệm' : '',
  samplesReceived: at,
  exclusions: [
    { memberId: 2, kind: 'recused', reason: 'Là người nhà' },
    { memberId: 3, kind: 'absent', reason: '' },
  ].slice(0, at),
  knockouts: [
    {
      key: 'dossier-1',
      text: 'Giả mạo hồ sơ',
      answer: at === 1 ? 'yes' : 'no',
      reason: at === 1 ? 'Sửa: hai dòng' : '',
    },
    { key: 'criterion-6', text: 'Tiêu chí 6: Không công bố', answer: 'no', reason: '' },
  ],
})) as unknown as readonly AgendaItem[]

const session = { members, agenda } as unknown as SessionDetail
const sets = agenda.map(({ setNumber, setName }) => ({ setNumber, name: setName, sector: '', group: '' }))

const blockOf = ({ heads, rows }: CopiedRows): string => copiedCells([heads, ...rows]).text

/** What the columns of a block are, and its rows by them. */
function read<Fields extends PastedFields>(text: string, fields: Fields) {
  const table = readPastedTable(text, fields)
  const rows = readPastedRows(table, fields)
  expect(rows.flatMap(({ faults }) => faults)).toEqual([])
  return { fields: table.columns.flatMap(({ field }) => field ?? []).toSorted(), rows }
}

describe.each(languages)('a table that a window copied, its language: %s', (language) => {
  it('members', () => {
    const fields = withSpoken(pastedMemberFields, languages.map(councils).map(spokenMembers))
    const text = blockOf(copiedMembers(members as unknown as readonly Member[], councils(language)))
    expect(read(text, fields).rows.map(({ values }) => values)).toEqual(
      members.map(({ code, name, position, organisation, role }) => ({ code, name, position, organisation, role })),
    )
  })

  it('attendance', () => {
    const fields = withSpoken(pastedAttendanceFields, languages.map(meeting).map(spokenAttendance))
    const { rows, fields: known } = read(blockOf(copiedAttendance({ members, agenda: [] }, meeting(language))), fields)
    expect(known).toEqual(Object.keys(fields).toSorted())
    const planned = planAttendance(rows, members)
    expect(planned.map(({ outcome, faults }) => [outcome?.member.code, faults])).toEqual(
      members.map(({ code }) => [code, []]),
    )
    expect(planned.filter(isChange)).toEqual([])
  })

  it('agenda', () => {
    const fields = withSpoken(pastedAgendaFields(sets), languages.map(meeting).map(spokenAgenda))
    const { rows } = read(blockOf(copiedAgenda(session, meeting(language))), fields)
    expect(rows.map(({ values }) => values)).toMatchObject(
      agenda.map((item) => ({
        code: item.code,
        name: item.productName,
        producerName: item.producerName,
        set: { setNumber: item.setNumber },
        application: item.application,
        dossierStatus: { status: item.dossierStatus },
        samplesReceived: item.samplesReceived,
        ...(item.dossierNote !== '' && { dossierNote: item.dossierNote }),
      })),
    )
  })

  it('who does not score, and what knocks out', () => {
    const t = languages.map(meeting)
    const exclusions = withSpokenPairs(exclusionSides(agenda, members), t.map(spokenExclusions))
    const knockouts = withSpokenPairs(knockoutSides(agenda), t.map(spokenKnockouts))
    const ofMembers = blockOf(copiedExclusions(agenda, members, meeting(language)))
    const ofConditions = blockOf(copiedKnockouts(agenda, meeting(language)))
    const kinds = [ofMembers, ofConditions].map((text) => tableOf(text, { exclusions, knockouts }))
    expect(kinds).toEqual(['exclusions', 'knockouts'])
    const planned = [
      ...planExclusions(read(ofMembers, pairFields(exclusions)).rows, exclusions),
      ...planKnockouts(read(ofConditions, pairFields(knockouts)).rows, knockouts),
    ]
    expect(planned.map(({ faults, changes }) => [...faults, ...changes])).toEqual(Array.from({ length: 9 }, () => []))
  })
})

it('no other table takes cells', () => {
  const users = globSync('**/*.tsx', { cwd: join(root, 'renderer/features') }).filter((path) =>
    /components\/paste\/PasteDialog/.test(readFileSync(join(root, 'renderer/features', path), 'utf8')),
  )
  expect(users.map((path) => path.replaceAll('\\', '/')).toSorted()).toEqual([
    'agenda/PasteAgenda.tsx',
    'agenda/PastePairs.tsx',
    'agenda/PasteProducts.tsx',
    'attendance/PasteAttendance.tsx',
    'councils/PasteMembers.tsx',
  ])
})
