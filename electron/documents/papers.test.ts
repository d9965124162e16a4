import { describe, expect, it } from 'vitest'
import { listCriteria, listGates } from '../../shared/domain/criteria/form.ts'
import type { BallotChoices } from '../../shared/domain/scoring/types.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { unrecognisedOf } from '../../shared/domain/session/unrecognised.ts'
import { buildRecord, type FixtureProduct } from '../../tests/fixtures/session-record.ts'
import { districtRecord, provinceRecord } from '../../tests/fixtures/records.ts'
import { readCriteriaSet } from '../../tests/helpers/resources.ts'
import { listDocuments } from './catalogue.ts'
import { scopeOfSession } from './certificate/certified.ts'
import { councilReportModel } from './council-report/model.ts'
import { decisionModel } from './decision/model.ts'
import { symbolsOf } from './catalogue.ts'
import { applyIssues } from './issue.ts'
import { minutesModel } from './minutes/model.ts'
import { productTallyModel } from './product-tally/model.ts'
import { proposalModel } from './proposal/model.ts'
import { referralLetterModel } from './referral-letter/model.ts'
import { referralListModel } from './referral-list/model.ts'
import { provinceRows } from './referral-list/province-rows.ts'
import { resultNoticesModel } from './result-notice/model.ts'
import { tallyTableModel } from './tally-table/model.ts'

/** The best of every criterion but the first that asks something for 3 stars: above 90 points, with 2 stars. */
function allButOneGate(setNumber: string): BallotChoices {
  const form = readCriteriaSet(`qd26-${setNumber}`)
  const gate = listGates(form).find(({ star }) => star === 3)
  return listCriteria(form).map(({ criterion, index }) => {
    if (index === gate?.criterionIndex) return 0
    return criterion.options.findIndex(({ points }) => points === criterion.max) + 1
  })
}

const products: readonly FixtureProduct[] = [
  // Goes up as 4 stars, though scored 5: the council says why.
  { quality: 0.95, gatesMet: 5, conclusion: { star: 4, note: 'Chờ chứng nhận quản lý chất lượng' } },
  // Recognised as 3, though scored 4.
  { quality: 0.78, gatesMet: 4, conclusion: { star: 3, note: 'Chưa ổn định nguồn nguyên liệu' } },
  { quality: 1, setNumber: 5, choices: Array.from({ length: 9 }, () => allButOneGate('05')) },
  { quality: 0.6, exclusions: [{ memberId: 5, kind: 'recused', reason: 'Có quan hệ gia đình với chủ thể' }] },
  { quality: 0.7, rejection: 'Giấy chứng nhận hết hạn từ ngày 15/8/2026' },
  { quality: 0.68, earlierRound: 'Nhập từ bảng tính', dissent: 0.3 },
  { quality: 0.35, opinion: 'Cần bổ sung bao bì.' },
]
const record = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products })
const none = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products: [{ quality: 0.35 }] })
const central: SessionRecord = {
  ...buildRecord({
    ruleSetId: 'qd-26-2026',
    level: 'central',
    products: [{ quality: 0.95, gatesMet: 5 }, { quality: 0.6 }],
  }),
  level: 'central',
}

const allText = (model: unknown): string => JSON.stringify(model).replaceAll('\u00a0', '')

describe('the concluded star', () => {
  it('is the one that every paper prints', () => {
    const [first, second] = record.items
    const starIn = {
      'decision, annex I': decisionModel(record).annexes[0]?.rows.find(
        ({ productName }) => productName === second?.productName,
      )?.star,
      certificates: scopeOfSession(record).products.find(({ id }) => id === second?.id)?.star,
      'decision, annex II': decisionModel(record).annexes[1]?.rows[0]?.star,
      list: referralListModel(record).rows[0]?.star,
      'province’s workbook': provinceRows(record)[0]?.values.star,
      'letter’s annex': referralLetterModel(record).annexes[0]?.table.rows[0]?.at(-1),
      'proposal’s annex': proposalModel(record).annexes[1]?.table.rows[0]?.at(-1),
      tally: tallyTableModel(record)
        .rows.slice(0, 2)
        .map(({ star }) => star),
      'product tally': productTallyModel(record)
        .tables.slice(0, 2)
        .map(({ star }) => star),
    }
    expect(starIn).toEqual({
      'decision, annex I': 3,
      certificates: 3,
      'decision, annex II': 4,
      list: 4,
      'province’s workbook': '4 sao',
      'letter’s annex': '4',
      'proposal’s annex': '4',
      tally: ['4 sao', '3 sao'],
      'product tally': ['4 sao', '3 sao'],
    })
    expect(first?.result.star).toBe(5)
    expect(second?.result.star).toBe(4)
    const notices = resultNoticesModel(record).notices.map(allText)
    expect(notices[0]).toContain('"4 sao"')
    expect(notices[1]).toContain('công nhận đạt hạng 3 sao')
    expect(allText(councilReportModel(record))).toContain('4 sao, đề nghị cấp trên')
  })

  it('is given with its reason wherever it is not the one of the scores', () => {
    const reason = 'Hội đồng kết luận 4 sao: Chờ chứng nhận quản lý chất lượng'
    const papers = [
      minutesModel,
      councilReportModel,
      decisionModel,
      proposalModel,
      referralLetterModel,
      referralListModel,
    ]
    for (const model of [...papers, provinceRows, resultNoticesModel, tallyTableModel, productTallyModel]) {
      expect(allText(model(record)), model.name).toContain(reason)
    }
  })
})

