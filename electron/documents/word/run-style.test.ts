import { describe, expect, it } from 'vitest'
import { entryText, setRuns } from './run-style.ts'

const run = (text: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`
const red = '<w:rPr><w:rFonts w:ascii="Arial"/><w:i/><w:color w:val="FF0000"/><w:sz w:val="24"/></w:rPr>'

describe('a text set otherwise than its cell', () => {
  it('is a run of its own in the template’s type', () => {
    expect(setRuns(`<w:p>${run(`a ${entryText({ text: 'Trà', bold: true })} b`, red)}</w:p>`)).toBe(
      `<w:p>${run('a ', red)}${run('Trà', red.replace('<w:i/>', '<w:b/><w:i/>'))}${run(' b', red)}</w:p>`,
    )
  })

  it('has the size and slant that are asked for, once', () => {
    const note = entryText({ text: 'chưa đạt', italics: true, size: 10 })
    expect(setRuns(run(note, red))).toBe(
      run('chưa đạt', red.replace('<w:sz w:val="24"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>')),
    )
  })

  it('keeps its lines apart, and what else stands in its run', () => {
    const [first = '', second = ''] = entryText([{ text: 'Trà\nxanh', bold: true }, 'Hợp tác xã']).split('\n')
    const filled = `<w:r><w:t>${first}</w:t><w:tab/><w:t>${second}</w:t></w:r>`
    const bold = '<w:rPr><w:b/></w:rPr>'
    expect(setRuns(filled)).toBe(`${run('Trà', bold)}<w:r><w:tab/></w:r>${run('xanh', bold)}`)
  })

  it('is nobody’s to ask for: such signs in a name are left out', () => {
    const name = entryText('Trà \ue001xanh\ue003')
    expect(name).toBe('Trà xanh')
    expect(setRuns(run('một \ue003 dấu'))).toBe(run('một  dấu'))
    expect(setRuns(run('không dấu', red))).toBe(run('không dấu', red))
  })
})
