import { expect, test } from 'vitest'
import type { FindingLevel } from '../../../shared/domain/register/register-list.ts'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import type { listReasons } from './list-reasons.ts'
import { readRegisterList } from './read-register-list.ts'

// Every sentence of the reading by a workbook that it is said of: the compiler refuses a reason without one.

const law = {
  monthsOn: () => 36,
  starOf: (score: number) => (score >= 90 ? 5 : score >= 70 ? 4 : score >= 50 ? 3 : 2),
  today: '2024-10-01',
}

type Case = {
  readonly lists: readonly OfficeList[]
  readonly cell: string
  readonly level: FindingLevel
  readonly reason: string
}
type Cell = OfficeList['rows'][number][number]

const head = ['STT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định', 'Điểm']
const decided = dateCell('2019-12-30')
const orange: readonly Cell[] = [1, 'Cam lòng vàng', 'HTX Hà Phong', 'Thu Phong', 3, '3075/QĐ-UBND', decided, 72.5]

/** The sound row with other cells, by their letter. */
function changed(cells: Readonly<Record<string, Cell>>, row: readonly Cell[] = orange): readonly Cell[] {
  return row.map((cell, index) => {
    const letter = String.fromCodePoint(65 + index)
    return letter in cells ? (cells[letter] ?? null) : cell
  })
}
/** The head, and the sound row with other cells. */
const one = (cells: Readonly<Record<string, Cell>>): readonly OfficeList[] => [{ rows: [head, changed(cells)] }]
const honey = changed({ A: 2, B: 'Mật ong hoa rừng', C: 'Hộ kinh doanh Mường Bi', D: 'Phong Phú' })

/** The head and the sound row, with another column beside. */
const beside = (cells: Readonly<Record<string, Cell>>): readonly OfficeList[] => [
  {
    rows: [
      [...head, ...Object.keys(cells)],
      [...orange, ...Object.values(cells)],
    ],
  },
]
const product = [1, 'Cam', 'HTX Hà Phong'] as const
const raised = (cells: readonly Cell[]): readonly OfficeList[] => [
  {
    rows: [
      ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng cũ', 'Ngày QĐ cũ', 'Hạng nâng lên', 'Ngày QĐ nâng hạng'],
      [...product, ...cells],
    ],
  },
]
const levels = (cells: readonly Cell[]): readonly OfficeList[] => [
  {
    rows: [
      ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Điểm cấp huyện', 'Điểm cấp tỉnh', 'Sao', 'Ngày quyết định'],
      [...product, ...cells, 3, decided],
    ],
  },
]

const twice = ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Sao', 'Lần 1', '', 'Lần 2', '']
const twiceUnder = [null, null, null, null, 'Sao', 'Ngày quyết định', 'Sao', 'Ngày quyết định']
const withYear = ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Hạng sao', 'Ngày quyết định', 'Năm công nhận', 'Ngày hết hạn']
const dated = (year: Cell, until: Cell = null): readonly OfficeList[] => [
  { rows: [withYear, [1, 'Cam lòng vàng', 'HTX Hà Phong', 3, decided, year, until]] },
]

