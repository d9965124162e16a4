import { describe, expect, it } from 'vitest'
import { belongsToFile } from './belongs-to-file.ts'

const state = (commits: number | null, uuid: string | null = 'a') => ({ uuid, commits })

describe('what lies beside a file', () => {
  it.each([
    { what: 'takes back the last change', alone: state(8), played: state(7), journal: true, log: false },
    { what: 'changes nothing', alone: state(8), played: state(8), journal: true, log: true },
    { what: 'takes back two changes', alone: state(8), played: state(6), journal: false, log: false },
    { what: 'adds changes', alone: state(8), played: state(11), journal: false, log: true },
    { what: 'makes another file of it', alone: state(8), played: state(8, 'b'), journal: false, log: false },
    { what: 'makes a whole one of a torn one', alone: null, played: state(7), journal: true, log: true },
    { what: 'makes a broken one of a whole one', alone: state(8), played: null, journal: false, log: false },
    { what: 'is beside a damaged one', alone: null, played: null, journal: true, log: true },
    { what: 'is of before changes were counted', alone: state(9), played: state(null, null), journal: true, log: true },
  ])('and $what: of it as a journal $journal, as a log $log', ({ alone, played, journal, log }) => {
    expect(belongsToFile('journal', alone, played)).toBe(journal)
    expect(belongsToFile('log', alone, played)).toBe(log)
  })
})
