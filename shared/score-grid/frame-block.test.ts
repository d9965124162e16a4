import { describe, expect, it } from 'vitest'
import { frameBlock } from './frame-block.ts'

const words = {
  columns: [
    ['TV01', 'Nguyễn Văn An'],
    ['TV02', 'Trần Thị Bình'],
  ],
  criteria: [
    { code: '1.1', title: 'Nguồn nguyên liệu' },
    { code: '1.2', title: 'Gia tăng giá trị' },
    { code: '11', title: 'Hướng dẫn sử dụng' },
  ],
}
const frame = (...rows: readonly string[]) =>
  frameBlock(
    rows.map((row) => row.split('|')),
    words,
  )

describe('the words around a block of points', () => {
  it('are none where there are points alone, also points like codes, blanks and words in between', () => {
    for (const rows of [
      ['1|2', '3|0'],
      ['11', '1', '2'],
      ['|2', '3|'],
      ['3|2|1', '1|hai|9'],
      ['x|1'],
      ['hai'],
      ['một', 'hai'],
      ['3|hai|9'],
    ])
      expect(frame(...rows)).toEqual({
        points: rows.map((row) => row.split('|')),
        columns: null,
        rows: null,
        words: 'none',
      })
  })

  it('name the members by code or name, in any order, and what is none of them', () => {
    expect(frame('Trần Thị Bình|Trung bình|tv01', '1|2|3')).toEqual({
      points: [['1', '2', '3']],
      columns: [1, null, 0],
      rows: null,
      words: 'named',
    })
    expect(frame('TV02\nTrần Thị Bình', '1', '2')).toMatchObject({ points: [['1'], ['2']], columns: [1] })
    expect(frame('Nguyễn Văn An', '1', '2')).toMatchObject({ columns: [0], rows: null, words: 'named' })
  })

  it('name the criteria by code or title, whatever stands before them; sums and headings are none', () => {
    expect(
      frame(
        'Phiếu chấm điểm',
        'STT|Tiêu chí|TV01|TV02',
        '|Phần A|5|6',
        '1|1.1. Nguồn nguyên liệu|3|2',
        '2|Gia tăng giá trị|2|4',
        '3|11|1|0',
        '|Tổng cộng|6|6',
      ),
    ).toEqual({
      points: [
        ['5', '6'],
        ['3', '2'],
        ['2', '4'],
        ['1', '0'],
        ['6', '6'],
      ],
      columns: [0, 1],
      rows: [null, 0, 1, 2, null],
      words: 'named',
    })
    expect(frame('1.2|3|2')).toMatchObject({ points: [['3', '2']], rows: [1], words: 'named' })
    expect(frame('1.1|3', '1.2|2', '11|1')).toMatchObject({ points: [['3'], ['2'], ['1']], rows: [0, 1, 2] })
    expect(frame('Tiêu chí|TV01', '1.1|3', '1.1|4')).toMatchObject({ columns: [0], rows: [0, null] })
  })

  it('that say nothing known leave the points to their place, and are told', () => {
    expect(frame('Nguyễn Văn Anh', '1', '2')).toEqual({
      points: [['1'], ['2']],
      columns: null,
      rows: null,
      words: 'unknown',
    })
    expect(frame('Tiêu chí|TV01', 'Lạ|3', 'Khác|2')).toMatchObject({ columns: [0], rows: null, words: 'unknown' })
    expect(frame('Tiêu chí|Điểm', '1.1|3', '1.2|2')).toMatchObject({ columns: null, rows: [0, 1], words: 'unknown' })
  })
})
