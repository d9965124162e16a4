import { expect, it } from 'vitest'
import { describeMissing } from './missing-text.ts'
import type { Missing } from './session-record.ts'

const item = { itemId: 1, itemCode: 'SP01' }
const member = { memberId: 2, memberCode: 'TV02' }

it.each<{ missing: Missing; text: string }>([
  {
    missing: { kind: 'quorum', present: 5, required: 6, needsChair: false },
    text: 'Chưa đủ số thành viên dự họp: có mặt 5, cần ít nhất 6',
  },
  {
    missing: { kind: 'quorum', present: 5, required: 6, needsChair: true },
    text: 'Chưa đủ số thành viên dự họp: có mặt 5, cần ít nhất 6; cuộc họp phải có Chủ tịch Hội đồng',
  },
  {
    missing: { kind: 'quorum', present: 8, required: 6, needsChair: true },
    text: 'Cuộc họp phải có Chủ tịch Hội đồng',
  },
  { missing: { kind: 'no-products' }, text: 'Phiên họp chưa có sản phẩm nào' },
  { missing: { kind: 'knockout', ...item }, text: 'Sản phẩm SP01: chưa trả lời đủ các điều kiện loại hồ sơ' },
  {
    missing: { kind: 'no-eligible-member', ...item },
    text: 'Sản phẩm SP01: không có thành viên nào được chấm điểm',
  },
  {
    missing: { kind: 'ballot-incomplete', ...item, ...member, criteria: ['1.1', '6.1.1'] },
    text: 'Sản phẩm SP01: thành viên TV02 chưa chấm tiêu chí 1.1, 6.1.1',
  },
  {
    missing: {
      kind: 'ballot-incomplete',
      ...item,
      ...member,
      criteria: ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '3.1'],
    },
    text: 'Sản phẩm SP01: thành viên TV02 chưa chấm 7 tiêu chí (1.1, 1.2, 1.3, …)',
  },
  {
    missing: { kind: 'ballot-unconfirmed', ...item, ...member },
    text: 'Sản phẩm SP01: phiếu của thành viên TV02 chưa được xác nhận',
  },
  {
    missing: { kind: 'spread', ...item, spread: 12, limit: 10 },
    text: 'Sản phẩm SP01: điểm của các thành viên chênh lệch 12 điểm, quá mức 10 điểm; cần thảo luận và chấm lại, hoặc ghi lý do giữ nguyên',
  },
  {
    missing: { kind: 'agreed-level', ...item, criterion: '3.5' },
    text: 'Sản phẩm SP01: Hội đồng chưa thống nhất mức đạt tại tiêu chí 3.5',
  },
  {
    missing: { kind: 'conclusion', ...item, star: 3, byResult: 4 },
    text: 'Sản phẩm SP01: kết luận 3 sao trong khi kết quả chấm điểm là 4 sao; cần kết luận lại hoặc ghi lý do',
  },
  {
    missing: { kind: 'conclusion', ...item, star: 4, byResult: 0 },
    text: 'Sản phẩm SP01: kết luận 4 sao trong khi kết quả chấm điểm là không xếp hạng; cần kết luận lại',
  },
])('says $text', ({ missing, text }) => {
  expect(describeMissing(missing)).toBe(text)
})
