import { expect, it } from 'vitest'
import { text } from '../letter/model.ts'
import { withDaysInText } from './paper-days.ts'

it('days are read behind numbers, in legal bases and behind “tính đến”, and nowhere else', () => {
  const blocks = [
    { kind: 'basis' as const, text: 'Căn cứ kết luận ngày 05 tháng 11 năm 2026 của Sở Y tế;' },
    text(
      'Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026, Công văn số 638/UBND-KTN ngày 1/6/2026, tính đến ' +
        'ngày 28 tháng 11 năm 2026 có 02 sản phẩm.',
    ),
    text('Đề nghị bổ sung trước hết ngày 15 tháng 12 năm 2026; số 7 ngày 31 tháng 02 năm 2026.'),
  ]
  expect(withDaysInText({ blocks }, { announced: ['2026-12-15'], cited: ['2026-01-02'] })).toEqual({
    cited: ['2026-01-02', '2026-11-05', '2026-05-22', '2026-06-01'],
    counted: ['2026-11-28'],
    announced: ['2026-12-15'],
  })
})