describe('a product whose star the council lowered', () => {
  const [, second] = record.items
  const said = {
    minutes: minutesModel(record).parts.flatMap(({ blocks }) =>
      blocks.filter((block) => block.kind === 'text' && block.lead === `${second?.code}. ${second?.productName}: `),
    ),
    notice: resultNoticesModel(record).notices[1],
    'product tally': productTallyModel(record).tables[1]?.notes,
  }

  it.each(Object.entries(said))('lacks neither points nor gates for a higher star: %s', (_, paper) => {
    expect(second?.result.reasons.map(({ kind }) => kind)).toContain('next-band')
    expect(allText(paper)).toContain('Hội đồng kết luận 3 sao: Chưa ổn định nguồn nguyên liệu')
    expect(allText(paper)).not.toMatch(/còn thiếu .* để đạt|5 sao/i)
  })

  it('adds nothing to what products lack, in the report', () => {
    const only = buildRecord({ ruleSetId: 'qd-26-2026', level: 'province', products: products.slice(1, 2) })
    expect(allText(councilReportModel(only))).not.toContain('chưa đạt yêu cầu tối thiểu')
  })
})

describe('what goes up', () => {
  it('is headed by whose star it is, and says why it goes up and what it lacks', () => {
    const list = referralListModel(record)
    expect(list.rows.map(({ star }) => star)).toEqual([4, 2])
    expect(list.rows[1]?.note).toMatch(/^Chưa đạt yêu cầu tối thiểu 3 sao tại tiêu chí /)
    expect(list.reason).toContain('vì có điểm trung bình từ 90 điểm trở lên (điểm e khoản 3 Điều 7')
    const letter = allText(referralLetterModel(record))
    expect(letter).toContain('Hạng theo kết quả Hội đồng')
    expect(letter).not.toContain('Hạng đề nghị')
    expect(decisionModel(record).annexes[1]?.starHead).toBe('Hạng theo kết quả Hội đồng')
  })

  it('is named in the decision as left out of what is recognised, and what follows', () => {
    const [first, second] = decisionModel(record).articles.map(({ paragraphs }) => paragraphs.join(' '))
    expect(first).toContain('không gồm 02 (hai) sản phẩm nêu tại Điều 2')
    expect(second).toContain(
      'kể cả sản phẩm đạt hạng sao thuộc thẩm quyền công nhận của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ',
    )
    expect(second).toContain(
      'công nhận hạng 3 sao, 4 sao hoặc tổ chức đánh giá, phân hạng theo thẩm quyền (điểm g khoản 4 Điều 7',
    )
  })

  it('goes with the papers that the decision asks for', () => {
    const letter = referralLetterModel(record)
    expect(letter.posts).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
    const text = allText(letter)
    for (const part of [
      'điểm a khoản 3 Điều 6',
      'Tổ tư vấn',
      'kiểm nghiệm bổ sung của cấp tỉnh (nếu có)',
      '05 sản phẩm mẫu của từng sản phẩm',
      '01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('goes with others where it is evaluated again, and without samples where it is a service', () => {
    const again = buildRecord({
      ruleSetId: 'qd-26-2026',
      level: 'province',
      products: [
        { quality: 0.95, gatesMet: 5, application: 'reassessment' },
        { quality: 0.95, gatesMet: 5 },
      ],
    })
    const text = allText(referralLetterModel(again))
    expect(text).toContain('a) Của 01 sản phẩm lần đầu, nâng hạng, theo điểm a khoản 3 Điều 6')
    expect(text).toContain('b) Của 01 sản phẩm đánh giá, phân hạng lại, theo điểm b khoản 3 Điều 6')
    expect(text).toContain('Báo cáo đánh giá của Sở Nông nghiệp và Môi trường tỉnh Phú Thọ')
    const tourism = { ...again, items: again.items.map((item) => ({ ...item, form: { ...item.form, setNumber: 26 } })) }
    expect(allText(referralLetterModel(tourism))).not.toContain('sản phẩm mẫu')
  })
})

describe('what nobody recognises', () => {
  const told = (made: SessionRecord) => unrecognisedOf(made).map(({ item: { code }, ...why }) => ({ code, ...why }))

  it('is told with the article that says so', () => {
    expect(told(record)).toEqual([
      {
        code: 'SP03',
        star: 2,
        decides: 'central',
        recognises: [5],
        sentUpBy: 'điểm e khoản 3 Điều 7 Quyết định số 26/2026/QĐ-TTg',
        article: 'khoản 1 Điều 4 Quyết định số 26/2026/QĐ-TTg',
      },
      expect.objectContaining({
        code: 'SP05',
        star: null,
        article: 'Phụ lục II Quyết định số 26/2026/QĐ-TTg',
      }),
      expect.objectContaining({ code: 'SP07', star: 2, decides: 'province', recognises: [3, 4], sentUpBy: null }),
    ])
  })

  it('is under QĐ 148 what a district sends up with the star of a district', () => {
    const district = told(districtRecord())
    expect(district.find(({ code }) => code === 'SP10')).toMatchObject({ decides: 'province', recognises: [4] })
    // Scored 90 and more, it goes on to the centre, which recognises its 5 stars.
    expect(district.some(({ code }) => code === 'SP01')).toBe(false)
  })
})

describe('papers name each other', () => {
  const issue = { posts: [], signer: '', recipients: [], issuedOn: '2026-11-20' }
  const issues = {
    minutes: { ...issue, number: 3, symbol: 'BB-HĐOCOP' },
    proposal: { ...issue, number: 41, symbol: 'TTr-SNNMT' },
    decision: { ...issue, number: 1085, symbol: 'QĐ-UBND' },
  }
  const symbols = symbolsOf(record, issues)

  it('by number and date once they have them', () => {
    const decision = allText(applyIssues({ model: decisionModel(record), own: issues.decision, issues, symbols }))
    expect(decision).toContain(
      'Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tỉnh Phú Thọ tại Tờ trình số 41/TTr-SNNMT ngày 20 tháng 11 năm 2026.',
    )
    expect(decision).toContain('Căn cứ Biên bản họp số 03/BB-HĐOCOP ngày 12 tháng 11 năm 2026')
    for (const [kind, model] of [
      ['council-report', councilReportModel(record)],
      ['proposal', proposalModel(record)],
      ['referral-letter', referralLetterModel(record)],
    ] as const) {
      expect(allText(applyIssues({ model, issues, symbols })), kind).toContain('số 03/BB-HĐOCOP')
    }
    const letter = allText(applyIssues({ model: referralLetterModel(record), issues, symbols }))
    expect(letter).toContain('Quyết định số 1085/QĐ-UBND ngày 20 tháng 11 năm 2026')
  })

  it('and cite the founding decision with its issuer, and the Quy chế by its number', () => {
    const bases = decisionModel(record).legalBases.join(' ')
    expect(bases).toContain(
      'số 2415/QĐ-UBND ngày 18 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ về việc thành lập',
    )
    for (const model of [decisionModel, proposalModel, councilReportModel, minutesModel]) {
      expect(allText(model(record)), model.name).toContain('ban hành kèm theo Quyết định số 2416/QĐ-UBND')
    }
  })

  it('and are kept with the unit that drafts; "Hồ sơ" stands under minutes alone', () => {
    expect(minutesModel(record).recipients.at(-1)).toBe('Lưu: VT, Hồ sơ')
    const others = [decisionModel, proposalModel, councilReportModel, referralLetterModel].map((model) => model(record))
    for (const { recipients } of [...others, ...resultNoticesModel(record).notices]) {
      expect(recipients.at(-1)).toMatch(/^Lưu: VT, (NN|PTNT|HĐOCOP)$/)
    }
  })
})

describe('minutes', () => {
  const text = allText(minutesModel(record))

  it('tell of a spread that was scored again, with a reason that is one', () => {
    expect(text).not.toContain('Nhập từ bảng tính')
    expect(text).toMatch(/chênh lệch \d+ điểm tại lần chấm 1; Hội đồng thảo luận và chấm lại/)
    expect(text).toContain('lý do: điểm của các thành viên chênh lệch quá mức 10 điểm')
    expect(text).not.toContain('Chênh lệch điểm vượt mức 10 điểm: không có')
  })

  it('name people, once and with their posts', () => {
    expect(text).toContain('Ông/Bà Ủy viên thứ hai (TV05) không tham gia chấm; lý do: Có quan hệ gia đình với chủ thể')
    expect(text).toContain('Ông/Bà Ủy viên thứ năm, Phó Chủ tịch Hội Nông dân, Ủy viên')
    expect(text).not.toMatch(/Giám đốc, Sở|Phó Chủ tịch, Hội/)
  })

  it('hold what was said, and when it began and ended', () => {
    const minutes = { beganAt: '08:15', endedAt: '17:05', endedOn: '', discussion: 'Ý thứ nhất.\nÝ thứ hai.' }
    const model = minutesModel({ ...record, session: { ...record.session, minutes } })
    expect(model.opening[0]).toBe('Thời gian bắt đầu: 08 giờ 15, ngày 12 tháng 11 năm 2026.')
    expect(model.closing).toBe('Cuộc họp kết thúc vào 17 giờ 05, ngày 12 tháng 11 năm 2026./.')
    const discussion = model.parts.find(({ heading }) => heading.endsWith('THẢO LUẬN'))
    expect(discussion?.blocks.map((block) => (block.kind === 'table' ? '' : block.text))).toEqual([
      'Ý thứ nhất.',
      'Ý thứ hai.',
      'Ý kiến của thành viên ghi trên phiếu đánh giá:',
      'Ông/Bà Chủ tịch Hội đồng (TV01): Cần bổ sung bao bì.',
    ])
    const later = { ...minutes, endedOn: '2026-11-13' }
    expect(minutesModel({ ...record, session: { ...record.session, minutes: later } }).closing).toContain(
      'ngày 13 tháng 11',
    )
  })
})

describe('notices', () => {
  it('come after the decision, name the commune, and say a rejection in prose', () => {
    const { notices } = resultNoticesModel(record)
    expect(allText(notices[1])).toContain(
      'Căn cứ Quyết định số/QĐ-UBND ngàythángnăm của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ',
    )
    expect(notices[1]?.recipients[1]).toBe('Ủy ban nhân dân cấp xã nơi có sản phẩm (Liên Sơn)')
    const [, item] = record.items
    const named = { ...record, items: item === undefined ? [] : [{ ...item, commune: 'Thị trấn Mây' }] }
    expect(resultNoticesModel(named).notices[0]?.recipients[1]).toBe('Ủy ban nhân dân thị trấn Mây')
    const rejected = notices[4]?.blocks.map((block) => (block.kind === 'table' ? '' : block.text)) ?? []
    expect(rejected[1]).toBe(
      '1. Hồ sơ bị loại theo Phụ lục II Quyết định số 26/2026/QĐ-TTg, không được chấm điểm, do thuộc trường hợp “Giả mạo hồ ' +
        'sơ”. Hội đồng xác định: Giấy chứng nhận hết hạn từ ngày 15/8/2026.',
    )
  })

  it('come after the meeting where there is nothing to decide on', () => {
    expect(allText(resultNoticesModel(none).notices[0])).toContain('"Căn cứ Biên bản họp')
    expect(listDocuments(none).find(({ kind }) => kind === 'decision')?.unavailable).toBe('no-recognised-product')
  })
})

describe('at the central level', () => {
  it('rest on the laws of the Government, and tell provinces', () => {
    expect(decisionModel(central).legalBases[0]).toBe('Căn cứ Luật Tổ chức Chính phủ;')
    expect(decisionModel(central).legalBases.join()).not.toContain('chính quyền địa phương')
    const items = central.items.map((item) => ({ ...item, district: 'Phú Thọ' }))
    const [first, second] = resultNoticesModel({ ...central, items }).notices
    expect(allText(first)).toContain('thông báo đến Ủy ban nhân dân tỉnh Phú Thọ kết quả')
    expect(first?.recipients[0]).toBe('Ủy ban nhân dân tỉnh Phú Thọ')
    expect(allText(second)).toContain('công nhận sản phẩm đạt 3 sao, 4 sao hoặc tổ chức đánh giá')
  })
})

describe('numbers', () => {
  it('have one style', () => {
    for (const made of [record, districtRecord(), provinceRecord()]) {
      for (const model of [decisionModel, proposalModel, councilReportModel, minutesModel]) {
        expect(allText(model(made)).match(/(?<![\d,/])\d \(\p{Ll}+\)/gu) ?? [], model.name).toEqual([])
      }
    }
  })

  it('that do not add up by rounding say so, and others do not', () => {
    const note = 'tổng các phần có thể lệch'
    const odd: SessionRecord = {
      ...record,
      items: record.items.map((item) => ({
        ...item,
        result: {
          ...item.result,
          mean: { sum: 667, count: 9 },
          partMeans: { A: { sum: 278, count: 9 }, B: { sum: 158, count: 9 }, C: { sum: 231, count: 9 } },
        },
      })),
    }
    for (const model of [resultNoticesModel, councilReportModel, tallyTableModel, productTallyModel]) {
      expect(allText(model(odd)), model.name).toContain(note)
      expect(allText(model(none)), model.name).not.toContain(note)
    }
  })
})