const cases: Readonly<Record<keyof typeof listReasons, Case>> = {
  unreadableCell: {
    lists: one({ B: { error: '#REF!' } }),
    cell: 'B2',
    level: 'fault',
    reason: 'Ô báo lỗi công thức #REF!.',
  },
  twoDigitYear: {
    lists: one({ G: '30/12/19' }),
    cell: 'G2',
    level: 'note',
    reason: '“30/12/19” được đọc là ngày 30/12/2019.',
  },
  monthFirst: {
    lists: one({ G: '12/30/2019' }),
    cell: 'G2',
    level: 'doubt',
    reason: '“12/30/2019” chỉ đọc được theo thứ tự tháng/ngày/năm: ngày 30/12/2019.',
  },
  eitherDay: {
    lists: [{ rows: [head, changed({ G: '03/04/2019' }), changed({ G: '12/25/2019' }, honey)] }],
    cell: 'G2',
    level: 'doubt',
    reason: 'Cột này có ngày viết tháng trước ngày (ô G3): ngày 03/04/2019 có thể là ngày 04/03/2019.',
  },
  timeForDay: {
    lists: one({ G: dateCell('1899-12-30') }),
    cell: 'G2',
    level: 'fault',
    reason: 'Ô chỉ có giờ, không có ngày.',
  },
  noDayOfMonth: {
    lists: one({ G: 'tháng 12/2019' }),
    cell: 'G2',
    level: 'doubt',
    reason: '“tháng 12/2019” chỉ có tháng và năm, chưa có ngày.',
  },
  noDayOfYear: { lists: one({ G: 2019 }), cell: 'G2', level: 'doubt', reason: '“2019” chỉ có năm, chưa có ngày.' },
  noDayOfQuarter: {
    lists: one({ G: 'Q4/2019' }),
    cell: 'G2',
    level: 'doubt',
    reason: '“Q4/2019” chỉ có quý và năm, chưa có ngày.',
  },
  severalDays: {
    lists: one({ G: '30/12/2019 và 31/12/2020' }),
    cell: 'G2',
    level: 'doubt',
    reason: '“30/12/2019 và 31/12/2020” có hơn một ngày; lấy ngày 30/12/2019.',
  },
  readAsDay: {
    lists: one({ G: 'O5/06/2024' }),
    cell: 'G2',
    level: 'doubt',
    reason: '“O5/06/2024” được đọc là ngày 05/06/2024.',
  },
  termNoDay: {
    lists: dated(2019, '36 tháng'),
    cell: 'G2',
    level: 'note',
    reason: '“36 tháng” là thời hạn, không phải ngày; ngày hết hạn tính từ ngày quyết định.',
  },
  termDiffers: {
    lists: dated(2019, '5 năm'),
    cell: 'G2',
    level: 'doubt',
    reason: 'Danh sách ghi thời hạn 60 tháng; giấy chứng nhận của ngày quyết định có thời hạn 36 tháng.',
  },
  noSuchDay: {
    lists: one({ G: '31/11/2019' }),
    cell: 'G2',
    level: 'fault',
    reason: 'Lịch không có ngày “31/11/2019”.',
  },
  notADay: { lists: one({ G: 'chưa rõ' }), cell: 'G2', level: 'fault', reason: '“chưa rõ” không phải là ngày.' },
  outsideProgramme: {
    lists: one({ G: '30/12/2009' }),
    cell: 'G2',
    level: 'doubt',
    reason: 'Năm 2009 ngoài thời gian của Chương trình OCOP.',
  },
  oldEncoding: {
    lists: one({ B: 'ChÌ bóp tÝm §åi S\u00ad¬ng' }),
    cell: 'B2',
    level: 'doubt',
    reason: 'Chữ theo bảng mã cũ TCVN3, được đọc là “Chè búp tím Đồi Sương”.',
  },
  hiddenSigns: {
    lists: one({ B: 'Cam\u200B lòng vàng' }),
    cell: 'B2',
    level: 'note',
    reason: 'Bỏ 1 ký tự không nhìn thấy.',
  },
  textBecameDate: {
    lists: one({ B: dateCell('2024-03-01') }),
    cell: 'B2',
    level: 'doubt',
    reason: 'Phần mềm bảng tính đã đổi chữ trong ô thành ngày.',
  },
  notAStar: {
    lists: one({ E: '6 sao' }),
    cell: 'E2',
    level: 'fault',
    reason: '“6 sao” không phải là hạng sao từ 1 đến 5.',
  },
  starAndMore: {
    lists: one({ E: '3 sao (tiềm năng 4 sao)' }),
    cell: 'E2',
    level: 'doubt',
    reason: '“3 sao (tiềm năng 4 sao)” được đọc là 3 sao.',
  },
  starRaised: {
    lists: one({ E: '2 sao → 3 sao' }),
    cell: 'E2',
    level: 'note',
    reason: '“2 sao → 3 sao” được đọc là nâng hạng từ 2 sao lên 3 sao; lấy 3 sao.',
  },
  notAScore: { lists: one({ H: 101 }), cell: 'H2', level: 'fault', reason: '“101” không phải là điểm từ 0 đến 100.' },
  serialDay: {
    lists: one({ G: 43_829 }),
    cell: 'G2',
    level: 'note',
    reason: 'Số 43829 là ngày 30/12/2019 chưa định dạng.',
  },
  notAYear: { lists: dated('năm ngoái'), cell: 'F2', level: 'fault', reason: '“năm ngoái” không phải là năm.' },

  asAbove: {
    lists: [{ rows: [head, orange, changed({ C: '-nt-' }, honey)] }],
    cell: 'C3',
    level: 'note',
    reason: '“-nt-” được đọc theo dòng trên: “HTX Hà Phong”.',
  },
  failed: {
    lists: one({ E: 'Không đạt', F: null, G: null, H: 20 }),
    cell: 'E2',
    level: 'note',
    reason: '“Không đạt”: sản phẩm không được ghi là đã được công nhận.',
  },
  failedYetDecided: {
    lists: one({ E: 'Không đạt' }),
    cell: 'E2',
    level: 'doubt',
    reason: '“Không đạt” nhưng dòng vẫn ghi hạng sao hoặc quyết định; sản phẩm không được ghi là đã được công nhận.',
  },
  columnsDiffer: {
    lists: beside({ 'Tổng điểm': 71 }),
    cell: 'H2',
    level: 'doubt',
    reason: 'Cột này ghi 72,5 điểm, cột được đọc ghi 71 điểm; cần xem cột nào đúng.',
  },
  starColumnsDiffer: {
    lists: beside({ 'Số sao': 4 }),
    cell: 'I2',
    level: 'doubt',
    reason:
      'Cột này ghi 4 sao, cột được đọc ghi 3 sao; nhận dòng này thì ghi 3 sao theo quyết định số 3075/QĐ-UBND ngày 30/12/2019.',
  },
  formerStars: {
    lists: beside({ 'Hạng sao cũ': 3 }),
    cell: 'I1',
    level: 'note',
    reason: 'Cột I “Hạng sao cũ” là hạng sao trước đây, không kèm quyết định hoặc năm công nhận nên không được ghi.',
  },
  formerStarAlone: {
    lists: [
      {
        rows: [
          [...head, 'Hạng sao cũ'],
          [...changed({ E: null }), 3],
        ],
      },
    ],
    cell: 'I2',
    level: 'doubt',
    reason:
      'Dòng chỉ ghi hạng trước đây 3 sao, hạng mới để trống; nhận dòng này thì quyết định số 3075/QĐ-UBND ngày 30/12/2019 được ghi mà không có hạng sao.',
  },
  formerStarUndecided: {
    lists: raised([3, null, 4, '20/12/2022']),
    cell: 'D2',
    level: 'note',
    reason: 'Hạng trước đây 3 sao không kèm quyết định hoặc năm công nhận nên không được ghi.',
  },
  newStarUndecided: {
    lists: raised([3, '30/12/2019', 4, null]),
    cell: 'F2',
    level: 'doubt',
    reason:
      'Hạng 4 sao không kèm quyết định của lần này nên không được ghi; nhận dòng này thì ghi 3 sao theo quyết định ngày 30/12/2019 chưa rõ số.',
  },
  notRaised: {
    lists: raised([4, '30/12/2019', 4, '20/12/2022']),
    cell: 'F2',
    level: 'doubt',
    reason:
      'Cột nâng hạng ghi 4 sao, hạng trước đây ghi 4 sao; nhận dòng này thì ghi 4 sao theo quyết định ngày 20/12/2022 chưa rõ số.',
  },
  timesTurned: {
    lists: raised([3, '20/12/2022', 4, '30/12/2019']),
    cell: 'G2',
    level: 'doubt',
    reason:
      'Lần công nhận trước ghi ngày 20/12/2022, lần sau ghi ngày 30/12/2019; lấy ngày 20/12/2022 là lần mới nhất.',
  },
  yearOfOtherColumn: {
    lists: [
      {
        rows: [
          ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Sao năm 2019', 'Ngày QĐ năm 2019', 'Sao năm 2022', 'Ngày QĐ năm 2022'],
          [1, 'Cam', 'HTX Hà Phong', 3, '30/12/2019', 4, '05/01/2023'],
        ],
      },
    ],
    cell: 'G2',
    level: 'doubt',
    reason: 'Ngày 05/01/2023 không thuộc năm 2022 ghi ở tiêu đề của cột.',
  },
  lowerLevel: {
    lists: levels([60, 72]),
    cell: 'D2',
    level: 'note',
    reason: 'Cột này của cấp dưới ghi 60 điểm; lấy kết quả của cấp trên: 72 điểm.',
  },
  ofLowerLevel: {
    lists: levels([60, null]),
    cell: 'D2',
    level: 'note',
    reason: 'Cột của cấp trên để trống; lấy kết quả ở cột này: 60 điểm.',
  },
  columnUnread: {
    lists: [
      {
        rows: [
          [...head, 'Số sao'],
          [...changed({ E: null }), 4],
        ],
      },
    ],
    cell: 'I2',
    level: 'doubt',
    reason: 'Cột này ghi 4 sao, cột được đọc để trống; chưa lấy.',
  },
  starTooLow: {
    lists: one({ E: 2, H: null }),
    cell: 'E2',
    level: 'doubt',
    reason: 'Dòng ghi 2 sao mà có quyết định; quyết định công nhận từ 3 sao trở lên.',
  },
  ofTitle: {
    lists: [
      {
        rows: [
          ['(Kèm theo Quyết định số 456/QĐ-UBND ngày 12/12/2023 của UBND tỉnh)'],
          head.slice(0, 5),
          orange.slice(0, 5),
        ],
      },
    ],
    cell: 'E3',
    level: 'doubt',
    reason: 'Dòng không ghi quyết định; lấy theo tiêu đề của danh sách: số 456/QĐ-UBND ngày 12/12/2023.',
  },
  noRecognition: {
    lists: [
      { rows: [head, orange, changed({ A: 2, B: 'Chè' }), changed({ E: null, F: null, G: null, H: null }, honey)] },
    ],
    cell: 'B4',
    level: 'doubt',
    reason: 'Dòng không ghi hạng sao và quyết định trong khi phần lớn danh sách có ghi.',
  },
  severalMarks: {
    lists: [
      {
        rows: [
          ['STT', 'Tên sản phẩm', 'Chủ thể', '3 sao', '4 sao'],
          [1, 'Cam', 'HTX Hà Phong', 'x', 'X'],
        ],
      },
    ],
    cell: 'E2',
    level: 'doubt',
    reason: 'Dòng đánh dấu ở hơn một cột hạng sao; chưa lấy hạng nào.',
  },
  noStar: {
    lists: one({ E: null, H: 20 }),
    cell: 'F2',
    level: 'doubt',
    reason: 'Có quyết định nhưng không ghi hạng sao; chưa được tính là sản phẩm còn hiệu lực công nhận.',
  },
  starBelowScore: {
    lists: one({ E: 3, H: 95 }),
    cell: 'E2',
    level: 'doubt',
    reason: '95 điểm đủ 5 sao, dòng chỉ ghi 3 sao.',
  },
  dayForNumber: {
    lists: [{ rows: [head, changed({ F: '30/12/2019' }), changed({ F: '12/QĐ-UBND' }, honey)] }],
    cell: 'F2',
    level: 'doubt',
    reason: 'Ô số quyết định chỉ có ngày 30/12/2019, chưa có số.',
  },
  severalNumbers: {
    lists: one({ F: '3075/QĐ-UBND; 3076/QĐ-UBND' }),
    cell: 'F2',
    level: 'doubt',
    reason: '“3075/QĐ-UBND; 3076/QĐ-UBND” có hơn một số quyết định; lấy số 3075/QĐ-UBND.',
  },
  amended: {
    lists: one({ F: '3075/QĐ-UBND (đã đính chính)' }),
    cell: 'F2',
    level: 'doubt',
    reason: '“3075/QĐ-UBND (đã đính chính)” nói tới việc sửa quyết định; lấy số 3075/QĐ-UBND.',
  },
  starsDiffer: {
    lists: [
      {
        rows: [twice, twiceUnder, [1, 'Cam', 'HTX Hà Phong', 3, 3, '30/12/2019', 4, '20/12/2022']],
        merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1'],
      },
    ],
    cell: 'D3',
    level: 'doubt',
    reason:
      'Hạng hiện tại ghi 3 sao, lần công nhận mới nhất ghi 4 sao; nhận dòng này thì ghi 4 sao theo quyết định ngày 20/12/2022 chưa rõ số.',
  },
  starOfOtherGroup: {
    lists: [{ rows: [head, ['I. SẢN PHẨM ĐẠT 4 SAO'], orange] }],
    cell: 'E3',
    level: 'doubt',
    reason: 'Dòng ghi 3 sao, tiêu đề của nhóm ghi 4 sao.',
  },
  scoreBelowStar: {
    lists: one({ E: 4, H: 69.5 }),
    cell: 'H2',
    level: 'doubt',
    reason: '69,5 điểm chỉ đạt 3 sao, dòng ghi 4 sao.',
  },
  dayToCome: { lists: one({ G: '30/12/2024' }), cell: 'G2', level: 'doubt', reason: 'Ngày 30/12/2024 chưa tới.' },
  yearOfOtherGroup: {
    lists: [{ rows: [head, ['II. Sản phẩm công nhận năm 2020'], orange] }],
    cell: 'G3',
    level: 'doubt',
    reason: 'Ngày 30/12/2019 không thuộc năm 2020 ghi ở tiêu đề của nhóm.',
  },
  decisionFromAbove: {
    lists: [{ rows: [head, ['Quyết định số 3075/QĐ-UBND ngày 30/12/2019'], changed({ F: null, G: null })] }],
    cell: 'B3',
    level: 'note',
    reason: 'Quyết định lấy theo tiêu đề của nhóm: số 3075/QĐ-UBND ngày 30/12/2019.',
  },
  decisionOfOtherGroup: {
    lists: [{ rows: [head, ['Quyết định số 22/QĐ-UBND ngày 06/5/2023'], orange] }],
    cell: 'F3',
    level: 'doubt',
    reason: 'Dòng ghi quyết định khác tiêu đề của nhóm (số 22/QĐ-UBND ngày 06/05/2023); lấy theo dòng.',
  },
  yearOfTitle: {
    lists: [{ rows: [['DANH SÁCH SẢN PHẨM OCOP NĂM 2020'], head, orange] }],
    cell: 'A1',
    level: 'note',
    reason: 'Tiêu đề của danh sách ghi năm 2020, quyết định thuộc năm khác ở dòng 3 (năm 2019); lấy theo dòng.',
  },
  noDecisionDay: {
    lists: one({ G: null }),
    cell: 'E2',
    level: 'doubt',
    reason: 'Chưa có ngày quyết định nên chưa tính được thời hạn.',
  },
  endDiffers: {
    lists: dated(2019, '31/12/2022'),
    cell: 'G2',
    level: 'doubt',
    reason: 'Danh sách ghi hết hạn ngày 31/12/2022; tính từ ngày quyết định 30/12/2019 là ngày 30/12/2022.',
  },
  noDecisionNumber: {
    lists: one({ F: '3075' }),
    cell: 'F2',
    level: 'doubt',
    reason: '“3075” không có số quyết định theo mẫu 123/QĐ-UBND.',
  },
  daysDiffer: {
    lists: one({ F: '3075/QĐ-UBND ngày 29/12/2019' }),
    cell: 'G2',
    level: 'doubt',
    reason: 'Ô số quyết định ghi ngày 29/12/2019, cột ngày ghi 30/12/2019.',
  },
  yearsDiffer: {
    lists: dated(2020),
    cell: 'F2',
    level: 'doubt',
    reason: 'Cột năm ghi 2020, ngày quyết định thuộc năm 2019.',
  },
  yearOfNumberDiffers: {
    lists: one({ F: '3075/2020/QĐ-UBND' }),
    cell: 'F2',
    level: 'doubt',
    reason: 'Số quyết định ghi năm 2020, ngày quyết định thuộc năm 2019.',
  },

  noProduct: { lists: one({ B: null }), cell: 'B2', level: 'fault', reason: 'Chưa có tên sản phẩm.' },
  nameIsFigure: { lists: one({ B: 45_123 }), cell: 'B2', level: 'doubt', reason: 'Tên sản phẩm “45123” chỉ có số.' },
  nameTooLong: {
    lists: one({ B: 'Cam '.repeat(70) }),
    cell: 'B2',
    level: 'doubt',
    reason: 'Tên sản phẩm dài 279 ký tự.',
  },
  severalProducts: {
    lists: one({ B: '1. Rượu sim; 2. Rượu mơ' }),
    cell: 'B2',
    level: 'doubt',
    reason: 'Ô có vẻ ghi nhiều sản phẩm; mỗi sản phẩm cần một dòng.',
  },
  noProducer: { lists: one({ C: null }), cell: 'C2', level: 'fault', reason: 'Chưa có tên chủ thể.' },
  producerNotTaken: {
    lists: [{ rows: [head, orange, changed({ C: null, D: null }, honey)] }],
    cell: 'C3',
    level: 'fault',
    reason:
      'Chưa có tên chủ thể; danh sách không cho biết sản phẩm này cũng của “HTX Hà Phong” ở dòng trên. Ghi tên chủ thể vào ô này; nếu cùng chủ thể thì ghi “nt” hoặc gộp ô.',
  },
  unknownRow: {
    lists: [{ rows: [head, orange, ['Kèm theo tờ trình của phòng chuyên môn']] }],
    cell: 'B3',
    level: 'doubt',
    reason:
      'Dòng chỉ có “Kèm theo tờ trình của phòng chuyên môn”, không đọc được là sản phẩm hay tiêu đề nhóm; bỏ qua.',
  },
  footRow: {
    lists: [{ rows: [head, orange, [null, 'Người lập biểu', 'Thủ trưởng đơn vị'], [null, 'Tổ trưởng', 'Trưởng ban']] }],
    cell: 'B4',
    level: 'note',
    reason: 'Dòng “Tổ trưởng” ở phần ký của danh sách, không phải là sản phẩm; bỏ qua.',
  },
  belowUnknown: {
    lists: [
      { rows: [head, ['A. SẢN PHẨM ĐẠT 3 SAO'], orange, ['B. CÁC TRƯỜNG HỢP KHÁC'], changed({ E: null }, honey)] },
    ],
    cell: 'B5',
    level: 'doubt',
    reason:
      'Dòng nằm dưới “B. CÁC TRƯỜNG HỢP KHÁC”, tiêu đề chưa đọc được; không lấy hạng sao, quyết định của nhóm phía trên.',
  },
  onlyProposed: {
    lists: [{ rows: [head, ['A. SẢN PHẨM ĐỀ NGHỊ 5 SAO'], changed({ E: null, F: null, G: null })] }],
    cell: 'B3',
    level: 'note',
    reason: '“SẢN PHẨM ĐỀ NGHỊ 5 SAO”: sản phẩm mới được đề nghị, không được ghi là đã được công nhận.',
  },
  outOfForce: {
    lists: [
      {
        rows: [
          [...head, 'Ghi chú'],
          [...orange, 'Đã thu hồi giấy chứng nhận'],
        ],
      },
    ],
    cell: 'I2',
    level: 'doubt',
    reason:
      '“Đã thu hồi giấy chứng nhận”: kết quả có thể không còn hoặc chưa có giá trị; nhận dòng này thì sản phẩm vẫn được ghi là đã được công nhận.',
  },
  struckOut: {
    lists: [{ rows: [head, orange], struck: ['B2'] }],
    cell: 'B2',
    level: 'doubt',
    reason: 'Tên sản phẩm bị gạch ngang trong tệp; nhận dòng này thì sản phẩm vẫn được ghi như các dòng khác.',
  },
  headMoved: {
    lists: [{ rows: [head, orange, ['STT', 'Tên chủ thể', 'Tên sản phẩm'], [2, 'HTX Mường Bi', 'Mật ong']] }],
    cell: 'A3',
    level: 'note',
    reason: 'Từ dòng 3 các cột theo thứ tự khác, được đọc theo tiêu đề ở dòng này.',
  },
  columnsMoved: {
    lists: [
      {
        rows: [
          twice,
          twiceUnder,
          [1, 'Cam', 'HTX Hà Phong', 3, 3, '30/12/2019'],
          ['TT', 'Tên chủ thể', 'Tên sản phẩm', 'Sao'],
          [2, 'HTX Mường Bi', 'Mật ong', 3],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1'],
      },
    ],
    cell: 'B5',
    level: 'fault',
    reason: 'Tiêu đề ở dòng 4 xếp các cột theo thứ tự khác, chưa đọc được.',
  },
  hiddenRow: {
    lists: [{ rows: [head, orange, honey], hiddenRows: [3] }],
    cell: 'B3',
    level: 'doubt',
    reason: 'Dòng 3 đang ẩn trong tệp.',
  },
  producerFromAbove: {
    lists: [{ rows: [head, orange, changed({ C: null, D: 'Thu Phong' }, honey)] }],
    cell: 'B3',
    level: 'doubt',
    reason: 'Ô chủ thể để trống, lấy theo dòng trên: “HTX Hà Phong”.',
  },

  unreadStars: {
    lists: [{ rows: [[...head.slice(0, 4), 'Mức'], orange.slice(0, 5)] }],
    cell: 'E1',
    level: 'note',
    reason: 'Cột E “Mức” có vẻ ghi hạng sao mà chưa được đọc.',
  },
  otherSheets: {
    lists: [
      { name: 'Một', rows: [head, orange, honey] },
      { name: 'Hai', rows: [head, orange] },
    ],
    cell: 'A1',
    level: 'note',
    reason: 'Tệp còn danh sách ở trang tính “Hai”, chưa đọc: chọn trang tính đó để đọc.',
  },
  sheetWithoutHead: {
    lists: [
      { name: 'Một', rows: [head, orange] },
      { name: 'Hai', rows: [honey] },
    ],
    cell: 'B2',
    level: 'doubt',
    reason:
      'Trang tính “Hai” có 1 dòng giống danh sách nhưng không có tiêu đề: chưa đọc. Dòng nào thuộc danh sách thì chép xuống cuối danh sách rồi nhập lại tệp.',
  },
  hiddenColumn: {
    lists: [{ rows: [head, orange], hiddenColumns: [4] }],
    cell: 'D1',
    level: 'note',
    reason: 'Cột D đang ẩn trong tệp.',
  },

  recognisedTwice: {
    lists: [{ rows: [head, orange, changed({ A: 2, F: '2935/QĐ-UBND', G: dateCell('2022-12-20') })] }],
    cell: 'B3',
    level: 'note',
    reason: 'Cùng sản phẩm với dòng 2, công nhận vào ngày khác.',
  },
  contradictsRow: {
    lists: [{ rows: [head, orange, changed({ A: 2, E: 4, H: 71 })] }],
    cell: 'B3',
    level: 'doubt',
    reason:
      'Mâu thuẫn với dòng 2: “Cam lòng vàng” của HTX Hà Phong: E2 ghi 3 sao, E3 ghi 4 sao; H2 ghi 72,5 điểm, H3 ghi 71 điểm; lấy theo dòng 2.',
  },
  numberOfOtherDay: {
    lists: [{ rows: [head, orange, honey, changed({ A: 3, B: 'Chè', G: dateCell('2019-12-03') })] }],
    cell: 'G4',
    level: 'doubt',
    reason: 'Quyết định 3075/QĐ-UBND ở dòng này ghi ngày 03/12/2019; dòng 2, 3 ghi ngày 30/12/2019.',
  },
  sameAsRow: {
    lists: [{ rows: [head, orange, changed({ A: 2, B: 'CAM LÒNG VÀNG' })] }],
    cell: 'B3',
    level: 'doubt',
    reason: 'Trùng với dòng 2: “Cam lòng vàng” của HTX Hà Phong.',
  },
  producerNearToRow: {
    lists: [{ rows: [head, orange, changed({ A: 2, B: 'Bưởi đỏ', C: 'HTX Hà Phòng' })] }],
    cell: 'C3',
    level: 'doubt',
    reason: 'Chủ thể gần giống dòng 2: HTX Hà Phong.',
  },
  nearToRow: {
    lists: [{ rows: [head, orange, changed({ A: 2, B: 'Cam lòng vàg' })] }],
    cell: 'B3',
    level: 'doubt',
    reason: 'Gần giống dòng 2: “Cam lòng vàng” của HTX Hà Phong.',
  },
}

async function findings(lists: readonly OfficeList[]) {
  const bytes = await officeWorkbook(...lists)
  const list = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  return list?.faults.map(({ cell, level, reason }) => ({ cell, level, reason })) ?? []
}

test('the sound row has nothing said of it', async () => {
  expect(await findings(one({}))).toEqual([])
})

test.each(Object.entries(cases))('%s', async (_name, { lists, cell, level, reason }) => {
  expect(await findings(lists)).toContainEqual({ cell, level, reason })
})
