import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { countHidden } from '../domain/vietnamese/normalise-input.ts'
import { contract } from './contract.ts'
import { roomContract } from './room-device.ts'

type Leaf = { readonly place: string; readonly schema: z.ZodType }

const others = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodFile, z.ZodUndefined, z.ZodNull]

const leaves = [...textsOf({ tree: contract, path: [] }), ...textsOf({ tree: roomContract, path: ['room-device'] })]

/** Of every kind that is dropped; around a text that most schemas take. */
const hidden = ['\u0000', '\uD800', '\u200B', '\u200D', '\u202E', '\u2066', '\u200F', '\u00AD', '\uFEFF', '\uFFFF']
const plain = [
  'Mật ong',
  'SP-01',
  '2026-11-20',
  '123456',
  '192.168.1.1',
  'province',
  '08:05',
  'a'.repeat(32),
  '0'.repeat(32),
]

describe('every text of every input', () => {
  it('is found by this test', () => {
    expect(leaves.length).toBeGreaterThan(60)
    expect(leaves.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'products.save.fields.name',
        'audit.list.find.titles.(key)',
        'ballots.choose.actId',
        'room-device.enter.code',
      ]),
    )
  })

  it.each(leaves)('$place lets nothing in that is not seen', ({ schema }) => {
    const taken = hidden.flatMap((mark) =>
      plain.map((text) => schema.safeParse(`${text.slice(0, 2)}${mark}${text.slice(2)}`).data ?? ''),
    )
    expect(taken.filter((text) => countHidden(String(text)) > 0)).toEqual([])
    expect(plain.some((text) => schema.safeParse(text).success)).toBe(true)
  })
})

/** Sentences, what is searched for, and what a workbook calls its own; anything else is one line, since names stand in sentences and cells of papers. */
const ofSeveralLines =
  /(reason|note|opinion|discussion|password|present|stack|message|seen|codes\[\]|query|words|sheet|header|titles\.\((key|value)\)|groundText|facts|participants|violations|story|material|tradition)$/i

describe('every name, place, post and number of every input', () => {
  it.each(leaves.filter(({ place }) => !ofSeveralLines.test(place)))('$place is one line', ({ schema }) => {
    for (const text of plain) {
      const broken = `${text.slice(0, 2)}\r\n ${text.slice(2)}`
      expect(String(schema.safeParse(broken).data ?? '')).not.toMatch(/\s\s|[\n\t]/)
    }
  })
})

/** Of a dossier, for whoever reads the agenda: nothing is decided by it. */
const notReasons = [
  'sessions.updateItem.dossierNote',
  'sessions.markItems.facts.dossierNote',
  'sessions.takeAgenda.rows[].facts.dossierNote',
  'sessions.takeAgenda.rows[].seen.dossierNote',
  'registrations.save.fields.note',
  'registrations.save.fields.screeningNote',
  'registrations.mark.change.note',
  'opinions.save.fields.note',
]

/** Where a reason is due with a “yes”, a recusal, a level, another star or a gap alone, or where nothing takes back what was said. */
const takesNone = [
  'documents.register.enter.reason',
  'officePapers.enter.reason',
  'registrations.mark.change.reason',
  'aftercare.withdrawals.decide.reason',
  'opinions.answer.reason',
  'opinions.close.reason',
  'opinions.decide.reason',
  'paperBallots.take.reason',
  'results.setAgreedLevel.reason',
  'results.waiveSpread.reason',
  'results.conclude.note',
  'sessions.setAttendance.absenceReason',
  'sessions.takeAttendance.rows[].absenceReason',
  'sessions.takeAttendance.rows[].seen.absenceReason',
  'sessions.setExclusion.reason',
  'sessions.takeExclusions.rows[].seen.reason',
  'sessions.takeExclusions.rows[].to.reason',
  'sessions.answerKnockout.reason',
  'sessions.takeKnockouts.rows[].seen.reason',
  'sessions.takeKnockouts.rows[].to.reason',
  'sessions.setSoleOperator.note',
  'years.begin.councils[].reason',
]
const reasons = leaves.filter(({ place }) => /reason$|note$/i.test(place) && !notReasons.includes(place))
const saysNothing = ['.', ' … ', '- –', '\u200B.\u3164', '?!', '😀', '\u200F.', '\u202E👍🏽']

describe('every reason of every command', () => {
  it('is found by this test', () => {
    expect(reasons.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'sessions.reopen.reason',
        'sessions.setAttendance.absenceReason',
        'results.conclude.note',
      ]),
    )
  })

  it.each(reasons)('$place says something', ({ schema }) => {
    for (const text of saysNothing) {
      expect(schema.safeParse(text).error?.issues).toMatchObject([{ message: 'reason-required' }])
    }
    expect(schema.safeParse('Ốm').data).toBe('Ốm')
  })

  it('is due, but where the handler knows whether it is', () => {
    expect(
      reasons
        .filter(({ schema }) => schema.safeParse('').success)
        .map(({ place }) => place)
        .sort(),
    ).toEqual(takesNone.sort())
  })
})

function textsOf({ tree, path }: { tree: object; path: readonly string[] }): readonly Leaf[] {
  return Object.entries(tree).flatMap(([key, node]: [string, unknown]) => {
    if (typeof node !== 'object' || node === null) return []
    const here = [...path, key]
    if (!isContractProcedure(node)) return textsOf({ tree: node, path: here })
    const { inputSchema } = node['~orpc']
    return inputSchema instanceof z.ZodType ? leavesOf(inputSchema, here.join('.')) : []
  })
}

/** Strings as they come in: a pipe over a string is one text, whatever it is made into. */
function leavesOf(schema: z.core.$ZodType, place: string): readonly Leaf[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, part]) => leavesOf(part as z.ZodType, `${place}.${key}`))
  }
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, `${place}[]`)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return leavesOf(schema.unwrap(), place)
  if (schema instanceof z.ZodReadonly) return leavesOf(schema.unwrap(), place)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((part) => leavesOf(part, place))
  if (schema instanceof z.ZodIntersection) {
    return [...leavesOf(schema.def.left, place), ...leavesOf(schema.def.right, place)]
  }
  if (schema instanceof z.ZodRecord) {
    return [...leavesOf(schema.keyType, `${place}.(key)`), ...leavesOf(schema.valueType, `${place}.(value)`)]
  }
  if (schema instanceof z.ZodPipe) return firstOf(schema) instanceof z.ZodString ? [{ place, schema }] : unknown(place)
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return [{ place, schema }]
  const isOther = others.some((kind) => schema instanceof kind)
  return isOther ? [] : unknown(place)
}

function firstOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodPipe ? firstOf(schema.in) : schema
}

function unknown(place: string): never {
  throw new Error(`${place} has a kind of input that this test does not know`)
}
