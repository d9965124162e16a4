import { describe, expect, it } from 'vitest'
import { criteriaProvedByFile } from './evidence.ts'

describe('the criteria that a file proves', () => {
  it('are those of its item where the office said nothing', () => {
    expect(criteriaProvedByFile(['3.1', '3.2'], [])).toEqual(['3.1', '3.2'])
  })

  it('are more and fewer by what the office said of the file, in the order of the form', () => {
    const said = [
      { criterion: '10', proves: true },
      { criterion: '3.1', proves: false },
      { criterion: '2.3', proves: true },
      { criterion: '3.2', proves: true },
    ]
    expect(criteriaProvedByFile(['3.1', '3.2'], said)).toEqual(['2.3', '3.2', '10'])
  })

  it('that the rules do not name and the office denied stay out', () => {
    expect(criteriaProvedByFile([], [{ criterion: '1.1', proves: false }])).toEqual([])
  })
})
