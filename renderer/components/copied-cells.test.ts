import { expect, test } from 'vitest'
import { parseClipboard } from '../../shared/domain/columns/parse-clipboard.ts'
import { copiedCells } from './copied-cells.ts'

test('cells of text and figures go as a spreadsheet reads them', () => {
  const { text, html } = copiedCells([
    ['Mã', 'Điểm', null],
    ['0123', 86.25, 'Mật ong "rừng"\nloại một'],
  ])
  expect(text).toBe('Mã\tĐiểm\t\r\n0123\t86,25\t"Mật ong ""rừng""\nloại một"')
  expect(parseClipboard(text)[1]).toEqual(['0123', '86,25', 'Mật ong "rừng"\nloại một'])
  expect(html).toContain(`<td style="mso-number-format:'\\@'">0123</td><td>86,25</td>`)
  expect(html).toContain('Mật ong "rừng"<br>loại một')
})

test('what another office wrote is neither calculated nor drawn', () => {
  const { text, html } = copiedCells([['=HYPERLINK("http://a")', '-', '<b>đậm & nhạt']])
  expect(text).toBe(`"'=HYPERLINK(""http://a"")"\t-\t<b>đậm & nhạt`)
  expect(html).toContain('>&lt;b>đậm &amp; nhạt</td>')
})
